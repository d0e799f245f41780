package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.ScoredPhoto;
import io.github.blurdetect.dataset.folder.PhotoRecords;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;

/** The worst mistakes as pictures. */
final class MistakeGallery {
  private static final List<String> TOLD =
      List.of(
          "blur.kind", "blur.coverage", "blur.strength", "noise_sigma", "scale", "jpeg_quality");

  private final EvaluationResult result;
  private final ImageDecoder decoder;
  private final int most;

  MistakeGallery(EvaluationResult result, ImageDecoder decoder, int most) {
    this.result = result;
    this.decoder = decoder;
    this.most = most;
  }

  String html() {
    return section("Clear photos called blurred", Mistakes.of(result, false))
        + section("Blurred photos called clear", Mistakes.of(result, true));
  }

  private String section(String title, List<ScoredPhoto> photos) {
    if (photos.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n<h2>").append(title).append("</h2>");
    int shown = Math.min(most, photos.size());
    text.append("<p class=\"soft\">")
        .append(
            shown == photos.size() ? "All " + shown : "The worst " + shown + " of " + photos.size())
        .append(". On the left the whole photo, on the right its busiest part at native scale.</p>")
        .append("<section class=\"photos\">");
    photos.subList(0, shown).forEach(photo -> text.append(figure(photo)));
    return text.append("</section>").toString();
  }

  private String figure(ScoredPhoto photo) {
    String score =
        photo.score().textFound() ? Numbers.fixed(photo.score().blurriness(), 3) : "no text found";
    StringBuilder text = new StringBuilder("\n<figure>").append(views(photo));
    text.append("<figcaption><b>").append(score).append("</b> <code>");
    text.append(Html.escape(photo.photo().name())).append("</code>");
    String known = known(photo.photo().name());
    if (!known.isEmpty()) {
      text.append("<br/><span class=\"soft\">").append(Html.escape(known)).append("</span>");
    }
    return text.append("</figcaption></figure>").toString();
  }

  private String views(ScoredPhoto photo) {
    try {
      Thumbnail thumbnail = Thumbnail.of(decoder.decode(photo.photo().file()));
      return "<div class=\"views\"><img class=\"whole\" alt=\"the whole photo\" src=\""
          + thumbnail.whole()
          + "\"/><img class=\"native\" alt=\"a part at native scale\" src=\""
          + thumbnail.part()
          + "\"/></div>";
    } catch (IOException e) { // Gone since it was scored.
      return "<p class=\"soft\">" + Html.escape(String.valueOf(e.getMessage())) + "</p>";
    }
  }

  private String known(String name) {
    PhotoRecords records = result.folder().records();
    StringJoiner text = new StringJoiner(", ");
    for (String key : TOLD) {
      String title = key.substring(key.indexOf('.') + 1).replace('_', ' ');
      records.text(name, key).ifPresent(value -> text.add(title + " " + value));
    }
    records
        .number(name, "word_share")
        .ifPresent(share -> text.add("words read " + Numbers.fixed(100 * share, 0) + " %"));
    return text.toString();
  }
}
