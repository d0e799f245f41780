package io.github.blurdetect.service;

/**
 * What a server takes on at most.
 *
 * @param workers requests in work at once, at least 1
 * @param computing of these, images decoded and scored at once, at least 1; the others wait for
 *     their turn, in their order. A readiness probe comes on top
 * @param queue complete requests that wait for a worker; one more is answered "overloaded"
 * @param connections open connections; a further one takes the place of one that stalls, or is
 *     closed
 * @param imageBytes bytes of one encoded image
 * @param bufferedBytes bytes of all requests together that have arrived and are not yet answered
 */
public record Limits(
    int workers, int computing, int queue, int connections, int imageBytes, long bufferedBytes) {
  private static final int WORKERS = 12;
  private static final int QUEUE = 8;
  private static final int CONNECTIONS = 1024;
  private static final int IMAGE_BYTES = 50 << 20;
  private static final int MOST_IMAGE_BYTES = 1 << 30;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is too small, an image may have more than 1 GiB,
   *     or one image of the largest size does not fit into the buffered bytes
   */
  public Limits {
    check("workers", workers, 1, Short.MAX_VALUE);
    check("computing", computing, 1, Short.MAX_VALUE);
    check("queue", queue, 0, 1 << 20);
    check("connections", connections, 1, 1 << 20);
    check("imageBytes", imageBytes, 1, MOST_IMAGE_BYTES);
    check("bufferedBytes", bufferedBytes, imageBytes + (64L << 10), Long.MAX_VALUE);
  }

  private static void check(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected " + least + " to " + most);
    }
  }

  /**
   * Returns the usual limits: 12 workers, of which as many compute as there are processors, 8
   * waiting, 1024 connections, 50 MiB an image, and a quarter of the heap, or two images, for all
   * requests.
   *
   * @return the defaults
   */
  public static Limits defaults() {
    return of(WORKERS, QUEUE);
  }

  /**
   * Returns the usual limits with other numbers of workers and waiting requests.
   *
   * @param workers at least 1
   * @param queue at least 0
   * @return new limits
   */
  public static Limits of(int workers, int queue) {
    return new Limits(
        workers, processors(), queue, CONNECTIONS, IMAGE_BYTES, bufferedBytesFor(IMAGE_BYTES));
  }

  private static int processors() {
    return Math.min(Short.MAX_VALUE, Runtime.getRuntime().availableProcessors());
  }

  static long bufferedBytesFor(long imageBytes) {
    return Math.max(2 * imageBytes + (1 << 20), Runtime.getRuntime().maxMemory() / 4);
  }

  /**
   * Returns these limits with another number of images decoded and scored at once.
   *
   * @param images at least 1; more than there are workers has no effect
   * @return new limits
   */
  public Limits withComputing(int images) {
    return new Limits(workers, images, queue, connections, imageBytes, bufferedBytes);
  }

  /**
   * Returns these limits with another size of image, and room for at least two of them.
   *
   * @param bytes bytes of one encoded image
   * @return new limits
   */
  public Limits withImageBytes(int bytes) {
    long room = Math.max(bufferedBytes, 2L * bytes + (1 << 20));
    return new Limits(workers, computing, queue, connections, bytes, room);
  }

  /**
   * Returns these limits with another bound on all requests together.
   *
   * @param bytes at least one image of the largest size
   * @return new limits
   */
  public Limits withBufferedBytes(long bytes) {
    return new Limits(workers, computing, queue, connections, imageBytes, bytes);
  }

  /**
   * Returns these limits with another number of connections.
   *
   * @param count at least 1
   * @return new limits
   */
  public Limits withConnections(int count) {
    return new Limits(workers, computing, queue, count, imageBytes, bufferedBytes);
  }
}
