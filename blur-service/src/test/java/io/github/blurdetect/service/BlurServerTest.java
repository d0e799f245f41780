package io.github.blurdetect.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.BlurScore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a client sees: replies, failures, and what becomes of its connection. */
class BlurServerTest {
  private static final byte[] PAGE = Servers.page();

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Test
  void reco_image_repliesAsTheReferenceDoes() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.93));
        RawClient client = new RawClient(server)) {
      String reply = client.reco(PAGE);
      assertThat(reply).startsWith("{\"data\": {\"score\": 0.93, \"pred\": 1, ");
      assertThat(reply).endsWith("}, \"status\": 1, \"msg\": \"\"}");
      JsonObject data = json(reply).getAsJsonObject("data");
      assertThat(data.get("verdict").getAsString()).isEqualTo("BLURRED");
      assertThat(data.get("scorer").getAsString()).isEqualTo("test");
      assertThat(data.get("threshold").getAsDouble()).isEqualTo(0.5);
    }
  }

  @Test
  void reco_clearImage_predIsZero() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.25));
        RawClient client = new RawClient(server)) {
      assertThat(client.reco(PAGE)).startsWith("{\"data\": {\"score\": 0.25, \"pred\": 0, ");
    }
  }

  @Test
  void reco_noText_isNotCalledBlurredAndSaysWhy() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(image -> BlurScore.noText(0.9)));
        RawClient client = new RawClient(server)) {
      JsonObject data = json(client.reco(PAGE)).getAsJsonObject("data");
      assertThat(data.get("pred").getAsInt()).isZero();
      assertThat(data.get("verdict").getAsString()).isEqualTo("NO_TEXT");
      assertThat(data.getAsJsonArray("reasons").toString()).contains("no text");
    }
  }

  @Test
  void reco_reasonWithOtherScript_arrivesWhole() throws Exception {
    BlurReason reason = new BlurReason(BlurReason.Cause.NO_TEXT, "营业执照 <\"模糊\">");
    TestScorer scorer =
        TestScorer.of(image -> new BlurScore(0.7, true, List.of(), List.of(reason)));
    try (BlurServer server = Servers.start(scorer);
        RawClient client = new RawClient(server)) {
      JsonObject data = json(client.reco(PAGE)).getAsJsonObject("data");
      assertThat(data.getAsJsonArray("reasons").get(0).getAsString()).isEqualTo("营业执照 <\"模糊\">");
    }
  }

  @Test
  void reco_badImages_areTypedFailuresAndTheConnectionLives() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.5));
        RawClient client = new RawClient(server)) {
      assertFailure(client.reco(new byte[0]), "empty: ");
      assertFailure(client.reco(new byte[] {1, 2, 3}), "not_an_image: ");
      assertFailure(client.reco(Arrays.copyOf(PAGE, PAGE.length / 2)), "truncated: ");
      byte[] flipped = PAGE.clone();
      flipped[PAGE.length / 2] ^= 0x10;
      assertFailure(client.reco(flipped), "corrupt: ");
      assertFailure(client.reco(Servers.png(2_000, 2_000)), "too_large: ");
      assertThat(client.reco(PAGE)).contains("\"status\": 1");
    }
  }

  private static void assertFailure(String reply, String beginning) {
    assertThat(reply).startsWith("{\"data\": \"\", \"status\": 0, \"msg\": \"" + beginning);
  }

  @Test
  void reco_scorerThrows_isAFailureAndTheServerLives() throws Exception {
    TestScorer scorer =
        TestScorer.of(
            image -> {
              if (image.width() == 30) {
                throw new StackOverflowError("secret detail");
              }
              if (image.width() == 31) {
                throw new OutOfMemoryError("secret detail");
              }
              return BlurScore.of(0.5);
            });
    try (BlurServer server = Servers.start(scorer);
        RawClient client = new RawClient(server)) {
      String reply = client.reco(Servers.png(30, 30));
      assertFailure(reply, "internal: ");
      assertThat(reply).doesNotContain("secret");
      assertFailure(client.reco(Servers.png(31, 30)), "out_of_memory: ");
      assertThat(client.reco(PAGE)).contains("\"status\": 1");
    }
  }

  @Test
  void reco_photoInColour_isDecodedAsTheScorerNeedsIt() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    Function<BlurImage, BlurScore> score =
        image -> BlurScore.of(image.layout() == BlurImage.Layout.RGB ? 0.75 : 0.25);
    try (BlurServer server = Servers.start(TestScorer.of(score));
        RawClient client = new RawClient(server)) {
      assertThat(client.reco(png.toByteArray())).contains("\"score\": 0.75,");
    }
    try (BlurServer server = Servers.start(TestScorer.of(score).withoutColour());
        RawClient client = new RawClient(server)) {
      assertThat(client.reco(png.toByteArray())).contains("\"score\": 0.25,");
    }
  }

  @Test
  void reco_nonStrictCall_isAnsweredNonStrict() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.5));
        RawClient client = new RawClient(server)) {
      client.write(RawClient.call("reco", false, 5, PAGE));
      assertThat(client.readInt()).isEqualTo(4); // the name's length comes first
    }
  }

  @Test
  void reco_pipelinedCalls_areAnsweredInOrder() throws Exception {
    TestScorer scorer = TestScorer.of(image -> BlurScore.of(image.width() / 100.0));
    try (BlurServer server = Servers.start(scorer);
        RawClient client = new RawClient(server)) {
      for (int i = 0; i < 40; i++) {
        client.write(RawClient.call("reco", true, i, Servers.png(10 + i, 8)));
      }
      for (int i = 0; i < 40; i++) {
        assertThat(client.reply(i)).contains("\"score\": " + (10 + i) / 100.0 + ",");
      }
    }
  }

  @Test
  void reco_callArrivesByteByByte_isAnswered() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.5));
        RawClient client = new RawClient(server)) {
      for (byte one : RawClient.call("reco", true, 1, Servers.png(8, 8))) {
        client.write(new byte[] {one});
      }
      assertThat(client.reply()).contains("\"status\": 1");
    }
  }

  @Test
  void call_unknownMethod_isAnApplicationExceptionAndTheConnectionLives() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.5));
        RawClient client = new RawClient(server)) {
      client.write(RawClient.call("detect", true, 1, PAGE));
      assertThat(client.readInt()).isEqualTo(0x80010003); // exception
      skipReplyOf(client, "detect");
      assertThat(client.reco(PAGE)).contains("\"status\": 1");
    }
  }

  private static void skipReplyOf(RawClient client, String method) throws IOException {
    for (int i = 0; i < 4 + method.length() + 4; i++) {
      client.read();
    }
    assertThat(client.read()).isEqualTo(11); // field 1: the message
    client.read();
    client.read();
    int length = client.readInt();
    for (int i = 0; i < length; i++) {
      client.read();
    }
    for (int i = 0; i < 3; i++) {
      client.read(); // field 2: the type
    }
    assertThat(client.readInt()).isEqualTo(1); // unknown method
    assertThat(client.read()).isZero();
  }

  @Test
  void reco_messageOverTheLimit_isATypedReplyAndTheConnectionLives() throws Exception {
    try (BlurServer server =
            Servers.start(
                TestScorer.of(0.5),
                config -> config.withLimits(config.limits().withImageBytes(100_000)));
        RawClient client = new RawClient(server)) {
      assertFailure(client.reco(new byte[100_001]), "too_large: ");
      assertFailure(client.reco(new byte[5_000_000]), "too_large: ");
      assertThat(client.reco(PAGE)).contains("\"status\": 1");
    }
  }

  @Test
  void reco_twoGigabytesAnnounced_isRefusedBeforeTheyArriveAndHoldsNoMemory() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.5));
        RawClient liar = new RawClient(server);
        RawClient honest = new RawClient(server)) {
      liar.write(RawClient.head("reco", true, 1, Integer.MAX_VALUE));
      assertFailure(liar.reply(), "too_large: ");
      assertThat(Servers.metric(server, "blur_buffered_bytes")).isZero();
      assertThat(honest.reco(PAGE)).contains("\"status\": 1");
    }
  }

  @Test
  void connection_garbage_isClosedAndNoOther() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.5));
        RawClient earlier = new RawClient(server)) {
      assertThat(earlier.reco(PAGE)).contains("\"status\": 1");
      for (String garbage :
          new String[] {
            "GET / HTTP/1.1\r\n\r\n",
            "\u0000\u0000\u0000\u0006\u0080\u0001\u0000\u0001\u0000\u0000",
            "~~~~~"
          }) {
        try (RawClient client = new RawClient(server)) {
          client.write(garbage.getBytes(StandardCharsets.ISO_8859_1));
          assertThat(client.ended()).isTrue();
        }
      }
      assertThat(earlier.reco(PAGE)).contains("\"status\": 1");
      Servers.await(
          () -> Servers.metric(server, "blur_connections_closed_total{reason=\"garbage\"}") == 3);
    }
  }

  @Test
  void start_portInUse_failsWithTheAddress() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.5))) {
      Endpoint taken = new Endpoint("127.0.0.1", server.port());
      assertThatThrownBy(
              () -> Servers.start(TestScorer.of(0.5), config -> config.withListen(taken)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + server.port());
    }
  }

  @Test
  void defaults_listenOnTheLoopbackOnly() {
    assertThat(ServerConfig.defaults().listen()).isEqualTo(new Endpoint("127.0.0.1", 9099));
    assertThat(ServerConfig.defaults().management()).contains(new Endpoint("127.0.0.1", 9098));
  }
}
