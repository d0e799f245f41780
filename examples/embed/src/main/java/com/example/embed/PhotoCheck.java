package com.example.embed;

import io.github.blurdetect.api.BlurAssessment;
import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecoder;
import java.nio.file.Path;

/** Says of each photo given whether to take it or to ask for another one. */
public final class PhotoCheck {
  private PhotoCheck() {}

  /**
   * Checks photos.
   *
   * @param args image files
   */
  public static void main(String[] args) {
    try (BlurDetector detector = BlurDetector.createDefault()) {
      for (String arg : args) {
        System.out.println(arg + ": " + check(detector, Path.of(arg)));
      }
    }
  }

  static String check(BlurDetector detector, Path photo) {
    try {
      BlurAssessment assessment = detector.assess(ImageDecoder.forDetector(detector).decode(photo));
      return (assessment.blurred() ? "please take it again" : "taken") + ", " + assessment.explain();
    } catch (ImageDecodeException e) {
      return "not an image we can read, " + e.problem();
    }
  }
}
