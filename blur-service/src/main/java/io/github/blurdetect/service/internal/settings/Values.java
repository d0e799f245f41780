package io.github.blurdetect.service.internal.settings;

import io.github.blurdetect.service.Setting;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Finds each setting's value: flag, else environment variable, else file, else default. */
public final class Values {
  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

  /**
   * Finds all values.
   *
   * @param flags from the command line
   * @param environment the environment's variables
   * @param config the configuration file, if there is one
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the file names a setting that does not exist
   */
  public Values(Map<Setting, String> flags, Map<String, String> environment, Optional<Path> config)
      throws IOException {
    Properties file = config.isPresent() ? load(config.get()) : new Properties();
    for (Setting setting : Setting.values()) {
      String flag = flags.get(setting);
      String variable = environment.get(setting.variable());
      String line = file.getProperty(setting.key());
      Value value;
      if (flag != null) {
        value = new Value(setting, flag, setting.flag());
      } else if (variable != null) {
        value = new Value(setting, variable, setting.variable());
      } else if (line != null) {
        value = new Value(setting, line.strip(), config.orElseThrow().toString());
      } else {
        value = new Value(setting, setting.defaultText(), "default");
      }
      values.put(setting, value);
    }
  }

  private static Properties load(Path path) throws IOException {
    Properties file = new Properties();
    try {
      file.load(new StringReader(Files.readString(path, StandardCharsets.UTF_8)));
    } catch (NoSuchFileException e) {
      throw new IOException(path + ": no such configuration file", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(path + ": expected UTF-8 text", e);
    }
    for (String key : file.stringPropertyNames()) {
      if (Setting.of(key).isEmpty()) {
        throw new IllegalArgumentException(
            path + ": there is no setting '" + key + "', expected one of " + known());
      }
    }
    return file;
  }

  private static String known() {
    return Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", "));
  }

  /**
   * Returns a setting's value.
   *
   * @param setting which
   * @return its text and source
   */
  public Value get(Setting setting) {
    Value value = values.get(setting);
    if (value == null) {
      throw new IllegalStateException(setting + " has no value");
    }
    return value;
  }
}
