package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.internal.JpegFrame.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads one scan's entropy-coded data to its end (ITU-T T.81, F.2 and G.2), for OpenCV makes grey
 * or smeared pixels of missing or damaged data without saying so.
 *
 * <p>Sound are data in which every code is in its table, no block has more than 64 coefficients,
 * restart markers come where they are due and in order, and the codes end where the marker is.
 * Pixels are made of one component on the way, if wanted, by halves or whole; MCUs of sound data
 * can be read again.
 */
final class JpegScan {
  private static final int FIRST_RESTART = 0xD0;
  // Some encoders leave a stray byte or two, or padding of one value, before a marker.
  private static final int STRAY = 2;
  private static final short[] NONE = {};

  /** A component as this scan codes it, and the plane or coefficients to be made of it, if any. */
  private record Part(
      Component component,
      @Nullable JpegHuffman dc,
      @Nullable JpegHuffman ac,
      @Nullable JpegPlane plane,
      @Nullable JpegCoefficients kept) {}

  /**
   * A block of a sequential MCU, and the plane it belongs to, if any.
   *
   * @param starts how it begins, if it has no plane
   * @param row of blocks in the MCU
   * @param column of blocks in the MCU
   */
  private record Block(
      JpegHuffman dc,
      JpegHuffman ac,
      short[] starts,
      @Nullable JpegPlane plane,
      int row,
      int column) {}

  private final byte[] array;
  private final JpegFrame frame;
  private final int restartInterval;
  private final List<Part> parts = new ArrayList<>();
  private final int start; // first coefficient
  private final int end; // last coefficient
  private final boolean needsDc;
  private final JpegBits bits;
  private final JpegProgression progression; // of a progressive image
  private final @Nullable JpegMarks marks; // of a plane that leaves something out
  private Block[] blocks = {}; // of a sequential MCU, in the order of the data
  private int firstWanted; // row of blocks in the MCU
  private int lastWanted = Integer.MAX_VALUE;

  /**
   * Reads a scan header.
   *
   * @param at where the segment's data begins
   * @param dataAt where the entropy-coded data begins
   * @param plane to be made of the frame's first component while its data are read, or null
   * @param kept coefficients of that component of a progressive image, or null
   */
  JpegScan(
      Bytes bytes,
      JpegFrame frame,
      JpegTables tables,
      int at,
      int dataAt,
      @Nullable JpegPlane plane,
      @Nullable JpegCoefficients kept)
      throws ImageDecodeException {
    this.array = bytes.array();
    this.frame = frame;
    this.restartInterval = tables.restartInterval();
    int count = bytes.u8(at);
    for (int i = 0; i < count; i++) {
      int chosen = bytes.u8(at + 2L + 2 * i);
      Component component = frame.component(bytes.u8(at + 1L + 2 * i), at);
      boolean leads = component == frame.components.get(0);
      JpegPlane drawn = leads && plane != null ? plane.forScan() : null;
      JpegCoefficients into = leads ? kept : null;
      parts.add(new Part(component, tables.dc(chosen >> 4), tables.ac(chosen & 15), drawn, into));
    }
    start = frame.progressive ? bytes.u8(at + 1L + 2 * count) : 0;
    end = frame.progressive ? bytes.u8(at + 2L + 2 * count) : 63;
    int approximation = frame.progressive ? bytes.u8(at + 3L + 2 * count) : 0;
    if (count < 1 || count > 4 || start > end || end > 63 || start > 0 && count > 1) {
      throw ImageHeaders.corrupt(
          String.format(
              "JPEG scan at byte %d has %d components and coefficients %d to %d",
              at, count, start, end));
    }
    bits = new JpegBits(array, dataAt, false);
    progression = new JpegProgression(bits, start, end, approximation);
    needsDc = start == 0 && approximation >> 4 == 0;
    parts.stream()
        .map(Part::kept)
        .filter(Objects::nonNull)
        .forEach(into -> into.begin(start, end, approximation));
    marks = marked() ? new JpegMarks(across(), down(), mcuWidth()) : null;
  }

  private JpegScan(JpegScan read, byte[] array, @Nullable JpegPlane plane) {
    this.array = array;
    frame = read.frame;
    restartInterval = read.restartInterval;
    for (Part part : read.parts) {
      JpegPlane drawn = part.component == frame.components.get(0) ? plane : null;
      parts.add(new Part(part.component, part.dc, part.ac, drawn, null));
    }
    start = read.start;
    end = read.end;
    needsDc = read.needsDc;
    bits = new JpegBits(array, array.length, true);
    progression = new JpegProgression(bits, start, end, 0);
    marks = read.marks;
    if (plane != null) { // Else nothing is read with it.
      blocks = blocks();
    }
  }

