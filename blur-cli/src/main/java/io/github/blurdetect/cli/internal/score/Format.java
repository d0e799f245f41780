package io.github.blurdetect.cli.internal.score;

/** How results are printed. */
enum Format {
  /** Aligned columns and a summary, for people. */
  text,
  /** One JSON object a line. */
  json,
  /** A header line, then one line an image (RFC 4180, with line feeds). */
  csv
}
