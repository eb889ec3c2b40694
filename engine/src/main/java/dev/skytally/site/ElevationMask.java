package dev.skytally.site;

import dev.skytally.input.TextFile;
import dev.skytally.internal.input.DecimalNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The least elevation at which a satellite counts as in view: either the same all around, or by
 * azimuth (a horizon). A horizon is linear between the given azimuths and periodic over north.
 *
 * <p>Immutable.
 */
public final class ElevationMask {
  /** The bound of a mask. At 90 degrees nothing is ever in view, and the zenith has no azimuth. */
  private static final double HIGHEST_DEGREES = 90;

  /** Points need a colon, and no name of a file has only these characters. */
  private static final Pattern POINTS = Pattern.compile("[-+0-9.,: ]*:[-+0-9.,: ]*");

  /** Four points, one in each direction of the compass, describe a horizon; fewer do not. */
  private static final double WIDEST_GAP_DEGREES = 90;

  /** Points 90 degrees apart are not more than that after their conversion to radians. */
  private static final double ROUNDING_RADIANS = 1e-10;

  /** What a message expects of a mask. */
  public static final String EXPECTED = "degrees above -90 and below 90";

  /** Neighbouring points of a horizon, which is a line between them. */
  private record Gap(double from, double to, double elevationFrom, double elevationTo) {
    boolean isAbove(double elevationRadians) {
      return Math.max(elevationFrom, elevationTo) > elevationRadians;
    }
  }

  private final double[] azimuthsRadians;
  private final double[] elevationsRadians;

  /** The gap between points as they were given, if it is too wide. */
  private final Optional<Gap> gap;

  private final boolean isHorizon;

  /** The horizon without its floor; null if it has none. */
  private final @Nullable ElevationMask unraised;

  /** The elevation that a horizon is at least; NaN if none was given. */
  private final double floorRadians;

  private ElevationMask(
      double[] azimuthsRadians,
      double[] elevationsRadians,
      Optional<Gap> gap,
      boolean isHorizon,
      @Nullable ElevationMask unraised,
      double floorRadians) {
    this.azimuthsRadians = azimuthsRadians;
    this.elevationsRadians = elevationsRadians;
    this.gap = gap;
    this.isHorizon = isHorizon;
    this.unraised = unraised;
    this.floorRadians = floorRadians;
  }

  /**
   * {@return the same mask all around}
   *
   * @param elevationDegrees -90 (exclusive) to 90 (exclusive)
   */
  public static ElevationMask ofDegrees(double elevationDegrees) {
    return ofRadians(Math.toRadians(requireElevation(elevationDegrees)));
  }

  /**
   * {@return the same mask all around, in radians; see {@link #ofDegrees}}
   *
   * @param elevationRadians the elevation, radians
   */
  public static ElevationMask ofRadians(double elevationRadians) {
    requireElevation(Math.toDegrees(elevationRadians));
    return new ElevationMask(
        new double[] {0},
        new double[] {elevationRadians},
        Optional.empty(),
        false,
        null,
        Double.NaN);
  }

