package io.github.blurdetect.training.cnn;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Grey tiles with labels a cell, in one file that is mapped into memory.
 *
 * <p>A record holds the pixels, then for each cell of {@value #CELL} x {@value #CELL} pixels
 * whether it holds print (1, 0, or 255 for unknown), then which share of that print cannot be read
 * (0 to 254 for 0 to 1, or 255 for unknown or no print). Safe for use by many threads.
 */
public final class TileSet {
  /** Pixels on each side of a cell. */
  public static final int CELL = 8;

  /** Columns and rows of a tile: more than a crop, so that crops can be shifted. */
  public static final int SIDE = 160;

  /** Cells on each side of a tile. */
  public static final int CELLS = SIDE / CELL;

  /** Marks a cell of which nothing is known. */
  public static final int UNKNOWN = 255;

  private static final int MAGIC = 0x424c5431; // "BLT1"
  private static final int RECORD = SIDE * SIDE + 2 * CELLS * CELLS;
  private static final long CHUNK_RECORDS = Integer.MAX_VALUE / RECORD;

  private final List<MappedByteBuffer> chunks;
  private final List<String> groups;
  private final int[] groupOf;

  private TileSet(List<MappedByteBuffer> chunks, List<String> groups, int[] groupOf) {
    this.chunks = chunks;
    this.groups = groups;
    this.groupOf = groupOf;
  }

  /**
   * One tile. Arrays are the holder's own.
   *
   * @param pixels {@code SIDE * SIDE} grey levels
   * @param text {@code CELLS * CELLS}: 1, 0 or 255
   * @param unread {@code CELLS * CELLS}: 0 to 254, or 255
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
  public record Tile(byte[] pixels, byte[] text, byte[] unread) {}

  /**
   * Opens a tile file.
   *
   * @param file as written by {@link Writer}
   * @return the tiles
   * @throws IOException if the file is missing, cut off or no tile file
   */
  public static TileSet open(Path file) throws IOException {
    Path index = index(file);
    List<String> groups = new ArrayList<>();
    int[] groupOf;
    try (DataInputStream in = new DataInputStream(Files.newInputStream(index))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(index + " is no tile index");
      }
      int groupCount = in.readInt();
      for (int i = 0; i < groupCount; i++) {
        groups.add(in.readUTF());
      }
      byte[] rest = in.readAllBytes();
      groupOf = new int[rest.length / 4];
      ByteBuffer.wrap(rest).asIntBuffer().get(groupOf);
    }
    long expected = (long) groupOf.length * RECORD;
    if (Files.size(file) != expected) {
      throw new IOException(file + " has " + Files.size(file) + " bytes, expected " + expected);
    }
    List<MappedByteBuffer> chunks = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file)) {
      for (long at = 0; at < expected; at += CHUNK_RECORDS * RECORD) {
        long length = Math.min(expected - at, CHUNK_RECORDS * RECORD);
        chunks.add(channel.map(FileChannel.MapMode.READ_ONLY, at, length));
      }
    }
    return new TileSet(chunks, groups, groupOf);
  }

  private static Path index(Path file) {
    return file.resolveSibling(file.getFileName() + ".index");
  }

  /**
   * Returns the number of tiles.
   *
   * @return at least 0
   */
  public int size() {
    return groupOf.length;
  }

  /**
   * Returns what a tile's photo shows.
   *
   * @param tile 0 to {@code size() - 1}
   * @return the group; tiles of one page share it
   */
  public String group(int tile) {
    return groups.get(groupOf[tile]);
  }

  /**
   * Reads a tile.
   *
   * @param tile 0 to {@code size() - 1}
   * @return a copy
   */
  public Tile read(int tile) {
    ByteBuffer chunk = chunks.get((int) (tile / CHUNK_RECORDS)).duplicate();
    chunk.position((int) (tile % CHUNK_RECORDS) * RECORD);
    Tile copy = new Tile(new byte[SIDE * SIDE], new byte[CELLS * CELLS], new byte[CELLS * CELLS]);
    chunk.get(copy.pixels()).get(copy.text()).get(copy.unread());
    return copy;
  }

  /** Writes a tile file; it appears under its name only when complete. Not thread-safe. */
  public static final class Writer implements AutoCloseable {
    private final Path file;
    private final Path unfinished;
    private final DataOutputStream out;
    private final List<String> groups = new ArrayList<>();
    private final List<Integer> groupOf = new ArrayList<>();

    /**
     * Starts a file.
     *
     * @param file where it goes
     * @throws IOException if it cannot be written
     */
    public Writer(Path file) throws IOException {
      this.file = file;
      this.unfinished = file.resolveSibling(file.getFileName() + ".part");
      this.out =
          new DataOutputStream(
              new BufferedOutputStream(
                  Files.newOutputStream(
                      unfinished,
                      StandardOpenOption.CREATE,
                      StandardOpenOption.TRUNCATE_EXISTING,
                      StandardOpenOption.WRITE),
                  1 << 16));
    }

    /**
     * Appends a tile.
     *
     * @param tile pixels and labels
     * @param group what its photo shows
     * @throws IOException if it cannot be written
     */
    public void add(Tile tile, String group) throws IOException {
      out.write(tile.pixels());
      out.write(tile.text());
      out.write(tile.unread());
      int known = groups.lastIndexOf(group);
      if (known < 0) {
        known = groups.size();
        groups.add(group);
      }
      groupOf.add(known);
    }

    @Override
    public void close() throws IOException {
      out.close();
      try (DataOutputStream index =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(index(file))))) {
        index.writeInt(MAGIC);
        index.writeInt(groups.size());
        for (String group : groups) {
          index.writeUTF(group);
        }
        for (int group : groupOf) {
          index.writeInt(group);
        }
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
