package io.github.blurdetect.bench.load;

/** What became of a request, as its sender saw it. */
enum Outcome {
  /** A verdict. */
  SCORED,
  /** Reply "overloaded". */
  OVERLOADED,
  /** Reply "stopping". */
  STOPPING,
  /** Another failure reply. */
  FAILED,
  /** The connection ended before a reply. */
  NO_REPLY,
  /** No connection could be made, so nothing was sent. */
  NOT_CONNECTED;

  static Outcome of(String json) {
    if (json.contains("\"status\": 1")) {
      return SCORED;
    }
    if (json.contains("\"msg\": \"overloaded: ")) {
      return OVERLOADED;
    }
    return json.contains("\"msg\": \"stopping: ") ? STOPPING : FAILED;
  }
}
