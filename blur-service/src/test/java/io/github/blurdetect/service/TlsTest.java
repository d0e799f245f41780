package io.github.blurdetect.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
  private static final byte[] PAGE = Servers.page();

  @TempDir private static Path folder;
  private static Path serverKey;
  private static Path clientKey;

  @BeforeAll
  static void makeKeys() throws Exception {
    serverKey = TestKeys.make(folder, "server");
    clientKey = TestKeys.make(folder, "client");
  }

  private static BlurServer start() throws IOException {
    return Servers.start(
        TestScorer.of(0.5), config -> config.withTls(TlsConfig.of(serverKey, TestKeys.PASSWORD)));
  }

  private static RawClient connect(BlurServer server, SSLContext context, String protocol)
      throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.port());
    socket.setEnabledProtocols(new String[] {protocol});
    return new RawClient(socket);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void reco_encrypted_answersSmallAndLargeAndPipelinedCalls(String protocol) throws Exception {
    SSLContext context = TestKeys.context(serverKey, clientKey);
    try (BlurServer server = start();
        RawClient client = connect(server, context, protocol)) {
      assertThat(client.reco(PAGE)).contains("\"status\": 1");
      assertThat(client.reco(new byte[3_000_000])).contains("\"msg\": \"not_an_image: ");
      for (int i = 0; i < 20; i++) {
        client.write(RawClient.call("reco", true, i, PAGE));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(client.reply(i)).contains("\"status\": 1");
      }
    }
  }

  @Test
  void blurClient_encrypted_isServed() throws Exception {
    SSLContext context = TestKeys.context(serverKey, clientKey);
    try (BlurServer server = start();
        BlurClient client =
            new BlurClient(
                new Endpoint("localhost", server.port()),
                ClientOptions.defaults().withTls(context))) {
      assertThat(client.score(PAGE).score()).isEqualTo(0.5);
    }
  }

  @Test
  void blurClient_certificateOfAnotherServer_isNotTrusted() throws Exception {
    SSLContext context = TestKeys.context(clientKey, clientKey);
    try (BlurServer server = start();
        BlurClient client =
            new BlurClient(
                new Endpoint("localhost", server.port()),
                ClientOptions.defaults().withTls(context).withRetries(0, Duration.ZERO))) {
      assertThatThrownBy(() -> client.score(PAGE))
          .isInstanceOf(BlurServiceException.class)
          .extracting(e -> ((BlurServiceException) e).problem())
          .isEqualTo(BlurServiceException.Problem.NOT_CONNECTED);
    }
  }

  @Test
  void clientCertificates_demanded_serveOnlyThoseVouchedFor() throws Exception {
    TlsConfig tls =
        new TlsConfig(serverKey, TestKeys.PASSWORD, Optional.of(clientKey), TestKeys.PASSWORD);
    try (BlurServer server = Servers.start(TestScorer.of(0.5), config -> config.withTls(tls))) {
      SSLContext known = TestKeys.context(serverKey, clientKey);
      try (RawClient client = connect(server, known, "TLSv1.3")) {
        assertThat(client.reco(PAGE)).contains("\"status\": 1");
      }
      SSLContext stranger = TestKeys.context(serverKey, serverKey);
      try (RawClient client = connect(server, stranger, "TLSv1.3")) {
        assertThatThrownBy(() -> client.reco(PAGE)).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void stalledHandshakesAndPlainText_doNotKeepOthersFromBeingServed() throws Exception {
    SSLContext context = TestKeys.context(serverKey, clientKey);
    List<Socket> stalled = new ArrayList<>();
    try (BlurServer server = start()) {
      for (int i = 0; i < 16; i++) {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream().write(new byte[] {0x16, 3, 1, 0, (byte) 0xf8, 1});
        stalled.add(socket);
      }
      try (RawClient plain = new RawClient(server)) {
        plain.write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        while (!plain.ended()) {
          // An alert comes first.
        }
      }
      try (RawClient client = connect(server, context, "TLSv1.3")) {
        assertThat(client.reco(PAGE)).contains("\"status\": 1");
      }
    } finally {
      for (Socket socket : stalled) {
        socket.close();
      }
    }
  }

  @Test
  void start_keyStoreMissingWrongOrLocked_saysSo() throws Exception {
    Path text = Files.writeString(folder.resolve("text.p12"), "no key store");
    assertThatThrownBy(() -> startWith(folder.resolve("missing.p12"), "x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing.p12");
    assertThatThrownBy(() -> startWith(text, "x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("text.p12");
    assertThatThrownBy(() -> startWith(serverKey, "wrong"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("server.p12");
  }

  private static void startWith(Path store, String password) throws IOException {
    Servers.start(TestScorer.of(0.5), config -> config.withTls(TlsConfig.of(store, password)))
        .close();
  }

  @Test
  void toString_neverShowsThePassword() {
    assertThat(TlsConfig.of(serverKey, TestKeys.PASSWORD).toString())
        .doesNotContain(TestKeys.PASSWORD);
  }
}
