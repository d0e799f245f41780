package io.github.blurdetect.service;

import io.github.blurdetect.api.ModelLoadException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The server as a program of its own, for places without the {@code blur} command. */
public final class ServerMain {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final String CONFIG = "--config";
  private static final String CONFIG_VARIABLE = "BLUR_CONFIG";

  private ServerMain() {}

  /**
   * Runs the server until the process is told to end.
   *
   * @param args {@code --config FILE}, {@code --help}, or the flag of a {@link Setting} and a value
   */
  public static void main(String[] args) {
    if (args.length > 0 && (args[0].equals("--help") || args[0].equals("-h"))) {
      System.out.print(ServerHelp.text());
      return;
    }
    try {
      ServerRun.untilSignal(parse(args, System.getenv()));
    } catch (IllegalArgumentException | NoSuchElementException e) {
      fail(USAGE, e);
    } catch (IOException | ModelLoadException e) {
      fail(FAILED, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static ServerSettings parse(String[] args, Map<String, String> environment) throws IOException {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    String config = environment.getOrDefault(CONFIG_VARIABLE, "");
    for (int i = 0; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      String flag = equals < 0 ? args[i] : args[i].substring(0, equals);
      if (equals < 0 && i + 1 == args.length) {
        throw new IllegalArgumentException(flag + " has no value; --help explains the flags");
      }
      String value = equals < 0 ? args[++i] : args[i].substring(equals + 1);
      if (flag.equals(CONFIG)) {
        config = value;
      } else {
        flags.put(setting(flag), value);
      }
    }
    return ServerSettings.read(
        flags, environment, config.isEmpty() ? Optional.empty() : Optional.of(Path.of(config)));
  }

  private static Setting setting(String flag) {
    return Optional.of(flag)
        .filter(text -> text.startsWith("--"))
        .flatMap(text -> Setting.of(text.substring(2)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no flag '" + flag + "'; --help explains the flags"));
  }

  private static void fail(int status, Exception e) {
    System.err.println("blur-server: " + e.getMessage());
    System.exit(status);
  }
}
