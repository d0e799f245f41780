package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.LightPlan;
import io.github.blurdetect.dataset.simulate.Scene;
import io.github.blurdetect.dataset.simulate.SimulatedPhoto;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import io.github.blurdetect.dataset.simulate.internal.Homography;
import io.github.blurdetect.dataset.simulate.internal.Planes;
import io.github.blurdetect.dataset.simulate.internal.Warp;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Brings pictures into the form that OCR is given. */
final class Pictures {

  private static final ImageDecoder DECODER = ImageDecoder.defaults();

  private Pictures() {}

  /** Writes a binary PGM or PPM. */
  static byte[] pnm(BlurImage image) {
    int row = image.width() * image.layout().channels();
    String kind = image.layout() == BlurImage.Layout.GREY ? "P5" : "P6";
    String head = kind + "\n" + image.width() + " " + image.height() + "\n255\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[start.length + row * image.height()];
    System.arraycopy(start, 0, bytes, 0, start.length);
    for (int y = 0; y < image.height(); y++) {
      System.arraycopy(image.pixels(), y * image.stride(), bytes, start.length + y * row, row);
    }
    return bytes;
  }

  /** The text of a sharp page. */
  static TextArea ofPage(SourcePage page) {
    List<Box> boxes = page.lines().stream().map(TextLine::box).toList();
    return TextArea.of(page.image(), boxes, page.xHeight());
  }

  /** The text of a photo as OCR is given it: see {@link OcrLabeller}. */
  static TextArea ofPhoto(SourcePage page, SimulatedPhoto photo) {
    boolean flat = photo.plan().scene() == Scene.FLAT;
    BlurImage decoded = decode(photo.jpeg());
    BlurImage laid = flat ? decoded : straight(page, photo, decoded);
    boolean even = flat && photo.plan().light().equals(LightPlan.EVEN);
    List<Box> boxes =
        flat ? photo.lines().stream().map(SimulatedPhoto.Line::box).toList() : boxes(page, photo);
    return TextArea.of(even ? laid : EvenLight.of(laid, photo.xHeight()), boxes, photo.xHeight());
  }

  private static List<Box> boxes(SourcePage page, SimulatedPhoto photo) {
    double scale = photo.plan().scale();
    Homography map = Homography.scale(scale, scale);
    int width = scaled(page.image().width(), scale);
    int height = scaled(page.image().height(), scale);
    return page.lines().stream().map(l -> map.map(l.box(), width, height)).toList();
  }

  private static BlurImage decode(byte[] jpeg) {
    try {
      return DECODER.decode(jpeg);
    } catch (IOException e) {
      throw new UncheckedIOException("a photo just encoded can't be decoded", e);
    }
  }

  private static BlurImage straight(SourcePage page, SimulatedPhoto photo, BlurImage decoded) {
    double scale = photo.plan().scale();
    int width = scaled(page.image().width(), scale);
    int height = scaled(page.image().height(), scale);
    Planes straight = new Planes(width, height, 3);
    Homography photoToPage = photo.pageToPhoto().inverse();
    Warp.draw(
        Planes.lightOf(decoded).coloured(),
        Homography.scale(scale, scale).after(photoToPage),
        straight);
    straight.encode();
    return straight.toImage();
  }

  private static int scaled(int size, double scale) {
    return (int) Math.max(1, Math.round(size * scale));
  }
}
