package dev.skytally.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.orbit.OrbitSamples;
import dev.skytally.orbit.ReceiverFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.validation.ReceiverComparison.Band;
import dev.skytally.validation.ReceiverComparison.SystemRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A receiver that tracks by known rules shows these rules. */
class ReceiverComparisonTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final int EPOCHS = 96;
  private static final int EVERY_SECONDS = 900;
  private static final String UNKNOWN_TO_THE_RECEIVER = "G05";
  private static final String WITHOUT_PREDICTION = "G04";
  private static final double CUT_OFF_DEGREES = 10;

  private static final GroundSite RECEIVER = GroundSite.ofDegrees("receiver", 47, 28.8, 100);

  private static Constellation gps() {
    return ConstellationSelection.on(LocalDate.of(2020, 12, 1))
        .systems(List.of(GnssSystem.GPS))
        .excluding(List.of(WITHOUT_PREDICTION))
        .from(BundledSnapshots.load(LocalDate.of(2020, 12, 1)), START);
  }

  private static double elevationDegrees(Member member, Instant at) {
    double[] position = OrbitSamples.position(member.elementSet(), at);
    return new LocalHorizon(RECEIVER)
        .lookAngles(position[0], position[1], position[2])
        .elevationDegrees();
  }

  @Test
  void rulesOfTheReceiverAreSeen() {
    Constellation constellation = gps();
    NavigableMap<Instant, NavigableSet<String>> tracked = new TreeMap<>();
    long predictedAboveTen = 0;
    long observations = 0;
    String low = "";
    for (int k = 0; k < EPOCHS; k++) {
      Instant at = START.plusSeconds((long) k * EVERY_SECONDS);
      NavigableSet<String> now = new TreeSet<>(List.of(WITHOUT_PREDICTION));
      for (Member member : constellation.members()) {
        String prn = member.satellite().prn();
        double degrees = elevationDegrees(member, at);
        predictedAboveTen += degrees >= CUT_OFF_DEGREES ? 1 : 0;
        if (degrees >= CUT_OFF_DEGREES && !prn.equals(UNKNOWN_TO_THE_RECEIVER)) {
          now.add(prn);
          observations++;
        } else if (low.isEmpty() && degrees < -30 && !prn.equals(UNKNOWN_TO_THE_RECEIVER)) {
          now.add(prn);
          observations++;
          low = prn;
        }
      }
      tracked.put(at, now);
    }
    ReceiverComparison comparison =
        ReceiverComparison.of(
            constellation, new ReceiverFile("sample", "by rules", RECEIVER, tracked));
    SystemRow row = comparison.rows().get(0);
    assertEquals(observations, row.observations());
    assertEquals(1, row.belowHorizon());
    assertEquals(true, row.lowestDegrees() < -30);
    assertEquals(List.of(UNKNOWN_TO_THE_RECEIVER), row.neverTracked());
    assertEquals(List.of(WITHOUT_PREDICTION), row.withoutPrediction());
    assertEquals(List.of(), row.seldomTracked());
    assertEquals((observations + EPOCHS) / (double) EPOCHS, row.meanTracked(), 1e-12);
    int ten = ReceiverComparison.MASKS_DEGREES.indexOf(10);
    assertEquals(predictedAboveTen / (double) EPOCHS, row.meanPredicted().get(ten), 1e-12);
    for (Band band : row.bands()) {
      assertEquals(band.fromDegrees() < 10 ? 0 : band.predicted(), band.tracked());
    }
  }
}
