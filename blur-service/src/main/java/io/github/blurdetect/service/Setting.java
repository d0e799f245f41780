package io.github.blurdetect.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A setting of the server program, as a command-line flag, an environment variable and a line of
 * its configuration file.
 *
 * <p>A flag wins over the variable, the variable over the file, the file over the default.
 */
public enum Setting {
  /** Address to listen on. */
  HOST("HOST", "127.0.0.1", "Address to listen on; 0.0.0.0 opens the port to other machines."),
  /** Port to listen on. */
  PORT("PORT", "9099", "Port to listen on; 0 lets the system choose."),
  /** Requests in work. */
  WORKERS("N", "12", "Requests in work at once; those not computing wait for their turn."),
  /** Images computed at once. */
  COMPUTING("N", "", "Images decoded and scored at once; default the number of processors."),
  /** Requests that may wait. */
  QUEUE("N", "8", "Requests that wait for a worker; one more is answered 'overloaded' at once."),
  /** Open connections. */
  MAX_CONNECTIONS("N", "1024", "Open connections; beyond, stalled ones are closed first."),
  /** Largest encoded image. */
  MAX_IMAGE_BYTES("SIZE", "50MiB", "Largest encoded image; a larger one is answered 'too_large'."),
  /** Largest decoded image. */
  MAX_PIXELS("N", "50000000", "Largest image in pixels, read from its header before decoding."),
  /** All requests together. */
  BUFFER_BYTES("SIZE", "", "Memory for all unanswered requests; default a quarter of the heap."),
  /** Gap within a request. */
  READ_TIMEOUT("TIME", "10s", "Longest pause within a request, or in taking a reply."),
  /** A whole request. */
  REQUEST_TIMEOUT("TIME", "60s", "Time for a request to arrive whole."),
  /** Between requests. */
  IDLE_TIMEOUT("TIME", "10m", "Longest pause between two requests on a connection."),
  /** Until the verdict. */
  SCORE_TIMEOUT("TIME", "60s", "Time from a request's arrival until it is answered 'timeout'."),
  /** Until the end. */
  STOP_TIMEOUT("TIME", "20s", "Time for accepted requests to finish when told to stop."),
  /** Which scorer. */
  SCORER("NAME", "", "Scorer, see 'blur scorers'; default the best on the class path."),
  /** Which model. */
  MODEL("FILE", "", "Model file; default the one that comes with the scorer."),
  /** Blurred above. */
  THRESHOLD("X", "", "Score above which an image is blurred, 0 to 1; default the scorer's own."),
  /** Scorer, model, threshold and band together. */
  PROFILE(
      "FILE", "", "Threshold profile as written by 'blur calibrate', instead of the three above."),
  /** Threads an image. */
  SCORER_THREADS("N", "1", "Threads that the scorer may use for one image."),
  /** TLS key. */
  TLS_KEY_STORE("FILE", "", "Serve TLS with the key in this PKCS #12 or JKS store."),
  /** TLS key's password. */
  TLS_PASSWORD("TEXT", "", "The key store's password; better not as a flag, which others can see."),
  /** TLS clients. */
  TLS_TRUST_STORE("FILE", "", "Demand client certificates that this store vouches for."),
  /** TLS clients' password. */
  TLS_TRUST_PASSWORD("TEXT", "", "The trust store's password."),
  /** Metrics and health. */
  MANAGEMENT_HOST("HOST", "127.0.0.1", "Address of /metrics, /live and /ready."),
  /** Metrics and health. */
  MANAGEMENT_PORT("PORT", "9098", "Their port; 'off' for none."),
  /** Log. */
  REQUEST_LOG("BOOL", "true", "Write a log line for each request.");

  private final String value;
  private final String defaultText;
  private final String description;

  Setting(String value, String defaultText, String description) {
    this.value = value;
    this.defaultText = defaultText;
    this.description = description;
  }

  /**
   * Returns the name in configuration files.
   *
   * @return for example {@code read-timeout}
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the name on the command line.
   *
   * @return for example {@code --read-timeout}
   */
  public String flag() {
    return "--" + key();
  }

  /**
   * Returns the name of the environment variable.
   *
   * @return for example {@code BLUR_READ_TIMEOUT}
   */
  public String variable() {
    return "BLUR_" + name();
  }

  /**
   * Returns what kind of value is expected.
   *
   * @return for help texts: N, SIZE, TIME, FILE, ...
   */
  public String valueLabel() {
    return value;
  }

  /**
   * Returns the default.
   *
   * @return as it would be typed; empty where the description says what applies
   */
  public String defaultText() {
    return defaultText;
  }

  /**
   * Returns what the setting is for.
   *
   * @return a sentence
   */
  public String description() {
    return description;
  }

  /**
   * Finds a setting.
   *
   * @param key as in configuration files
   * @return empty if there is none
   */
  public static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }
}
