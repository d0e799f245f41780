package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.TlsConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Reads key stores. */
final class TlsContexts {
  private TlsContexts() {}

  static SSLContext of(TlsConfig tls) throws IOException {
    char[] password = tls.password().toCharArray();
    KeyStore store = load(tls.keyStore(), password);
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trusted(tls), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("key store " + tls.keyStore() + " has no usable key: " + e, e);
    }
  }

  private static TrustManager @Nullable [] trusted(TlsConfig tls)
      throws IOException, GeneralSecurityException {
    if (tls.trustStore().isEmpty()) {
      return null;
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(load(tls.trustStore().get(), tls.trustPassword().toCharArray()));
    return trust.getTrustManagers();
  }

  private static KeyStore load(Path file, char[] password) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(file.toFile(), password);
      if (store.size() == 0) {
        throw new IOException("key store " + file + " is empty, expected a key or certificate");
      }
      return store;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new IOException("key store " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