  private boolean marked() {
    return parts.stream().anyMatch(part -> part.plane != null && part.plane.halved());
  }

  private boolean alone() {
    return parts.size() == 1;
  }

  private int across() {
    return alone() ? parts.get(0).component().width() : frame.mcusAcross;
  }

  private int down() {
    return alone() ? parts.get(0).component().height() : frame.mcusDown;
  }

  /**
   * Reads the data.
   *
   * @return where to look for the next marker
   */
  int check() throws ImageDecodeException {
    if (lacksTables()) {
      return bits.position(); // Motion JPEG leaves the usual tables out.
    }
    if (!frame.progressive) {
      parts.forEach(JpegScan::prepare);
      blocks = blocks();
    }
    int across = across();
    int down = down();
    int untilRestart = restartInterval;
    int restarts = 0;
    begin(across);
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        if (marks != null && marks.isDue(x)) {
          bits.mark(marks, x, y);
        }
        if (restartInterval > 0 && untilRestart-- == 0) {
          restart(restarts++ & 7, y, down);
          untilRestart = restartInterval - 1;
        }
        if (frame.progressive) {
          refine(x, y);
        } else {
          mcu();
        }
      }
      endRow();
      if (bits.overdrawn()) {
        throw ImageHeaders.truncated(
            String.format(
                "JPEG's image data end at byte %d in row %d of %d, expected more",
                bits.position(), y + 1, down));
      }
    }
    end();
    return afterStrayBytes();
  }

  /** Tells whether parts of the component with a plane can be read again. */
  boolean marksParts() {
    return marks != null;
  }

  /** Returns the columns of pixels that an MCU has of the component with a plane. */
  int mcuWidth() {
    return alone() ? JpegTransform.SIDE : JpegTransform.SIDE * frame.components.get(0).h();
  }

  /** Returns the rows of pixels that an MCU has of the component with a plane. */
  int mcuHeight() {
    return alone() ? JpegTransform.SIDE : JpegTransform.SIDE * frame.components.get(0).v();
  }

  /**
   * Makes the tables that reading looks up and returns a scan of the same data, for {@link
   * #drawing}.
   *
   * @param same bytes as this scan read, which nobody will write to
   */
  JpegScan of(byte[] same) {
    for (Part part : parts) {
      if (part.ac() != null) {
        part.ac().prepareSteps();
        part.ac().preparePairs();
      }
    }
    return new JpegScan(this, same, null);
  }

  /** Returns a reader of the same data that makes a plane of a part. */
  JpegScan drawing(JpegPlane plane) {
    return new JpegScan(this, array, plane);
  }

  /**
   * MCUs to be read once more.
   *
   * @param left column of the first
   * @param top row of the first
   * @param columns of MCUs
   * @param rows of MCUs
   * @param firstWanted row of blocks in the first row
   * @param lastWanted row of blocks in the last row
   */
  record Area(int left, int top, int columns, int rows, int firstWanted, int lastWanted) {}

  /** Reads MCUs once more, after {@link #check}. */
  void readAgain(Area area) throws ImageDecodeException {
    begin(area.columns);
    for (int y = 0; y < area.rows; y++) {
      firstWanted = y == 0 ? area.firstWanted : 0;
      lastWanted = y == area.rows - 1 ? area.lastWanted : Integer.MAX_VALUE;
      readAgain(area.left, area.left + area.columns, area.top + y);
      endRow();
    }
    end();
  }

  private void readAgain(int left, int right, int row) throws ImageDecodeException {
    JpegMarks known = Objects.requireNonNull(marks, "marks");
    int from = known.columnBefore(left);
    known.resume(bits, from, row);
    for (int x = from; x < right; x++) {
      int mcu = row * across() + x;
      if (restartInterval > 0 && mcu > 0 && mcu % restartInterval == 0) {
        restart(mcu / restartInterval - 1 & 7, row, down());
      }
      if (x < left) {
        pass();
      } else {
        mcu();
      }
    }
  }

  /** Passes an MCU over, but for what the next one's brightness is told as a difference to. */
  private void pass() throws ImageDecodeException {
    for (Block block : blocks) {
      pass(block);
    }
  }

  private void begin(int mcusInRow) {
    for (Part part : parts) {
      if (part.plane() != null && alone()) {
        part.plane().begin(1, mcusInRow);
      } else if (part.plane() != null) {
        part.plane().begin(part.component().v(), mcusInRow * part.component().h());
      }
    }
  }

  private void end() {
    for (Part part : parts) {
      if (part.plane() != null) {
        part.plane().end();
      }
    }
  }

  private void endRow() {
    for (Part part : parts) {
      if (part.plane() != null) {
        part.plane().endRow();
      }
    }
  }

  /** Makes the tables that reading a sequential scan looks up. */
  private static void prepare(Part part) {
    if (part.dc() != null) {
      part.dc().prepareDifferences();
    }
    if (part.ac() != null && part.plane() != null) {
      part.ac().preparePairs();
    } else if (part.ac() != null) {
      part.ac().prepareSteps();
      if (part.dc() != null) {
        part.dc().prepareStarts(part.ac());
      }
    }
  }

  private boolean lacksTables() {
    for (Part part : parts) {
      if (needsDc && part.dc() == null || end > 0 && part.ac() == null) {
        return true;
      }
    }
    return false;
  }

  private Block[] blocks() {
    List<Block> all = new ArrayList<>();
    for (Part part : parts) {
      JpegHuffman dc = Objects.requireNonNull(part.dc(), "dc");
      JpegHuffman ac = Objects.requireNonNull(part.ac(), "ac");
      short[] starts = part.plane() == null ? dc.starts(ac) : NONE;
      for (int v = 0; v < (alone() ? 1 : part.component().v()); v++) {
        for (int h = 0; h < (alone() ? 1 : part.component().h()); h++) {
          all.add(new Block(dc, ac, starts, part.plane(), v, h));
        }
      }
    }
    return all.toArray(new Block[0]);
  }

  /** Reads a sequential MCU. */
  private void mcu() throws ImageDecodeException {
    JpegPlane drawn = null;
    int across = 0;
    for (Block block : blocks) {
      JpegPlane plane = block.plane;
      if (plane == null || block.row < firstWanted || block.row > lastWanted) {
        pass(block);
      } else if (!bits.readBlock(
          block.dc, block.ac, plane.stretch(block.row), plane.next() + block.column)) {
        throw bits.damaged();
      }
      if (plane != null) {
        drawn = plane;
        across = block.column + 1;
      }
    }
    if (drawn != null) {
      drawn.advance(across);
    }
  }

  /** Passes a block over, but for its brightness if it becomes a plane. */
  private void pass(Block block) throws ImageDecodeException {
    boolean sound =
        block.plane == null
            ? bits.skipBlock(block.dc, block.ac, block.starts)
            : bits.skipBlock(block.dc, block.ac);
    if (!sound) {
      throw bits.damaged();
    }
  }

  /** Reads what a progressive scan tells of an MCU. */
  private void refine(int x, int y) throws ImageDecodeException {
    for (Part part : parts) {
      Component component = part.component();
      int down = alone() ? 1 : component.v();
      int across = alone() ? 1 : component.h();
      for (int v = 0; v < down; v++) {
        int row = (y * down + v) * component.across();
        for (int h = 0; h < across; h++) {
          JpegHuffman table = start == 0 ? part.dc() : part.ac();
          progression.block(component, table, part.kept(), row + x * across + h);
        }
      }
    }
  }

  private void restart(int expected, int row, int rows) throws ImageDecodeException {
    progression.restart();
    if (bits.overdrawn()) {
      throw bits.ended();
    }
    int at = marker(afterStrayBytes());
    int found = at + 1 < array.length ? array[at + 1] & 0xFF : 0;
    if (found != FIRST_RESTART + expected) {
      throw ImageHeaders.corrupt(
          String.format(
              "JPEG has marker %02x at byte %d in row %d of %d, expected %02x",
              found, at, row + 1, rows, FIRST_RESTART + expected));
    }
    bits.restart(at + 2);
  }

  /** Returns the offset of the next marker's FF, or the array's end. */
  private int marker(int from) {
    int at = from;
    while (at + 1 < array.length
        && (array[at] != (byte) 0xFF || array[at + 1] == 0 || array[at + 1] == (byte) 0xFF)) {
      at++;
    }
    return at;
  }

  private int afterStrayBytes() throws ImageDecodeException {
    int from = bits.position();
    int marker = marker(from);
    boolean uniform = true;
    for (int i = from + 1; i < marker; i++) {
      uniform &= array[i] == array[from];
    }
    if (marker - from > STRAY && !uniform) {
      throw ImageHeaders.corrupt(
          String.format(
              "JPEG's image data end at byte %d, %d bytes before the next marker",
              from, marker - from));
    }
    return marker;
  }
}
