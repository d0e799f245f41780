package io.github.blurdetect.bench;

import io.github.blurdetect.api.BlurAssessment;
import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.Contribution;
import io.github.blurdetect.api.Verdict;
import io.github.blurdetect.bench.TestPhotos.Print;
import io.github.blurdetect.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a 12-megapixel JPEG's bytes to the verdict on one thread, beside decoding alone by the JDK,
 * the usual OpenCV recipe, and the Python system's steps done in Java (decode in colour, shrink,
 * measures, its trees, its network).
 *
 * <p>{@code blur-bench/run VerdictBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 8, time = 1) // Until then C2 has compiled all of it.
@Measurement(iterations = 5, time = 1)
public class VerdictBenchmark {
  /** How large the page's print is: see {@link Print}. */
  @Param({"usual", "small"})
  public String print = "";

  /** A sharp page, a blurred one, and one blurred in part, at which the tree asks the CNN. */
  @Param({"sharp", "blurred", "unsure"})
  public String photo = "";

  private final BlurDetector tree = BlurDetector.of(BlurScorers.load().create("tree"));
  private final BlurDetector stack = BlurDetector.of(BlurScorers.load().create("default"));
  private final ReferenceWay referenceWay = new ReferenceWay();
  private final BlurDetector reference = BlurDetector.of(referenceWay.scorer());
  private final ImageDecoder brightness = ImageDecoder.forDetector(stack);
  private final ImageDecoder colour = ImageDecoder.forDetector(reference);
  private Print page = Print.USUAL;
  private byte[] jpeg = new byte[0];

  /** Makes the photo and checks that the ways come to the verdicts they should. */
  @Setup
  public void prepare() throws IOException {
    OpenCvRecipe.load();
    ImageIO.setUseCache(false);
    page = Print.valueOf(print.toUpperCase(Locale.ROOT));
    jpeg = photo();
    Verdict expected = photo.equals("sharp") ? Verdict.CLEAR : Verdict.BLURRED;
    if (photo.equals("unsure")) {
      Checks.equal("the CNN skipped", 0.0, part(stack(), "skipped"));
    } else {
      Checks.equal("tree's verdict", expected, tree().verdict());
      Checks.equal("default's verdict", expected, stack().verdict());
      Checks.equal("the CNN skipped", 1.0, part(stack(), "skipped"));
    }
    Checks.equal("ImageIO's width", page.width, imageIo().getWidth());
    // The tutorials' threshold for 12 megapixels is anybody's guess; that it sinks is not.
    boolean high = openCvRecipe() > 100;
    Checks.equal("a high variance", !photo.equals("blurred"), high);
    Checks.equal("reference's parts", true, part(reference(), "laplacian_variance_500") > 0);
  }

  private byte[] photo() throws IOException {
    return switch (photo) {
      case "sharp" -> TestPhotos.kept(page, 1, 100);
      case "blurred" -> TestPhotos.kept(page, page.blur, 100);
      default -> unsure();
    };
  }

  // Of a page that is blurred from the left to somewhere, there is a part at which the tree leaves
  // the verdict to the CNN.
  private byte[] unsure() throws IOException {
    int clear = 0;
    int blurred = 100;
    while (blurred - clear > 1) {
      int percent = (clear + blurred) / 2;
      jpeg = TestPhotos.kept(page, page.blur, percent);
      BlurAssessment assessment = stack();
      if (part(assessment, "skipped") == 0) {
        return jpeg;
      }
      if (assessment.blurred()) {
        blurred = percent;
      } else {
        clear = percent;
      }
    }
    throw new IllegalStateException("the tree is sure of every part blurred, 0 to 100 %");
  }

  private static double part(BlurAssessment assessment, String name) {
    return assessment.contributions().stream()
        .filter(part -> part.name().equals(name))
        .mapToDouble(Contribution::value)
        .findFirst()
        .orElseThrow();
  }

  /** The classical way: features of the text and the tree. */
  @Benchmark
  public BlurAssessment tree() throws IOException {
    return tree.assess(brightness.decode(jpeg));
  }

  /** The default detector: the tree, and the CNN where the tree is unsure. */
  @Benchmark
  public BlurAssessment stack() throws IOException {
    return stack.assess(brightness.decode(jpeg));
  }

  /** The Python system's steps in Java, with its models loaded once. */
  @Benchmark
  public BlurAssessment reference() throws IOException {
    return reference.assess(colour.decode(jpeg));
  }

  /** The same as its service does them: the models are loaded anew for every request. */
  @Benchmark
  public BlurAssessment referenceService() throws IOException {
    try (BlurDetector anew = BlurDetector.of(referenceWay.scorer())) {
      return anew.assess(colour.decode(jpeg));
    }
  }

  /** The JDK's decoding alone. */
  @Benchmark
  public BufferedImage imageIo() throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  /** OpenCV as the tutorials have it: decode in colour, make it grey, Laplacian's variance. */
  @Benchmark
  public double openCvRecipe() {
    return OpenCvRecipe.laplacianVariance(jpeg);
  }

  /** Frees the networks. */
  @TearDown
  public void close() {
    tree.close();
    stack.close();
    reference.close();
  }
}
