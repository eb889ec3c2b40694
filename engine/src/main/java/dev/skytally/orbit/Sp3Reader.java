package dev.skytally.orbit;

import dev.skytally.input.TextFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.orekit.files.sp3.SP3;
import org.orekit.files.sp3.SP3Coordinate;
import org.orekit.files.sp3.SP3Ephemeris;
import org.orekit.files.sp3.SP3Parser;
import org.orekit.files.sp3.SP3Segment;

/** Reads SP3: precise positions at equal steps. */
final class Sp3Reader {
  private static final Duration LONGEST_SLACK = Duration.ofMinutes(15);

  private Sp3Reader() {}

  /**
   * Reads all satellites of a file.
   *
   * @return a description of the file, for people
   */
  static String read(TextFile file, OrbitFileBuilder orbits) throws IOException {
    KeptLines positions = Sp3Text.of(file);
    SP3Parser parser =
        new SP3Parser(
            1,
            PrecisePositions.POINTS,
            name -> OrekitContext.temeByName(),
            OrekitContext.timeScales());
    SP3 sp3 =
        OrekitReading.parse(
            file, file.source(), "SP3", source -> positions.parse(source.getName(), parser::parse));
    double stepSeconds = sp3.getHeader().getEpochInterval();
    for (SP3Ephemeris satellite : sp3.getSatellites().values()) {
      orbits.add(prn(satellite.getId()), () -> orbit(satellite, stepSeconds));
    }
    return String.format(
        Locale.ROOT,
        "SP3-%c of %s in %s, every %.0f s",
        sp3.getHeader().getVersion(),
        TextFile.printable(sp3.getHeader().getAgency()),
        TextFile.printable(sp3.getHeader().getCoordinateSystem()),
        stepSeconds);
  }

  /**
   * Returns the PRN of a satellite. SP3-a has only satellites of GPS, without a letter before their
   * numbers.
   */
  private static String prn(String id) {
    String prn = id.replace(' ', '0');
    return Character.isDigit(prn.charAt(0)) ? OrbitFile.prn('G', Integer.parseInt(prn)) : prn;
  }

  private static ProvidedOrbit orbit(SP3Ephemeris satellite, double stepSeconds)
      throws PropagationException {
    List<OrbitArc> arcs = new ArrayList<>();
    int most = 0;
    for (SP3Segment segment : satellite.getSegments()) {
      List<SP3Coordinate> positions = segment.getCoordinates();
      most = Math.max(most, positions.size());
      if (positions.size() >= PrecisePositions.POINTS) {
        OrbitFile.Stretch known =
            new OrbitFile.Stretch(
                OrekitContext.instant(positions.get(0).getDate()),
                OrekitContext.instant(positions.get(positions.size() - 1).getDate()));
        arcs.add(new OrbitArc(new PrecisePositions(positions, stepSeconds), known));
      }
    }
    if (arcs.isEmpty()) {
      throw new PropagationException(
          "%s positions without a gap are too few, expected %s or more"
              .formatted(most, PrecisePositions.POINTS));
    }
    Duration step = Duration.ofMillis(Math.round(1000 * stepSeconds));
    return new ProvidedOrbit(
        arcs, step.compareTo(LONGEST_SLACK) < 0 ? step : LONGEST_SLACK, List.of());
  }
}
