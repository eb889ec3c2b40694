package example;

import dev.skytally.VisibilityStudy;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.orbit.ProvidedOrbit;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.frames.TopocentricFrame;
import org.orekit.orbits.KeplerianOrbit;
import org.orekit.orbits.PositionAngleType;
import org.orekit.propagation.analytical.KeplerianPropagator;
import org.orekit.propagation.events.ElevationDetector;
import org.orekit.propagation.events.EventsLogger;
import org.orekit.propagation.events.handlers.ContinueOnEvent;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScales;
import org.orekit.utils.Constants;
import org.orekit.utils.IERSConventions;

/** Adds a planned satellite, flown by an Orekit propagator, to QZSS. Orekit finds its rises too. */
final class OwnSatellite {
  private OwnSatellite() {}

  public static void main(String[] arguments) throws Exception {
    var start = Instant.parse("2020-12-01T00:00:00Z");
    var end = start.plus(Duration.ofDays(1));
    // Your program reads leap seconds and Earth-orientation parameters from files instead.
    var scales =
        TimeScales.of(
            List.of(new OffsetModel(new DateComponents(2017, 1, 1), 37)), (iers, all) -> List.of());
    var frames = Frames.of(scales, Frame::getRoot);
    var itrf = frames.getITRF(IERSConventions.IERS_2010, true);
    var date = new AbsoluteDate(start, scales.getUTC());
    var orbit =
        new KeplerianOrbit(
            42_164_000,
            0.075,
            Math.toRadians(41),
            Math.toRadians(270),
            Math.toRadians(120),
            0,
            PositionAngleType.MEAN,
            frames.getEME2000(),
            date,
            Constants.EIGEN5C_EARTH_MU);
    var propagator = new KeplerianPropagator(orbit);

    var day = LocalDate.of(2020, 12, 1);
    var qzss =
        ConstellationSelection.on(day)
            .systems(List.of(GnssSystem.QZS))
            .from(BundledSnapshots.load(day), start)
            .plus(
                Satellite.of(GnssSystem.QZS, "J09", 0, OrbitClass.IGSO),
                ProvidedOrbit.of(propagator, itrf, start, end));
    var nairobi = GroundSite.ofDegrees("Nairobi", -1.29, 36.82, 0);
    var passes =
        VisibilityStudy.of(qzss).at(List.of(nairobi)).over(start, Duration.ofDays(1)).passes();
    System.out.println("satellites: " + passes.constellation().members().size());
    for (var pass : passes.passes()) {
      if (pass.satellite().prn().equals("J09")) {
        pass.rise().ifPresent(rise -> System.out.println("rises " + seconds(rise.utc())));
        pass.set().ifPresent(set -> System.out.println("sets  " + seconds(set.utc())));
      }
    }

    var earth =
        new OneAxisEllipsoid(GroundSite.EQUATORIAL_RADIUS_METERS, GroundSite.FLATTENING, itrf);
    var place = new GeodeticPoint(nairobi.latitudeRadians(), nairobi.longitudeRadians(), 0);
    var log = new EventsLogger();
    propagator.addEventDetector(
        log.monitorDetector(
            new ElevationDetector(new TopocentricFrame(earth, place, "Nairobi"))
                .withHandler(new ContinueOnEvent())));
    propagator.propagate(date, date.shiftedBy(86_400));
    System.out.println("Orekit's own search:");
    for (var event : log.getLoggedEvents()) {
      System.out.println(
          (event.isIncreasing() ? "rises " : "sets  ")
              + seconds(event.getDate().toInstant(scales)));
    }
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
