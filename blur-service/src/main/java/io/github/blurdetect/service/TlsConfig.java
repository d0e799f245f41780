package io.github.blurdetect.service;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * TLS of a server.
 *
 * @param keyStore the server's key and certificate chain, PKCS #12 or JKS
 * @param password of the store and of the key in it
 * @param trustStore if there is one, clients must present a certificate that it vouches for
 * @param trustPassword of that store; empty if it has none
 */
public record TlsConfig(
    Path keyStore, String password, Optional<Path> trustStore, String trustPassword) {

  /** Checks that nothing is null. */
  public TlsConfig {
    Objects.requireNonNull(keyStore, "keyStore");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(trustStore, "trustStore");
    Objects.requireNonNull(trustPassword, "trustPassword");
  }

  /**
   * Makes settings for a server that any client may talk to.
   *
   * @param keyStore the server's key and certificate chain, PKCS #12 or JKS
   * @param password of the store and of the key in it
   * @return new settings
   */
  public static TlsConfig of(Path keyStore, String password) {
    return new TlsConfig(keyStore, password, Optional.empty(), "");
  }

  @Override
  public String toString() {
    return "TlsConfig[" + keyStore + ", client certificates " + trustStore.isPresent() + "]";
  }
}