  /**
   * {@return a horizon by azimuth}
   *
   * @param elevationDegreesByAzimuthDegrees azimuths from north over east, 0 to 360 (exclusive), at
   *     least one
   */
  public static ElevationMask horizonOfDegrees(
      Map<Double, Double> elevationDegreesByAzimuthDegrees) {
    SortedMap<Double, Double> sorted = new TreeMap<>();
    for (var point : elevationDegreesByAzimuthDegrees.entrySet()) {
      requireElevation("the horizon at azimuth " + point.getKey(), point.getValue());
      double withoutNegativeZero = point.getKey() + 0.0;
      if (sorted.put(withoutNegativeZero, point.getValue()) != null) {
        throw new IllegalArgumentException("azimuth 0 is given twice");
      }
    }
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("a horizon has at least one point");
    }
    if (!(sorted.firstKey() >= 0 && sorted.lastKey() < 360)) {
      throw new IllegalArgumentException(
          "azimuths are 0 to 360 (exclusive) degrees, not "
              + sorted.firstKey()
              + " to "
              + sorted.lastKey());
    }
    return horizon(
        sorted.keySet().stream().mapToDouble(Math::toRadians).toArray(),
        sorted.values().stream().mapToDouble(Math::toRadians).toArray());
  }

  /**
   * {@return a horizon by azimuth, in radians; see {@link #horizonOfDegrees}}
   *
   * @param azimuthsRadians from north over east, 0 to 2 pi (exclusive), ascending, at least one
   * @param elevationsRadians one for each azimuth
   */
  public static ElevationMask horizonOfRadians(
      double[] azimuthsRadians, double[] elevationsRadians) {
    if (azimuthsRadians.length == 0 || azimuthsRadians.length != elevationsRadians.length) {
      throw new IllegalArgumentException(
          "a horizon of %s azimuths and %s elevations, expected as many of both, at least one"
              .formatted(azimuthsRadians.length, elevationsRadians.length));
    }
    double before = -1;
    for (double azimuth : azimuthsRadians) {
      if (!(azimuth >= 0 && azimuth > before && azimuth < 2 * Math.PI)) {
        throw new IllegalArgumentException(
            "azimuth %s is not 0 to 2 pi (exclusive) radians, or not after the one before"
                .formatted(azimuth));
      }
      before = azimuth;
    }
    for (double elevation : elevationsRadians) {
      requireElevation(Math.toDegrees(elevation));
    }
    return horizon(azimuthsRadians.clone(), elevationsRadians.clone());
  }

  private static ElevationMask horizon(double[] azimuthsRadians, double[] elevationsRadians) {
    return new ElevationMask(
        azimuthsRadians,
        elevationsRadians,
        wideGap(azimuthsRadians, elevationsRadians),
        true,
        null,
        Double.NaN);
  }

  /** Returns the widest gap between neighbouring points if a horizon above 0 spans it. */
  private static Optional<Gap> wideGap(double[] azimuthsRadians, double[] elevationsRadians) {
    int n = azimuthsRadians.length;
    Optional<Gap> widest = Optional.empty();
    double width = Math.toRadians(WIDEST_GAP_DEGREES) + ROUNDING_RADIANS;
    for (int i = 0; i < n; i++) {
      if (stepToNext(azimuthsRadians, i) > width) {
        width = stepToNext(azimuthsRadians, i);
        int next = (i + 1) % n;
        widest =
            Optional.of(
                new Gap(
                    azimuthsRadians[i],
                    azimuthsRadians[next],
                    elevationsRadians[i],
                    elevationsRadians[next]));
      }
    }
    return widest.filter(gap -> gap.isAbove(0));
  }

  /**
   * Reads a horizon from a file. The content decides the format:
   *
   * <ul>
   *   <li>CSV with the columns {@code azimuth_deg} (from north over east, 0 to 360, exclusive) and
   *       {@code elevation_deg}, or common names of these such as {@code Azimut} and {@code Höhe},
   *       in any order; other columns are ignored.
   *   <li>The table of PVGIS with the columns {@code A} (from south over west, -180 to 180) and
   *       {@code H_hor}.
   *   <li>Lines of azimuth (from north over east, 0 to 360) and elevation, as astronomy programs
   *       write them; a line that begins with {@code #} is a comment.
   * </ul>
   *
   * @param file the file
   * @return the mask
   * @throws dev.skytally.input.InputFormatException if the file is not a horizon; the message gives
   *     file, line and column
   */
  public static ElevationMask readHorizon(Path file) throws IOException {
    return readHorizon(TextFile.read(file));
  }

  /**
   * Reads a horizon from a text, as {@link #readHorizon(Path)} does from a file.
   *
   * @param file the text, with the name that messages give it
   * @return the mask
   * @throws dev.skytally.input.InputFormatException if the text is not a horizon
   */
  public static ElevationMask readHorizon(TextFile file) throws IOException {
    return horizonOfDegrees(HorizonFormat.of(file).points(file));
  }

  /**
   * Reads a horizon that is written as points, for example {@code 0:5,90:12.5}: azimuths from north
   * over east and elevations in degrees.
   *
   * @param text the text
   * @return the mask; empty if the text is something else, for example the name of a file
   * @throws IllegalArgumentException if the points are no horizon
   */
  public static Optional<ElevationMask> ofText(String text) {
    if (!POINTS.matcher(text).matches()) {
      return Optional.empty();
    }
    Map<Double, Double> points = new TreeMap<>();
    for (String point : text.split(",", -1)) {
      int colon = point.indexOf(':');
      double azimuth;
      double elevation;
      try {
        azimuth = DecimalNumber.parse(point.substring(0, Math.max(0, colon)).strip());
        elevation = DecimalNumber.parse(point.substring(colon + 1).strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "%s is no point, expected azimuth:elevation such as 90:12"
                .formatted(TextFile.quoted(point)),
            e);
      }
      if (points.put(azimuth + 0.0, elevation) != null) {
        throw new IllegalArgumentException("azimuth %s is given twice".formatted(azimuth));
      }
    }
    return Optional.of(horizonOfDegrees(points));
  }

  /**
   * {@return the greater of this mask and an elevation, at each azimuth} Points are added where the
   * horizon crosses the elevation, so the result is exact.
   *
   * @param elevationDegrees -90 (exclusive) to 90 (exclusive)
   */
  public ElevationMask atLeastDegrees(double elevationDegrees) {
    return atLeastRadians(Math.toRadians(requireElevation(elevationDegrees)));
  }

  /**
   * {@return the greater of this mask and an elevation, in radians; see {@link #atLeastDegrees}}
   *
   * @param elevationRadians the elevation, radians
   */
  public ElevationMask atLeastRadians(double elevationRadians) {
    requireElevation(Math.toDegrees(elevationRadians));
    if (isHorizon ? elevationRadians <= floorRadians : elevationRadians < elevationsRadians[0]) {
      return this;
    }
    return isHorizon
        ? unraised().orElse(this).raised(elevationRadians)
        : ofRadians(elevationRadians);
  }

  private ElevationMask raised(double least) {
    if (least < leastElevationRadians()) {
      return new ElevationMask(azimuthsRadians, elevationsRadians, gap, true, this, least);
    }
    if (least >= greatestElevationRadians()) {
      return new ElevationMask(
          new double[] {0}, new double[] {least}, Optional.empty(), true, this, least);
    }
    SortedMap<Double, Double> points = new TreeMap<>();
    for (int i = 0; i < azimuthsRadians.length; i++) {
      double above = elevationsRadians[i] - least;
      double nextAbove = elevationsRadians[(i + 1) % elevationsRadians.length] - least;
      if (above * nextAbove < 0) {
        double crossing = azimuthsRadians[i] - above / slope(i);
        points.put(crossing % (2 * Math.PI), least);
      }
    }
    for (int i = 0; i < azimuthsRadians.length; i++) {
      points.put(azimuthsRadians[i], Math.max(elevationsRadians[i], least));
    }
    return new ElevationMask(
        points.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        points.values().stream().mapToDouble(Double::doubleValue).toArray(),
        gap.filter(wide -> wide.isAbove(least)),
        true,
        this,
        least);
  }

  /**
   * {@return the horizon before {@link #atLeastDegrees}; empty if it has no {@link #floorRadians}}
   */
  public Optional<ElevationMask> unraised() {
    return Optional.ofNullable(unraised);
  }

  /**
   * {@return the elevation, radians, that {@link #atLeastDegrees} gave a horizon, even if all of
   * the horizon is higher; empty if it gave none, and for a mask that is no horizon}
   */
  public OptionalDouble floorRadians() {
    return Double.isNaN(floorRadians) ? OptionalDouble.empty() : OptionalDouble.of(floorRadians);
  }

  private static double requireElevation(double elevationDegrees) {
    requireElevation("mask", elevationDegrees);
    return elevationDegrees;
  }

  private static void requireElevation(String what, double elevationDegrees) {
    if (!isMask(elevationDegrees)) {
      throw new IllegalArgumentException(
          "%s is %s, expected %s".formatted(what, elevationDegrees, EXPECTED));
    }
  }

  /**
   * {@return whether an elevation can be a mask}
   *
   * @param elevationDegrees the elevation, degrees
   */
  public static boolean isMask(double elevationDegrees) {
    return Math.abs(elevationDegrees) < HIGHEST_DEGREES;
  }

  /** {@return the azimuths of the horizon's points, ascending; 0 alone if the mask is constant} */
  public double[] azimuthsRadians() {
    return azimuthsRadians.clone();
  }

  /** {@return the elevations of the horizon's points, one for each azimuth} */
  public double[] elevationsRadians() {
    return elevationsRadians.clone();
  }

  /** {@return whether the mask was given by azimuth; a horizon may still be the same all around} */
  public boolean isHorizon() {
    return isHorizon;
  }

  /** {@return whether the mask is the same all around} */
  public boolean isConstant() {
    return leastElevationRadians() == greatestElevationRadians();
  }

  /** {@return the least elevation of the mask, radians} */
  public double leastElevationRadians() {
    double least = elevationsRadians[0];
    for (double elevation : elevationsRadians) {
      least = Math.min(least, elevation);
    }
    return least;
  }

  /** {@return the greatest elevation of the mask, radians} */
  public double greatestElevationRadians() {
    double greatest = elevationsRadians[0];
    for (double elevation : elevationsRadians) {
      greatest = Math.max(greatest, elevation);
    }
    return greatest;
  }

  /**
   * A stretch of the mask.
   *
   * @param leastElevationRadians the least elevation, radians
   * @param greatestElevationRadians the greatest elevation, radians
   * @param steepestSlope radians of elevation per radian of azimuth, at least 0
   */
  public record Stretch(
      double leastElevationRadians, double greatestElevationRadians, double steepestSlope) {}

  /**
   * {@return the mask over the azimuths from {@code azimuthRadians - reachRadians} to {@code
   * azimuthRadians + reachRadians}; all around if the reach is at least pi}
   *
   * @param azimuthRadians the azimuth, radians from north over east
   * @param reachRadians how far the stretch reaches to each side, radians
   */
  public Stretch stretch(double azimuthRadians, double reachRadians) {
    double turn = 2 * Math.PI;
    double width = Math.min(2 * reachRadians, turn);
    double from = azimuthRadians - width / 2;
    from -= turn * Math.floor(from / turn);
    int i = knotBefore(from);
    double least = at(i, from);
    double greatest = least;
    double steepest = Math.abs(slope(i));
    double left = width;
    double toNext = stepToNext(i) - fromKnot(i, from);
    while (toNext <= left) {
      left -= toNext;
      i = (i + 1) % azimuthsRadians.length;
      from = azimuthsRadians[i];
      least = Math.min(least, elevationsRadians[i]);
      greatest = Math.max(greatest, elevationsRadians[i]);
      steepest = Math.max(steepest, Math.abs(slope(i)));
      toNext = stepToNext(i);
    }
    double end = elevationsRadians[i] + (fromKnot(i, from) + left) * slope(i);
    return new Stretch(Math.min(least, end), Math.max(greatest, end), steepest);
  }

  /**
   * {@return the mask in a direction}
   *
   * @param azimuthRadians 0 to 2 pi
   */
  public double elevationRadians(double azimuthRadians) {
    return at(knotBefore(azimuthRadians), azimuthRadians);
  }

  /**
   * {@return a sentence about the widest gap between neighbouring points, without a full stop;
   * empty unless it is more than 90 degrees wide and the horizon above it is higher than 0 and than
   * the least elevation of {@link #atLeastDegrees}}
   */
  public Optional<String> gap() {
    return gap.map(
        wide ->
            (azimuthsRadians.length == 1
                    ? "only one point, so the horizon is %s degrees high in every direction; if the"
                            .formatted(number(wide.elevationFrom))
                        + " sky is free elsewhere"
                    : "no point between azimuth %s and %s, where the horizon is a line from %s to"
                            .formatted(
                                number(wide.from), number(wide.to), number(wide.elevationFrom))
                        + " %s degrees; if the sky is free there"
                            .formatted(number(wide.elevationTo)))
                + ", add points with elevation 0 beside the obstacle");
  }

  private int knotBefore(double azimuthRadians) {
    int i = Arrays.binarySearch(azimuthsRadians, azimuthRadians);
    int n = azimuthsRadians.length;
    return i >= 0 ? i : (-i - 2 + n) % n;
  }

  private double at(int knot, double azimuthRadians) {
    return elevationsRadians[knot] + fromKnot(knot, azimuthRadians) * slope(knot);
  }

  private double fromKnot(int knot, double azimuthRadians) {
    double from = azimuthRadians - azimuthsRadians[knot];
    return from < 0 ? from + 2 * Math.PI : from;
  }

  private double slope(int knot) {
    double next = elevationsRadians[(knot + 1) % elevationsRadians.length];
    return (next - elevationsRadians[knot]) / stepToNext(knot);
  }

  private double stepToNext(int knot) {
    return stepToNext(azimuthsRadians, knot);
  }

  private static double stepToNext(double[] azimuthsRadians, int knot) {
    int n = azimuthsRadians.length;
    double step = azimuthsRadians[(knot + 1) % n] - azimuthsRadians[knot];
    return knot + 1 < n ? step : step + 2 * Math.PI;
  }

  /** Masks are equal if their azimuths and elevations are, whether or not they are horizons. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ElevationMask mask
        && Arrays.equals(azimuthsRadians, mask.azimuthsRadians)
        && Arrays.equals(elevationsRadians, mask.elevationsRadians);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(azimuthsRadians) + Arrays.hashCode(elevationsRadians);
  }

  @Override
  public String toString() {
    return isConstant()
        ? "%s degrees".formatted(number(elevationsRadians[0]))
        : "horizon of %s points, %s to %s degrees"
            .formatted(
                azimuthsRadians.length,
                number(leastElevationRadians()),
                number(greatestElevationRadians()));
  }

  private static String number(double radians) {
    return Double.toString(Math.round(Math.toDegrees(radians) * 1e6) / 1e6).replaceAll("\\.0$", "");
  }
}
