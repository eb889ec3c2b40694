package dev.skytally.elements;

import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.List;
import org.orekit.bodies.CelestialBody;
import org.orekit.bodies.CelestialBodyFactory;
import org.orekit.data.DataContext;
import org.orekit.data.DataSource;
import org.orekit.data.LazyLoadedDataContext;
import org.orekit.files.ccsds.ndm.Ndm;
import org.orekit.files.ccsds.ndm.ParserBuilder;
import org.orekit.files.ccsds.ndm.odm.omm.Omm;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScale;
import org.orekit.utils.Constants;

/** Orekit's own readers, the independent reference, in a data context that needs no data files. */
final class OrekitReference {
  private static final DataContext CONTEXT = context();

  private OrekitReference() {}

  private static DataContext context() {
    LazyLoadedDataContext context = new LazyLoadedDataContext();
    context
        .getTimeScales()
        .addUTCTAIOffsetsLoader(
            () ->
                List.of(
                    new OffsetModel(new DateComponents(1972, 1, 1), 10),
                    new OffsetModel(new DateComponents(2017, 1, 1), 37)));
    // Messages name their centre; only its GM is ever asked for.
    CelestialBody earth =
        (CelestialBody)
            Proxy.newProxyInstance(
                CelestialBody.class.getClassLoader(),
                new Class<?>[] {CelestialBody.class},
                (proxy, method, arguments) -> Constants.WGS84_EARTH_MU);
    context.getCelestialBodies().addCelestialBodyLoader(CelestialBodyFactory.EARTH, name -> earth);
    return context;
  }

  static TimeScale utc() {
    return CONTEXT.getTimeScales().getUTC();
  }

  static TLE tle(String line1, String line2) {
    return new TLE(line1, line2, utc());
  }

  static Omm kvn(String text) {
    return new ParserBuilder(CONTEXT)
        .buildOmmParser()
        .parseMessage(new DataSource("x.kvn", () -> new StringReader(text)));
  }

  static List<Omm> xml(String text) {
    Ndm ndm =
        new ParserBuilder(CONTEXT)
            .buildNdmParser()
            .parseMessage(new DataSource("x.xml", () -> new StringReader(text)));
    return ndm.getConstituents().stream().map(Omm.class::cast).toList();
  }
}
