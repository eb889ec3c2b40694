package dev.skytally.cli.option;

import dev.skytally.archive.KeepRule;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.fetch.FetchSource;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.DecimalNumber;
import dev.skytally.internal.input.SimilarNames;
import dev.skytally.internal.input.WrittenTime;
import dev.skytally.report.history.HistoryReport;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.ElevationMask;
import dev.skytally.tally.Metric;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converters for the values of options; each error says what was expected. */
public final class Arguments {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  private static final String AGE = "an age such as 90d, 8w, 6m or 2y after the colon";

  private static final String HOST = "([\\w.-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?";

  private static final String ADDRESS =
      "an address of this machine and a port, such as 127.0.0.1:8080 or [::1]:8080";

  private Arguments() {}

  /** A time zone: its name in any case, {@code local}, {@code utc}, or an offset. */
  public static final class Zone implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String value) {
      String name = value.strip();
      if (name.equalsIgnoreCase("utc")) {
        return ZoneOffset.UTC;
      }
      return (name.equalsIgnoreCase("local") ? ZoneId.systemDefault() : named(value, name))
          .normalized();
    }

    private static ZoneId named(String value, String name) {
      try {
        return ZoneId.of(name);
      } catch (DateTimeException e) {
        Set<String> names = ZoneId.getAvailableZoneIds();
        for (String known : names) {
          if (known.equalsIgnoreCase(name)) {
            return ZoneId.of(known);
          }
        }
        List<String> similar = SimilarNames.of(name, names.stream().sorted());
        throw expected(
            value,
            "a time zone such as Europe/Chisinau, local, utc or +03:00"
                + (similar.isEmpty() ? "" : "; did you mean " + similar.get(0) + "?"));
      }
    }
  }

  /**
   * A length of time of at least a millisecond, rounded to milliseconds, for example {@code 24h},
   * {@code 1h30m}, {@code 1:30}, {@code 7d}, {@code 1w}, {@code 0.5s} or {@code PT24H}.
   */
  public static final class Length implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      Duration duration = WrittenTime.length(value.strip()).orElse(Duration.ZERO);
      if (value.matches("\\s*[0-9.]*[1-9][0-9.]*\\s*")) {
        String number = value.strip();
        throw expected(value, "a unit, %sm for minutes, %sh for hours".formatted(number, number));
      }
      if (duration.isZero() && value.matches("\\s*[1-9]\\d{0,2},\\d{3}\\s*[a-zA-Z]+\\s*")) {
        String fraction = value.strip().replace(',', '.');
        if (WrittenTime.length(fraction).isPresent()) {
          throw expected(value, fraction.replace(".", "") + " or " + fraction);
        }
      }
      if (duration.isNegative() || duration.isZero()) {
        throw expected(
            value, "a length of time greater than 0, such as 24h, 1h30m, 1:30, 30s, 7d or PT24H");
      }
      if (duration.compareTo(SHORTEST) < 0) {
        throw expected(value, "at least a millisecond, 0.001s");
      }
      if (duration.compareTo(LONGEST) > 0) {
        throw expected(value, "at most " + LONGEST.toDays() + "d");
      }
      return Duration.ofMillis(Math.round(duration.toNanos() / 1e6));
    }
  }

  /** A rule for pruning an archive: {@code all:90d}, {@code weekly:2y} or {@code monthly}. */
  public static final class Keep implements ITypeConverter<KeepRule> {
    @Override
    public KeepRule convert(String value) {
      String[] parts = value.strip().split(":", 2);
      KeepRule.Every every =
          constant(
              parts[0],
              KeepRule.Every.values(),
              "all, daily, weekly, monthly or yearly, and for a limit an age such as all:90d");
      return new KeepRule(
          every, parts.length == 1 ? Optional.empty() : Optional.of(age(value, parts[1])));
    }

    private static Period age(String value, String age) {
      try {
        Period period = Period.parse("P" + age);
        if (!period.isNegative() && !period.isZero()) {
          return period;
        }
      } catch (DateTimeException e) {
        throw expected(value, AGE);
      }
      throw expected(value, AGE);
    }
  }

  static final class GnssSystemName implements ITypeConverter<GnssSystem> {
    @Override
    public GnssSystem convert(String value) {
      try {
        return GnssSystem.of(value.strip());
      } catch (IllegalArgumentException e) {
        throw expected(value, "one of " + GnssSystem.codes());
      }
    }
  }

  /** Systems that share a clock, {@code GPS+QZS,BDS+GAL}, or {@code own} if no two do. */
  static final class Clocks implements ITypeConverter<ReceiverClocks> {
    @Override
    public ReceiverClocks convert(String value) {
      if (value.strip().equalsIgnoreCase("own")) {
        return ReceiverClocks.OWN;
      }
      List<Set<GnssSystem>> shared = new ArrayList<>();
      Set<GnssSystem> seen = EnumSet.noneOf(GnssSystem.class);
      for (String clock : value.split(",", -1)) {
        Set<GnssSystem> systems = EnumSet.noneOf(GnssSystem.class);
        for (String name : clock.split("\\+", -1)) {
          GnssSystem system = new GnssSystemName().convert(name);
          if (!seen.add(system)) {
            throw expected(value, "each system once, not " + system + " again");
          }
          systems.add(system);
        }
        if (systems.size() == 1) {
          throw expected(value, "systems joined by +, such as GPS+QZS or GPS+QZS,BDS+GAL, or own");
        }
        shared.add(systems);
      }
      return new ReceiverClocks(shared);
    }
  }

  static final class Status implements ITypeConverter<StatusFilter> {
    private static final StatusFilter[] OFFERED = {
      StatusFilter.OPERATIONAL, StatusFilter.TRANSMITTING, StatusFilter.ALL
    };

    @Override
    public StatusFilter convert(String value) {
      return constant(value, OFFERED, "operational, transmitting or all");
    }
  }

  static final class OmmFormat implements ITypeConverter<FetchSource.Format> {
    @Override
    public FetchSource.Format convert(String value) {
      return constant(value, FetchSource.Format.values(), "json or csv");
    }
  }

  static final class ReportFormat implements ITypeConverter<OutputOptions.Format> {
    private final OutputOptions.Format[] offered;
    private final String names;

    ReportFormat(String names, OutputOptions.Format... offered) {
      this.names = names;
      this.offered = offered;
    }

    @Override
    public OutputOptions.Format convert(String value) {
      return constant(value, offered, names);
    }
  }

  static final class MetricName implements ITypeConverter<Metric> {
    @Override
    public Metric convert(String value) {
      return constant(value, Metric.values(), "max, mean or share");
    }
  }

  public static final class PeriodName implements ITypeConverter<HistoryReport.Period> {
    @Override
    public HistoryReport.Period convert(String value) {
      return constant(value, HistoryReport.Period.values(), "day, month, quarter or year");
    }
  }

  /** The name of an encoding, or the number of a Windows code page. */
  static final class Encoding implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String value) {
      String name = value.strip();
      boolean isNumber = !name.isEmpty() && name.chars().allMatch(Character::isDigit);
      try {
        return Charset.forName(isNumber ? "windows-" + name : name);
      } catch (IllegalArgumentException e) {
        throw expected(value, "an encoding such as utf-8, windows-1252 or windows-1251");
      }
    }
  }

  private static <E extends Enum<E>> E constant(String value, E[] constants, String names) {
    for (E constant : constants) {
      if (constant.name().equalsIgnoreCase(value.strip())) {
        return constant;
      }
    }
    throw expected(value, names);
  }

  /** A constant of an enum, written in lower case and with dashes for underscores. */
  public static final class Constant<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] constants;
    private final String names;

    public Constant(E[] constants, String names) {
      this.constants = constants;
      this.names = names;
    }

    @Override
    public E convert(String value) {
      for (E constant : constants) {
        if (constant.name().replace('_', '-').equalsIgnoreCase(value.strip())) {
          return constant;
        }
      }
      throw expected(value, names);
    }
  }

  public static final class Decimal implements ITypeConverter<Double> {
    private final String expected;

    public Decimal(String expected) {
      this.expected = expected;
    }

    @Override
    public Double convert(String value) {
      try {
        return DecimalNumber.parse(value.strip());
      } catch (NumberFormatException e) {
        throw expected(value, expected);
      }
    }
  }

  /** A number within bounds. */
  static final class Within implements ITypeConverter<Double> {
    private final double least;
    private final double most;
    private final String expected;

    Within(double least, double most, String expected) {
      this.least = least;
      this.most = most;
      this.expected = expected;
    }

    @Override
    public Double convert(String value) {
      double number = new Decimal(expected).convert(value);
      if (!(number >= least && number <= most)) {
        throw expected(value, expected);
      }
      return number;
    }
  }

  public static final class Degrees implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      try {
        double degrees = DecimalNumber.parse(value.strip());
        if (ElevationMask.isMask(degrees)) {
          return degrees;
        }
      } catch (NumberFormatException e) {
        throw expected(value, ElevationMask.EXPECTED);
      }
      throw expected(value, ElevationMask.EXPECTED);
    }
  }

  /** An address of this machine with a port, for example {@code 127.0.0.1:8080}. */
  public static final class Address implements ITypeConverter<InetSocketAddress> {
    @Override
    public InetSocketAddress convert(String value) {
      int colon = value.lastIndexOf(':');
      try {
        if (colon > 0) {
          String host = value.substring(0, colon).replaceAll("^\\[|\\]$", "");
          int port = Integer.parseInt(value.substring(colon + 1));
          return new InetSocketAddress(InetAddress.getAllByName(host)[0], port);
        }
      } catch (IllegalArgumentException | UnknownHostException e) {
        throw expected(value, ADDRESS);
      }
      throw expected(value, ADDRESS);
    }
  }

  /** A host as requests name it. */
  public static final class Host implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (value.matches(HOST)) {
        return value;
      }
      throw expected(value, "a host without https:// and path, such as maps.example.org:8080");
    }
  }

  /** The origin of a page as browsers name it. */
  public static final class Origin implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (value.matches("https?://" + HOST)) {
        return value;
      }
      throw expected(value, "an origin without a path, such as https://example.org");
    }
  }

  /** The horizon that points such as {@code 0:5,90:12} describe, or the path of its file. */
  static final class Horizon implements ITypeConverter<Object> {
    @Override
    public Object convert(String value) {
      try {
        Optional<ElevationMask> written = ElevationMask.ofText(value);
        return written.isPresent() ? written.get() : Path.of(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  public static final class Positive implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      try {
        int number = Integer.parseInt(value.strip());
        if (number > 0) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw expected(value, "a whole number");
      }
      throw expected(value, "a number of at least 1");
    }
  }

  private static TypeConversionException expected(String value, String what) {
    return new TypeConversionException(TextFile.quoted(value) + ", expected " + what);
  }
}
