package dev.skytally;

import dev.skytally.internal.answer.AnswerInput;
import dev.skytally.internal.answer.AnswerOutput;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.site.ElevationMask;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a {@link VisibilityStudy}: a tally for each site, and how many sites each leads.
 *
 * <p>Immutable.
 */
public final class StudyResult {
  private static final String KIND = "sites";

  private final Constellation constellation;
  private final Window window;
  private final ElevationMask mask;
  private final List<SiteTally> tallies;

  /**
   * Creates an answer.
   *
   * @param constellation the satellites that were propagated
   * @param window the window
   * @param mask the mask of every site without one of its own
   * @param tallies a tally for each site
   */
  public StudyResult(
      Constellation constellation, Window window, ElevationMask mask, List<SiteTally> tallies) {
    this.constellation = constellation;
    this.window = window;
    this.mask = mask;
    this.tallies = List.copyOf(tallies);
  }

  /**
   * {@return the satellites that were propagated} The others are listed under {@link
   * Constellation#excluded()} with the reason.
   */
  public Constellation constellation() {
    return constellation;
  }

  /** {@return the beginning of the window} */
  public Instant start() {
    return window.start();
  }

  /** {@return the end of the window (exclusive)} */
  public Instant end() {
    return window.end();
  }

  /**
   * {@return the mask of every site that has no {@linkplain dev.skytally.site.GroundSite#mask mask
   * of its own}}
   */
  public ElevationMask mask() {
    return mask;
  }

  /** {@return the step of the sampled mode; empty if the counts are exact} */
  public Optional<Duration> sampledEvery() {
    return window.sampledEvery();
  }

  /** {@return a tally for each site, in the order of the sites} */
  public List<SiteTally> tallies() {
    return tallies;
  }

  /**
   * {@return the tally of the first site with this name; {@link #tallies} has those of all}
   *
   * @param siteName the name of a site
   * @throws IllegalArgumentException if no site has this name
   */
  public SiteTally tally(String siteName) {
    return tallies.stream()
        .filter(tally -> tally.site().name().equals(siteName))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no site of this study is named " + siteName));
  }

  /**
   * {@return the sites that a system leads by a metric, in the order of the sites}
   *
   * @param system one of the systems that were asked for
   * @param metric the figure that decides who leads
   */
  public List<SiteTally> ledBy(GnssSystem system, Metric metric) {
    return tallies.stream()
        .filter(tally -> tally.leader(metric).equals(Optional.of(system)))
        .toList();
  }

  /**
   * {@return the sites where two or more systems share the first place by a metric}
   *
   * @param metric the figure that decides who leads
   */
  public List<SiteTally> ties(Metric metric) {
    return tallies.stream().filter(tally -> tally.leader(metric).isEmpty()).toList();
  }

  /**
   * {@return the least and the greatest number of sites that a system would lead by the maximum if
   * the {@link Constellation#missing() missing} satellites counted} At each site, each of them
   * raises the maximum of its system by one or not at all. Without missing satellites, both bounds
   * are the number of sites that the system leads.
   *
   * @param system one of the systems that were asked for
   */
  public Range ledByMaxWithMissing(GnssSystem system) {
    Map<GnssSystem, Integer> missing = missingBySystem();
    int least = 0;
    int most = 0;
    for (SiteTally tally : tallies) {
      int max = tally.inView(system).max();
      boolean leadsAtLeast = true;
      boolean leadsAtMost = true;
      for (GnssSystem other : constellation.systems()) {
        if (other != system) {
          int otherMax = tally.inView(other).max();
          leadsAtLeast &= max > otherMax + missing.getOrDefault(other, 0);
          leadsAtMost &= max + missing.getOrDefault(system, 0) > otherMax;
        }
      }
      least += leadsAtLeast ? 1 : 0;
      most += leadsAtMost ? 1 : 0;
    }
    return new Range(least, most);
  }

  private Map<GnssSystem, Integer> missingBySystem() {
    Map<GnssSystem, Integer> counts = new EnumMap<>(GnssSystem.class);
    for (Missing missing : constellation.missing()) {
      counts.merge(missing.satellite().system(), 1, Integer::sum);
    }
    return counts;
  }

  /**
   * Writes the answer in a compact format that {@link #readFrom} reads on any machine. The stream
   * is not closed, and nothing may follow in it.
   *
   * @param stream the stream, which stays open
   * @throws IOException if the stream cannot be written
   */
  public void writeTo(OutputStream stream) throws IOException {
    AnswerOutput out = new AnswerOutput(stream, KIND);
    out.constellation(constellation);
    out.instant(start());
    out.duration(window.duration());
    out.flag(sampledEvery().isPresent());
    out.duration(sampledEvery().orElse(Duration.ZERO));
    out.mask(mask);
    out.number(tallies.size());
    for (SiteTally tally : tallies) {
      out.site(tally.site());
      out.numbers(tally.wholeNumbers());
    }
    out.finish();
  }

  /**
   * Reads an answer that {@link #writeTo} wrote; it equals the written one if all satellites flew
   * by element sets. The answer does not contain orbits other than element sets, so satellites with
   * such orbits cannot be propagated again.
   *
   * @param stream holds this answer alone; read to its end, not closed
   * @return the answer
   * @throws dev.skytally.input.InputFormatException if the stream is not such an answer, has
   *     another version, or is truncated or damaged
   */
  public static StudyResult readFrom(InputStream stream) throws IOException {
    return AnswerInput.read(
        stream,
        KIND,
        in -> {
          Constellation constellation = in.constellation();
          Instant start = in.instant();
          Duration duration = in.duration();
          boolean isSampled = in.flag();
          Duration step = in.duration();
          Window window =
              new Window(start, duration, isSampled ? Optional.of(step) : Optional.empty());
          ElevationMask mask = in.mask();
          List<SiteTally> tallies =
              in.list(
                  one ->
                      SiteTally.ofWholeNumbers(
                          one.site(), constellation.systems(), one.longIntegers()));
          return new StudyResult(constellation, window, mask, tallies);
        });
  }

  /** Answers are equal if question, satellites and all tallies are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StudyResult result
        && result.constellation.equals(constellation)
        && result.window.equals(window)
        && result.mask.equals(mask)
        && result.tallies.equals(tallies);
  }

  @Override
  public int hashCode() {
    return Objects.hash(window, mask, tallies);
  }

  /** {@return the question, and how many sites each system leads by the maximum, in one line} */
  @Override
  public String toString() {
    StringJoiner led = new StringJoiner(", ");
    for (GnssSystem system : constellation.systems()) {
      led.add("%s %s".formatted(system, ledBy(system, Metric.MAX).size()));
    }
    return "%s sites, %s to %s%s, %s; led by maximum: %s, tied %s"
        .formatted(
            tallies.size(),
            start(),
            end(),
            sampledEvery().map(step -> " every " + step).orElse(""),
            masks(),
            led,
            ties(Metric.MAX).size());
  }

  /** Describes the masks; names {@link #mask} only if it is that of a site. */
  private String masks() {
    long own = tallies.stream().filter(tally -> tally.site().mask().isPresent()).count();
    if (own == 0) {
      return "mask " + mask;
    }
    return own == tallies.size()
        ? "sites have their own masks"
        : "mask " + mask + " at sites without their own";
  }

  /**
   * Bounds of a number of sites, both inclusive.
   *
   * @param least the least number
   * @param most the greatest number
   */
  public record Range(int least, int most) {}
}
