package io.github.blurdetect.cli.internal.service;

import com.google.common.collect.Iterators;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.cli.WorkFolders;
import io.github.blurdetect.cli.internal.score.Input;
import io.github.blurdetect.cli.internal.score.Inputs;
import io.github.blurdetect.cli.internal.score.OrderedPool;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.service.BlurClient;
import io.github.blurdetect.service.ClientOptions;
import io.github.blurdetect.service.Endpoint;
import io.github.blurdetect.service.ServiceVerdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur client}: sends images to a service and says how well and how fast it answers. */
@Command(
    name = "client",
    description = {
      "Sends images to a blur service, several at once.",
      "Of a labelled folder it prints the classification report and confusion matrix, of other"
          + " paths a line an image; then throughput and latency."
    },
    footer = {
      "",
      "Exit status: 0 all answered, 2 bad usage, 3 some images got no verdict (each has a line that"
          + " says why)."
    })
public final class ClientVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      defaultValue = WorkFolders.TEST,
      description =
          "Images or folders; or one folder that holds Good_License and Bad_License. Default:"
              + " ${DEFAULT-VALUE}.")
  private List<String> paths = List.of();

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Where the service is. Default: ${DEFAULT-VALUE}.")
  private String host = "";

  @Option(
      names = "--port",
      defaultValue = "9099",
      description = "Its port. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "8",
      description = "Images to send at once. Default: ${DEFAULT-VALUE}.")
  private int jobs;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "3",
      description = "Send again this often where that may help. Default: ${DEFAULT-VALUE}.")
  private int retries;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "70",
      description = "Longest wait for an answer. Default: ${DEFAULT-VALUE}.")
  private int timeout;

  @Option(
      names = "--tls",
      description =
          "Encrypt; whom to trust says Java's own option javax.net.ssl.trustStore"
              + " (BLUR_JAVA_OPTS).")
  private boolean tls;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Photo> labelled = labelled();
    Iterator<Photo> photos =
        labelled.isEmpty()
            ? Iterators.transform(new Inputs(paths), ClientVerb::unlabelled)
            : labelled.iterator();
    try (BlurClient client = client()) {
      return send(client, photos, labelled.size());
    }
  }

  private List<Photo> labelled() throws IOException {
    Path folder = Path.of(paths.get(0));
    boolean given = paths.size() == 1 && Files.isDirectory(folder.resolve(LabelledFolder.CLEAR));
    return given
        ? LabelledFolder.open(folder).photos().stream()
            .map(photo -> new Photo(photo.name(), photo.file(), null, photo.blurred()))
            .toList()
        : List.of();
  }

  private static Photo unlabelled(Input input) {
    boolean stream = input.path() == null && input.problem() == null;
    String problem = stream ? "standard input cannot be sent" : input.problem();
    return new Photo(input.name(), problem == null ? input.path() : null, problem, null);
  }

  private BlurClient client() {
    try {
      ClientOptions options =
          ClientOptions.defaults()
              .withConnections(jobs)
              .withTimeouts(ClientOptions.defaults().connectTimeout(), Duration.ofSeconds(timeout))
              .withRetries(retries, ClientOptions.defaults().backoff());
      return new BlurClient(
          new Endpoint(host, port), tls ? options.withTls(SSLContext.getDefault()) : options);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("TLS cannot be set up", e);
    }
  }

  private int send(BlurClient client, Iterator<Photo> photos, int total)
      throws InterruptedException {
    PrintWriter out = commandSpec().commandLine().getOut();
    PrintWriter err = commandSpec().commandLine().getErr();
    ClientReport report = new ClientReport();
    long start = System.nanoTime();
    try (Progress progress = total > 0 ? Progress.start(err, "Sending", total) : Progress.none()) {
      OrderedPool.run(
          photos,
          jobs,
          photo -> ask(client, photo),
          answer -> {
            report.add(answer);
            print(answer, out, err);
            progress.step();
            return !out.checkError();
          });
    }
    out.print(report.text(System.nanoTime() - start));
    return report.failed() == 0 ? ExitCodes.OK : ExitCodes.SOME_UNREADABLE;
  }

  private static Answer ask(BlurClient client, Photo photo) {
    if (photo.file() == null) {
      return new Answer(photo, null, Objects.requireNonNullElse(photo.problem(), "no file"), 0);
    }
    long start = System.nanoTime();
    try {
      ServiceVerdict verdict = client.score(Files.readAllBytes(photo.file()));
      return new Answer(photo, verdict, null, System.nanoTime() - start);
    } catch (IOException | OutOfMemoryError e) {
      return new Answer(photo, null, why(e), System.nanoTime() - start);
    }
  }

  private static String why(Throwable e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    return e instanceof OutOfMemoryError ? "not enough memory" : String.valueOf(e.getMessage());
  }

  private static void print(Answer answer, PrintWriter out, PrintWriter err) {
    ServiceVerdict verdict = answer.verdict();
    if (verdict == null) {
      err.println("blur: " + answer.photo().name() + ": " + answer.error());
    } else if (answer.photo().blurred() == null) {
      out.println(
          String.format(
                  Locale.ROOT,
                  "%-8s  %.3f  %s  %s",
                  verdict.blurred() ? "blurred" : "clear",
                  verdict.score(),
                  answer.photo().name(),
                  String.join("; ", verdict.reasons()))
              .stripTrailing());
    }
  }

  private CommandSpec commandSpec() {
    return Objects.requireNonNull(spec);
  }
}
