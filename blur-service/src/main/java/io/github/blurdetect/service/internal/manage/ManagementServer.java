package io.github.blurdetect.service.internal.manage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.blurdetect.service.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Serves {@code /metrics}, {@code /live} and {@code /ready}. */
public final class ManagementServer implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int WAITING = 64;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int BAD_METHOD = 405;
  private static final int UNAVAILABLE = 503;

  static {
    // The JDK's server has no other way to bound a peer that is slow to ask or to take the answer.
    System.setProperty("sun.net.httpserver.maxReqTime", "5");
    System.setProperty("sun.net.httpserver.maxRspTime", "10");
  }

  /**
   * An answer of a health check.
   *
   * @param good whether the check passed
   * @param text for people
   */
  public record Health(boolean good, String text) {}

  private record Page(int status, String text) {}

  private final HttpServer server;
  private final ExecutorService threads;

  /**
   * Binds the port and starts.
   *
   * @param listen where
   * @param metrics written at {@code /metrics}
   * @param live asked at {@code /live}
   * @param ready asked at {@code /ready}
   * @throws IOException if the port cannot be bound
   */
  public ManagementServer(
      Endpoint listen, Metrics metrics, Supplier<Health> live, Supplier<Health> ready)
      throws IOException {
    try {
      server = HttpServer.create(listen.resolve(), WAITING);
    } catch (IOException e) {
      throw new IOException("cannot listen on " + listen + ": " + e.getMessage(), e);
    }
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "blur-http-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    serve("/metrics", () -> new Page(OK, metrics.text()));
    serve("/live", () -> page(live.get()));
    serve("/ready", () -> page(ready.get()));
    server.createContext("/", exchange -> answer(exchange, new Page(NOT_FOUND, "not found\n")));
    server.start();
  }

  private void serve(String path, Supplier<Page> page) {
    server.createContext(
        path,
        exchange -> {
          String method = exchange.getRequestMethod();
          if (!exchange.getRequestURI().getPath().equals(path)) {
            answer(exchange, new Page(NOT_FOUND, "not found\n"));
          } else if (method.equals("GET") || method.equals("HEAD")) {
            answer(exchange, page.get());
          } else {
            answer(exchange, new Page(BAD_METHOD, "only GET and HEAD\n"));
          }
        });
  }

  private static Page page(Health health) {
    return new Page(health.good() ? OK : UNAVAILABLE, health.text() + "\n");
  }

  private static void answer(HttpExchange exchange, Page page) throws IOException {
    byte[] text = page.text().getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(page.status(), head ? -1 : text.length);
    try (OutputStream body = exchange.getResponseBody()) {
      if (!head) {
        body.write(text);
      }
    } finally {
      exchange.close();
    }
  }

  /**
   * Returns the port.
   *
   * @return as bound
   */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Closes the port at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
