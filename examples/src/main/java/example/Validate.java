package example;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.PropagationNodes;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.WorldCapitals;
import dev.skytally.validation.ValidationQuestion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Compares element sets with an SP3 file; without a file, with orbits 100 m above their own. */
final class Validate {
  private static final LocalDate DAY = LocalDate.of(2020, 12, 1);

  /** Midnight of GPS time, which was 18 s ahead of UTC. */
  private static final Instant START = Instant.parse("2020-11-30T23:59:42Z");

  private static final int SATELLITES = 17;
  private static final int EPOCHS = 96;

  private Validate() {}

  public static void main(String[] arguments) throws Exception {
    var file =
        arguments.length == 0
            ? TextFile.of("higher.sp3", higherOrbits())
            : TextFile.read(Path.of(arguments[0]));
    var truth = OrbitFile.read(file, START, Instant.now());
    var snapshot = BundledSnapshots.load(BundledSnapshots.nearest(DAY));
    var validation =
        ValidationQuestion.of(List.of(snapshot))
            .against(truth, WorldCapitals.all(), ElevationMask.ofDegrees(5));
    validation.notices().forEach(notice -> System.out.println(notice.text()));
    for (var errors : validation.entries().get(0).comparison().positionErrors()) {
      System.out.printf(
          Locale.ROOT,
          "%s %s, %s satellites: median error %.1f m, along %.1f m, across %.1f m, up %.1f m%n",
          errors.system(),
          errors.orbitClass(),
          errors.satellites(),
          errors.meters().median(),
          errors.alongMeters().median(),
          errors.crossMeters().median(),
          errors.radialMeters().median());
    }
  }

  private static String higherOrbits() throws PropagationException {
    var gps =
        ConstellationSelection.on(DAY)
            .systems(List.of(GnssSystem.GPS))
            .from(BundledSnapshots.load(BundledSnapshots.nearest(DAY)), START)
            .members()
            .subList(0, SATELLITES);
    var sp3 = new StringBuilder();
    sp3.append("#dP2020 12  1  0  0  0.00000000      96 ORBIT IGS14 FIT TEST\n");
    sp3.append("## 2134 172800.00000000   900.00000000 59184 0.0000000000000\n");
    sp3.append("+   17   ");
    gps.forEach(member -> sp3.append(member.satellite().prn()));
    sp3.append("\n++       " + "  0".repeat(SATELLITES));
    sp3.append("\n%c G  cc GPS ccc cccc cccc cccc cccc ccccc ccccc ccccc ccccc\n");
    sp3.append("%f  1.2500000  1.025000000  0.00000000000  0.000000000000000\n");
    sp3.append("%i    0    0    0    0      0      0      0      0         0\n");

    long start = START.getEpochSecond();
    long[] micros = LongStream.range(0, EPOCHS).map(k -> (start + 900 * k) * 1_000_000).toArray();
    var nodes = new PropagationNodes(micros, EarthOrientation.mean());
    var positions = new double[SATELLITES][3][EPOCHS];
    for (int j = 0; j < SATELLITES; j++) {
      PositionSource.of(gps.get(j).elementSet()).propagate(nodes, positions[j]);
    }
    for (int k = 0; k < EPOCHS; k++) {
      sp3.append("*  2020 12  1 %2d %2d  0.00000000\n".formatted(k / 4, k % 4 * 15));
      for (int j = 0; j < SATELLITES; j++) {
        double x = positions[j][0][k];
        double y = positions[j][1][k];
        double z = positions[j][2][k];
        double factor = 1 + 100 / Math.hypot(Math.hypot(x, y), z);
        sp3.append(
            String.format(
                Locale.ROOT,
                "P%s%14.6f%14.6f%14.6f 999999.999999\n",
                gps.get(j).satellite().prn(),
                x * factor / 1000,
                y * factor / 1000,
                z * factor / 1000));
      }
    }
    return sp3.append("EOF\n").toString();
  }
}
