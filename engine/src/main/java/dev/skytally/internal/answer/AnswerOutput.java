package dev.skytally.internal.answer;

import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Orbit;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the values of an answer.
 *
 * <p>The format is a gzip stream, whose checksum reveals damage. It begins with the text {@code
 * skytally}, the kind of answer and the version {@value #VERSION}. Numbers are big-endian as in
 * {@link java.io.DataOutput}; a text is its length in bytes and its UTF-8 bytes; a list is its size
 * and its items; an instant and a duration are seconds and nanoseconds; an enum is its name; an
 * optional value follows a boolean. An element set is its original text, so no information is lost.
 * Other orbits are reduced to a {@link StoredOrbit}.
 */
public final class AnswerOutput {
  static final int VERSION = 6;
  static final String MAGIC = "skytally";

  private final GZIPOutputStream packed;
  private final DataOutputStream out;

  /**
   * Begins an answer.
   *
   * @param out the stream, not closed
   * @param kind of the answer
   */
  public AnswerOutput(OutputStream out, String kind) throws IOException {
    packed = new GZIPOutputStream(out, 1 << 16);
    // Numbers are written one by one, but compressed in large parts.
    this.out = new DataOutputStream(new BufferedOutputStream(packed, 1 << 16));
    text(MAGIC);
    text(kind);
    number(VERSION);
  }

  /** Ends the answer. */
  public void finish() throws IOException {
    out.flush();
    packed.finish();
  }

  public void number(int value) throws IOException {
    out.writeInt(value);
  }

  public void number(long value) throws IOException {
    out.writeLong(value);
  }

  public void number(double value) throws IOException {
    out.writeDouble(value);
  }

  public void flag(boolean value) throws IOException {
    out.writeBoolean(value);
  }

  public void text(String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  public void name(Enum<?> value) throws IOException {
    text(value.name());
  }

  public void instant(Instant value) throws IOException {
    out.writeLong(value.getEpochSecond());
    out.writeInt(value.getNano());
  }

  public void duration(Duration value) throws IOException {
    out.writeLong(value.getSeconds());
    out.writeInt(value.getNano());
  }

  public void bytes(byte[] values) throws IOException {
    out.writeInt(values.length);
    out.write(values);
  }

  public void numbers(int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  public void numbers(long[] values) throws IOException {
    out.writeInt(values.length);
    for (long value : values) {
      out.writeLong(value);
    }
  }

  public void numbers(double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  public void systems(List<GnssSystem> systems) throws IOException {
    number(systems.size());
    for (GnssSystem system : systems) {
      name(system);
    }
  }

  /** Writes the satellites of an answer. */
  public void constellation(Constellation constellation) throws IOException {
    systems(constellation.systems());
    number(constellation.members().size());
    for (Member member : constellation.members()) {
      satellite(member.satellite());
      orbit(member.orbit());
    }
    number(constellation.excluded().size());
    for (Exclusion exclusion : constellation.excluded()) {
      number(exclusion.catalogNumber());
      text(exclusion.name());
      name(exclusion.kind());
      text(exclusion.reason());
      Optional<Missing> missing = exclusion.missing();
      flag(missing.isPresent());
      if (missing.isPresent()) {
        satellite(missing.get().satellite());
        name(missing.get().reason());
        text(missing.get().detail());
      }
    }
    flag(constellation.assumption().isPresent());
    if (constellation.assumption().isPresent()) {
      text(constellation.assumption().get());
    }
  }

  private void satellite(Satellite satellite) throws IOException {
    number(satellite.catalogNumber());
    text(satellite.internationalDesignator());
    text(satellite.name());
    name(satellite.system());
    text(satellite.prn());
    text(satellite.block());
    text(satellite.generation());
    text(satellite.orbitClassName());
    name(satellite.status());
    flag(satellite.statusIsUncertain());
    flag(satellite.inRegistry());
  }

  private void orbit(Orbit orbit) throws IOException {
    boolean isElementSet = orbit instanceof ElementSet;
    flag(isElementSet);
    if (isElementSet) {
      text(((ElementSet) orbit).text());
    } else {
      StoredOrbit stored = StoredOrbit.of(orbit);
      instant(stored.from());
      instant(stored.to());
      number(stored.meanMotionRevolutionsPerDay());
      number(stored.eccentricity());
    }
  }

  /** Writes a mask; of a horizon its points as they were given, and its floor. */
  public void mask(ElevationMask mask) throws IOException {
    flag(mask.isHorizon());
    if (mask.isHorizon()) {
      ElevationMask given = mask.unraised().orElse(mask);
      numbers(given.azimuthsRadians());
      numbers(given.elevationsRadians());
      flag(mask.floorRadians().isPresent());
      if (mask.floorRadians().isPresent()) {
        number(mask.floorRadians().getAsDouble());
      }
    } else {
      number(mask.leastElevationRadians());
    }
  }

  /** Writes a site: its degrees if its radians follow from them, otherwise its radians. */
  public void site(GroundSite site) throws IOException {
    text(site.name());
    text(site.country());
    text(site.countryCode());
    boolean isOfDegrees =
        Math.toRadians(site.latitudeDegrees()) == site.latitudeRadians()
            && Math.toRadians(site.longitudeDegrees()) == site.longitudeRadians();
    flag(isOfDegrees);
    number(isOfDegrees ? site.latitudeDegrees() : site.latitudeRadians());
    number(isOfDegrees ? site.longitudeDegrees() : site.longitudeRadians());
    number(site.heightMeters());
    flag(site.mask().isPresent());
    if (site.mask().isPresent()) {
      mask(site.mask().get());
    }
  }

  public void grid(WorldGrid grid) throws IOException {
    flag(grid.isOfNodes());
    number(grid.columnsAround());
    number(grid.heightMeters());
    number(grid.firstRow());
    number(grid.rows());
    number(grid.firstColumn());
    number(grid.columns());
  }
}
