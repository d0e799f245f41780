package io.github.blurdetect.cli.internal.service;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.service.ServerRun;
import io.github.blurdetect.service.ServerSettings;
import io.github.blurdetect.service.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code blur server}: the Thrift service, with an option for every {@link Setting}. */
@Command(
    name = "server",
    description = "Serves verdicts over Thrift (binary protocol, unframed) until told to stop.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "An option wins over its environment variable, that over the file. TIME is a number of"
          + " seconds, or one with ms, s, m or h; SIZE is a number of bytes, or one with KiB, MiB"
          + " or GiB."
    })
public final class ServerVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:BLUR_CONFIG}",
      description = "Lines of the form 'workers = 4'; also BLUR_CONFIG.")
  private @Nullable Path config;

  @Override
  public Object command() {
    CommandLine command = new CommandLine(this);
    for (Setting setting : Setting.values()) {
      command.getCommandSpec().addOption(option(setting));
    }
    return command;
  }

  private static OptionSpec option(Setting setting) {
    String initial =
        setting.defaultText().isEmpty() ? "" : " Default: " + setting.defaultText() + ".";
    return OptionSpec.builder(setting.flag())
        .type(String.class)
        .paramLabel(setting.valueLabel())
        .description(setting.description() + initial + " Also " + setting.variable() + ".")
        .build();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      ServerRun.untilSignal(
          ServerSettings.read(flags(), System.getenv(), Optional.ofNullable(config)));
    } catch (IllegalArgumentException | NoSuchElementException e) {
      throw new ParameterException(commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
    }
    return ExitCodes.OK;
  }

  private Map<Setting, String> flags() {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String value = commandSpec().findOption(setting.flag()).getValue();
      if (value != null) {
        flags.put(setting, value);
      }
    }
    return flags;
  }

  private CommandSpec commandSpec() {
    return Objects.requireNonNull(spec);
  }
}
