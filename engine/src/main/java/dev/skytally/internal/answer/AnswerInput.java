package dev.skytally.internal.answer;

import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Orbit;
import dev.skytally.grid.WorldGrid;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteStatus;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads the values of an answer that {@link AnswerOutput} wrote. */
public final class AnswerInput {
  /**
   * A greater number of items than any answer has. It bounds the memory that a damaged size can
   * take.
   */
  private static final int MOST_ITEMS = 1 << 24;

  private static final int LONGEST_TEXT = 1 << 20;
  private static final int MOST_BYTES = 1 << 20;

  private final DataInputStream in;
  private final Unzipped unzipped;

  /** Reads the content of an answer. */
  public interface Content<T> {
    T read(AnswerInput in) throws IOException;
  }

  private AnswerInput(InputStream in) throws IOException {
    unzipped = new Unzipped(in);
    this.in = new DataInputStream(new BufferedInputStream(unzipped));
  }

  /** Unlike its parent, it notices bytes after the end. */
  private static final class Unzipped extends GZIPInputStream {
    private static final int TRAILER_BYTES = 8;

    Unzipped(InputStream in) throws IOException {
      super(in, 1 << 16);
    }

    boolean isAtEnd() throws IOException {
      return read() < 0 && inf.getRemaining() <= TRAILER_BYTES && in.read() < 0;
    }
  }

  /**
   * Reads a whole answer.
   *
   * @param in read to its end, not closed
   * @param kind of the answer
   * @throws InputFormatException if the stream is not such an answer, has another version, or is
   *     truncated or damaged
   */
  public static <T> T read(InputStream in, String kind, Content<T> content) throws IOException {
    String source = "stored answer";
    try {
      AnswerInput answer = new AnswerInput(in);
      if (!answer.text().equals(AnswerOutput.MAGIC) || !answer.text().equals(kind)) {
        throw new InputFormatException(source, 0, 0, "holds no answer of the kind " + kind);
      }
      int version = answer.integer();
      if (version != AnswerOutput.VERSION) {
        throw new InputFormatException(
            source, 0, 0, "is of version %s, expected %s".formatted(version, AnswerOutput.VERSION));
      }
      T read = content.read(answer);
      if (answer.in.read() >= 0 || !answer.unzipped.isAtEnd()) {
        throw new InputFormatException(
            source, 0, 0, "goes on after its end, expected one answer alone");
      }
      return read;
    } catch (EOFException e) {
      throw new InputFormatException(source, 0, 0, "is truncated");
    } catch (ZipException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new InputFormatException(source, 0, 0, "is damaged: " + e.getMessage());
    }
  }

  public int integer() throws IOException {
    return in.readInt();
  }

  public long longInteger() throws IOException {
    return in.readLong();
  }

  public double number() throws IOException {
    return in.readDouble();
  }

  public boolean flag() throws IOException {
    return in.readBoolean();
  }

  private int size(int most) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > most) {
      throw new IllegalArgumentException("size " + size + " is outside 0 to " + most);
    }
    return size;
  }

  public String text() throws IOException {
    byte[] bytes = new byte[size(LONGEST_TEXT)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public <E extends Enum<E>> E name(Class<E> type) throws IOException {
    return Enum.valueOf(type, text());
  }

  public Instant instant() throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  public Duration duration() throws IOException {
    return Duration.ofSeconds(in.readLong(), in.readInt());
  }

  /** Reads any number of bytes. */
  public byte[] bytes() throws IOException {
    byte[] bytes = new byte[size(MOST_BYTES)];
    in.readFully(bytes);
    return bytes;
  }

  /** Reads bytes into an array of that length. */
  public void bytes(byte[] values) throws IOException {
    requireSize(values.length);
    in.readFully(values);
  }

  /** Reads numbers into an array of their number. */
  public void integers(int[] values) throws IOException {
    requireSize(values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
  }

  /** Reads numbers into an array of their number. */
  public void longIntegers(long[] values) throws IOException {
    requireSize(values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readLong();
    }
  }

  public long[] longIntegers() throws IOException {
    long[] values = new long[size(MOST_ITEMS)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readLong();
    }
    return values;
  }

  private void requireSize(int expected) throws IOException {
    int size = in.readInt();
    if (size != expected) {
      throw new IllegalArgumentException("size " + size + ", expected " + expected);
    }
  }

  private double[] numbers() throws IOException {
    double[] values = new double[size(MOST_ITEMS)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  /** Reads a list. */
  public <T> List<T> list(Content<T> item) throws IOException {
    int size = size(MOST_ITEMS);
    List<T> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(item.read(this));
    }
    return items;
  }

  private <T> Optional<T> optional(Content<T> value) throws IOException {
    return flag() ? Optional.of(value.read(this)) : Optional.empty();
  }

  public List<GnssSystem> systems() throws IOException {
    return list(in -> in.name(GnssSystem.class));
  }

  public Constellation constellation() throws IOException {
    return new Constellation(
        systems(),
        list(in -> new Member(in.satellite(), in.orbit())),
        list(AnswerInput::exclusion),
        optional(AnswerInput::text));
  }

  private Exclusion exclusion() throws IOException {
    return new Exclusion(
        integer(),
        text(),
        name(Exclusion.Kind.class),
        text(),
        optional(in -> new Missing(in.satellite(), in.name(Missing.Reason.class), in.text())));
  }

  private Satellite satellite() throws IOException {
    return new Satellite(
        integer(),
        text(),
        text(),
        name(GnssSystem.class),
        text(),
        text(),
        text(),
        orbitClass(),
        name(SatelliteStatus.class),
        flag(),
        flag());
  }

  private @Nullable OrbitClass orbitClass() throws IOException {
    String name = text();
    return name.isEmpty() ? null : OrbitClass.valueOf(name);
  }

  private Orbit orbit() throws IOException {
    if (!flag()) {
      return new StoredOrbit(instant(), instant(), number(), number());
    }
    List<ElementSet> sets =
        ElementSetReader.read(TextFile.of("stored answer", text())).elementSets();
    return sets.get(0);
  }

  public ElevationMask mask() throws IOException {
    if (!flag()) {
      return ElevationMask.ofRadians(number());
    }
    ElevationMask given = ElevationMask.horizonOfRadians(numbers(), numbers());
    return optional(AnswerInput::number).map(given::atLeastRadians).orElse(given);
  }

  public GroundSite site() throws IOException {
    String name = text();
    String country = text();
    String countryCode = text();
    GroundSite site =
        flag()
            ? GroundSite.ofDegrees(name, number(), number(), number())
            : GroundSite.ofRadians(name, number(), number(), number());
    GroundSite inCountry = site.inCountry(country, countryCode);
    return optional(AnswerInput::mask).map(inCountry::withMask).orElse(inCountry);
  }

  public WorldGrid grid() throws IOException {
    boolean isOfNodes = flag();
    double resolutionDegrees = 360.0 / integer();
    WorldGrid whole =
        isOfNodes ? WorldGrid.nodes(resolutionDegrees) : WorldGrid.cells(resolutionDegrees);
    return whole.atHeight(number()).window(integer(), integer(), integer(), integer());
  }
}
