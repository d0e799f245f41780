package io.github.blurdetect.service;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/**
 * Where a server listens, or a client connects to.
 *
 * @param host a name or address
 * @param port 0 to 65535; 0 lets the system choose a free one to listen on
 */
public record Endpoint(String host, int port) {
  private static final int MAX_PORT = 65_535;

  /**
   * Checks the port.
   *
   * @throws IllegalArgumentException if the host is empty or the port outside 0 to 65535
   */
  public Endpoint {
    Objects.requireNonNull(host, "host");
    if (host.isBlank()) {
      throw new IllegalArgumentException("host is empty, expected a name or an address");
    }
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port is " + port + ", expected 0 to " + MAX_PORT);
    }
  }

  /**
   * Looks the host up.
   *
   * @return an address to bind or connect to
   * @throws UnknownHostException if the host has no address
   */
  public InetSocketAddress resolve() throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(host), port);
  }

  @Override
  public String toString() {
    return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
  }
}
