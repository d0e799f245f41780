package io.github.blurdetect.service;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.DetectorProfile;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecoder;
import io.github.blurdetect.service.internal.settings.Value;
import io.github.blurdetect.service.internal.settings.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The settings of the server program, read from flags, environment variables and a file. */
public final class ServerSettings {
  private static final String OFF = "off";

  private final Values values;

  private ServerSettings(Values values) {
    this.values = values;
  }

  /**
   * Reads the settings. A flag wins over the environment's variable, that over the file.
   *
   * @param flags from the command line
   * @param environment usually {@link System#getenv()}
   * @param file lines of the form {@code key = value}, see {@link Setting#key()}
   * @return the settings
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the file names a setting that does not exist
   */
  public static ServerSettings read(
      Map<Setting, String> flags, Map<String, String> environment, Optional<Path> file)
      throws IOException {
    return new ServerSettings(new Values(flags, environment, file));
  }

  private Value get(Setting setting) {
    return values.get(setting);
  }

  /**
   * Returns where and how to serve.
   *
   * @return the server's part
   * @throws IllegalArgumentException if a value cannot be understood or is out of range; the
   *     message says which, what was found, where, and what was expected
   */
  public ServerConfig serverConfig() {
    return new ServerConfig(
        endpoint(Setting.HOST, Setting.PORT),
        management(),
        limits(),
        timeouts(),
        tls(),
        get(Setting.REQUEST_LOG).bool());
  }

  private Endpoint endpoint(Setting host, Setting port) {
    return new Endpoint(get(host).text(), get(port).integer());
  }

  private Optional<Endpoint> management() {
    return get(Setting.MANAGEMENT_PORT).text().equals(OFF)
        ? Optional.empty()
        : Optional.of(endpoint(Setting.MANAGEMENT_HOST, Setting.MANAGEMENT_PORT));
  }

  private Limits limits() {
    long imageBytes = get(Setting.MAX_IMAGE_BYTES).bytes();
    if (imageBytes > Integer.MAX_VALUE) {
      throw get(Setting.MAX_IMAGE_BYTES).expected("at most 1GiB");
    }
    Limits limits =
        Limits.of(get(Setting.WORKERS).integer(), get(Setting.QUEUE).integer())
            .withConnections(get(Setting.MAX_CONNECTIONS).integer())
            .withImageBytes((int) imageBytes);
    Value computing = get(Setting.COMPUTING);
    if (!computing.text().isEmpty()) {
      limits = limits.withComputing(computing.integer());
    }
    Value buffer = get(Setting.BUFFER_BYTES);
    return buffer.text().isEmpty() ? limits : limits.withBufferedBytes(buffer.bytes());
  }

  private Timeouts timeouts() {
    return new Timeouts(
        get(Setting.READ_TIMEOUT).duration(),
        get(Setting.REQUEST_TIMEOUT).duration(),
        get(Setting.IDLE_TIMEOUT).duration(),
        get(Setting.SCORE_TIMEOUT).duration(),
        get(Setting.STOP_TIMEOUT).duration());
  }

  private Optional<TlsConfig> tls() {
    Optional<Path> trust = get(Setting.TLS_TRUST_STORE).path();
    if (trust.isPresent() && get(Setting.TLS_KEY_STORE).text().isEmpty()) {
      throw get(Setting.TLS_KEY_STORE).expected("a key store, since there is a trust store");
    }
    return get(Setting.TLS_KEY_STORE)
        .path()
        .map(
            store ->
                new TlsConfig(
                    store,
                    get(Setting.TLS_PASSWORD).text(),
                    trust,
                    get(Setting.TLS_TRUST_PASSWORD).text()));
  }

  /**
   * Makes the decoder with the limits on bytes and pixels.
   *
   * @return a new decoder
   * @throws IllegalArgumentException if a limit is out of range
   */
  public ImageDecoder decoder() {
    return new ImageDecoder(
        DecodeOptions.defaults()
            .withMaxPixels(get(Setting.MAX_PIXELS).integer())
            .withMaxBytes(limits().imageBytes()));
  }

  /**
   * Loads the models.
   *
   * @return a new detector, which the caller closes
   * @throws IOException if the profile cannot be read
   * @throws IllegalArgumentException if the profile is none, or contradicts another setting
   * @throws java.util.NoSuchElementException if there is no such scorer
   * @throws io.github.blurdetect.api.ModelLoadException if a model cannot be loaded
   */
  public BlurDetector openDetector() throws IOException {
    Optional<Path> profile = get(Setting.PROFILE).path();
    if (profile.isEmpty()) {
      return openScorer();
    }
    for (Setting other : new Setting[] {Setting.SCORER, Setting.MODEL, Setting.THRESHOLD}) {
      if (!get(other).text().isEmpty()) {
        throw get(other).expected("none, since the profile " + profile.get() + " has its own");
      }
    }
    return BlurDetector.create(DetectorProfile.load(profile.get()), BlurScorers.load(), threads());
  }

  private ScorerOptions threads() {
    return ScorerOptions.defaults().withThreads(get(Setting.SCORER_THREADS).integer());
  }

  private BlurDetector openScorer() {
    BlurScorers scorers = BlurScorers.load();
    Value name = get(Setting.SCORER);
    BlurScorerProvider provider =
        name.text().isEmpty() ? scorers.defaultProvider() : scorers.provider(name.text());
    ScorerOptions options = threads();
    Optional<Path> model = get(Setting.MODEL).path();
    BlurDetector.Builder builder =
        BlurDetector.builder(
            provider.create(model.isPresent() ? options.withModel(model.get()) : options));
    if (!get(Setting.THRESHOLD).text().isEmpty()) {
      builder.threshold(get(Setting.THRESHOLD).number());
    }
    return builder.build();
  }
}
