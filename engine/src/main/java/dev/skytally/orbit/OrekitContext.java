package dev.skytally.orbit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.orekit.bodies.CelestialBodies;
import org.orekit.data.DataContext;
import org.orekit.forces.gravity.potential.GravityFields;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.frames.Transform;
import org.orekit.models.earth.GeoMagneticFields;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeComponents;
import org.orekit.time.TimeOffset;
import org.orekit.time.TimeScalarFunction;
import org.orekit.time.TimeScale;
import org.orekit.time.TimeScales;
import org.orekit.time.UTCScale;
import org.orekit.utils.IERSConventions;

/**
 * Skytally's own Orekit data: built-in leap seconds and no Earth-orientation parameters. Nothing is
 * downloaded, and the caller's default data context is never touched.
 *
 * <p>Without Earth-orientation parameters, UT1 is taken as UTC. The two differ by at most 0.9 s,
 * which turns the Earth by up to 14 arc seconds. From 2018 to 2026, they differ by at most 0.3 s.
 */
final class OrekitContext {
  /** The year in which GPS time begins. */
  static final int FIRST_YEAR = 1980;

  /** The end of the century for which the formulas of the Earth's rotation are valid. */
  static final int LAST_YEAR = 2100;

  /** The reason why an orbit with a time outside these years cannot be used. */
  static final String NOT_OF_NAVIGATION =
      "a time of it is not within the years %s to %s".formatted(FIRST_YEAR, LAST_YEAR);

  /**
   * First days with a new TAI-UTC, from 10 s on 1972-01-01 up by one second each (IERS Bulletin C,
   * no. 1 to 72: none has been added since 2017).
   */
  private static final int[][] LEAP_DAYS = {
    {1972, 1, 1}, {1972, 7, 1}, {1973, 1, 1}, {1974, 1, 1}, {1975, 1, 1}, {1976, 1, 1},
    {1977, 1, 1}, {1978, 1, 1}, {1979, 1, 1}, {1980, 1, 1}, {1981, 7, 1}, {1982, 7, 1},
    {1983, 7, 1}, {1985, 7, 1}, {1988, 1, 1}, {1990, 1, 1}, {1991, 1, 1}, {1992, 7, 1},
    {1993, 7, 1}, {1994, 7, 1}, {1996, 1, 1}, {1997, 7, 1}, {1999, 1, 1}, {2006, 1, 1},
    {2009, 1, 1}, {2012, 7, 1}, {2015, 7, 1}, {2017, 1, 1}
  };

  private static final int FIRST_OFFSET_SECONDS = 10;

  private static final TimeScales TIME_SCALES =
      TimeScales.of(leapSeconds(), (conventions, scales) -> List.of());

  private static final Frame TEME_BY_NAME =
      new Frame(Frame.getRoot(), Transform.IDENTITY, "TEME", true);

  private OrekitContext() {}

  /** Created on first use, because frames load the long series of the nutation. */
  private static final class Frameful implements DataContext {
    static final DataContext CONTEXT = new Frameful();

    private final Frames frames = Frames.of(TIME_SCALES, Frame::getRoot);

    @Override
    public TimeScales getTimeScales() {
      return TIME_SCALES;
    }

    @Override
    public Frames getFrames() {
      return frames;
    }

    @Override
    public CelestialBodies getCelestialBodies() {
      throw new UnsupportedOperationException();
    }

    @Override
    public GravityFields getGravityFields() {
      throw new UnsupportedOperationException();
    }

    @Override
    public GeoMagneticFields getGeoMagneticFields() {
      throw new UnsupportedOperationException();
    }
  }

  /** Returns time scales and frames, without Earth-orientation parameters and other data. */
  static DataContext withFrames() {
    return Frameful.CONTEXT;
  }

  static TimeScales timeScales() {
    return TIME_SCALES;
  }

  private static List<OffsetModel> leapSeconds() {
    List<OffsetModel> offsets = new ArrayList<>();
    for (int[] day : LEAP_DAYS) {
      offsets.add(
          new OffsetModel(
              new DateComponents(day[0], day[1], day[2]), FIRST_OFFSET_SECONDS + offsets.size()));
    }
    return offsets;
  }

  static UTCScale utc() {
    return TIME_SCALES.getUTC();
  }

  /** Returns the Greenwich mean sidereal time of 1982, in radians, not reduced to one turn. */
  static TimeScalarFunction greenwichMeanSiderealTime() {
    TimeScale ut1 = TIME_SCALES.getUT1(IERSConventions.IERS_1996, true);
    return IERSConventions.IERS_1996.getGMSTFunction(ut1, TIME_SCALES);
  }

  /**
   * Returns a frame that replaces TEME where only its name is needed. Orekit's own TEME would load
   * the series of the nutation, and nothing is ever transformed from this frame.
   */
  static Frame temeByName() {
    return TEME_BY_NAME;
  }

  /** Returns whether a date, which may be null, is within the years of satellite navigation. */
  static boolean isOfNavigation(AbsoluteDate date) {
    if (date == null || !date.isFinite()) {
      return false;
    }
    int year = date.getComponents(utc()).getDate().getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /**
   * Returns an instant in UTC.
   *
   * @throws PropagationException if the date is not within the years of satellite navigation
   */
  static Instant instant(AbsoluteDate date) throws PropagationException {
    if (!isOfNavigation(date)) {
      throw new PropagationException(NOT_OF_NAVIGATION);
    }
    return date.toInstant(TIME_SCALES);
  }

  /** Returns an instant as an Orekit date, in any year. */
  static AbsoluteDate date(Instant utc) {
    LocalDateTime time = LocalDateTime.ofInstant(utc, ZoneOffset.UTC);
    DateComponents day =
        new DateComponents(DateComponents.JAVA_EPOCH, (int) time.toLocalDate().toEpochDay());
    TimeOffset inDay = new TimeOffset(time.toLocalTime().toNanoOfDay(), TimeOffset.NANOSECOND);
    return new AbsoluteDate(day, new TimeComponents(inDay), utc());
  }
}
