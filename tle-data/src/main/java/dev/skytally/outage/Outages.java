package dev.skytally.outage;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When satellites are out of service according to notices.
 *
 * <p>Immutable.
 */
public final class Outages {
  // Every start loads this class, so it has no lambdas whose first use costs time.

  private static final Outages NONE = new Outages("", List.of(), List.of(), List.of());

  private final String source;
  private final List<Outage> outages;
  private final List<Coverage> coverage;
  private final List<String> problems;

  /**
   * Who had the PRN of an outage, looked up when it is first needed; by identity, to start fast.
   */
  private final Map<Outage, Optional<Satellite>> holders =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * The outages in the last window that was asked for: each satellite asks for the same one, and a
   * start costs more time than a study.
   */
  private volatile Window lastWindow = new Window(Instant.EPOCH, Instant.EPOCH, List.of());

  private record Window(Instant start, Instant end, List<Outage> outages) {}

  /**
   * A time in which all outages of a system are known.
   *
   * @param system the system
   * @param from the beginning
   * @param to the end (exclusive)
   */
  public record Coverage(GnssSystem system, Instant from, Instant to) {}

  /** Compares two outages by their order, that of their beginnings. */
  static int byBeginning(Outage one, Outage other) {
    int order = one.from().compareTo(other.from());
    return order == 0 ? one.prn().compareTo(other.prn()) : order;
  }

  Outages(String source, List<Outage> outages, List<Coverage> coverage, List<String> problems) {
    this.source = source;
    this.outages = List.copyOf(outages);
    this.coverage = List.copyOf(coverage);
    this.problems = List.copyOf(problems);
  }

  /** {@return no outages, because no notices are used} */
  public static Outages none() {
    return NONE;
  }

  /**
   * {@return outages that the caller knows; they cover each of their systems as the notices of a
   * file do, so outages of satellites that the registry does not know cover nothing}
   *
   * @param source where they come from
   * @param outages the outages
   */
  public static Outages of(String source, List<Outage> outages) {
    List<Outage> sorted = new ArrayList<>(outages);
    sorted.sort(Outages::byBeginning);
    NoticeDays days = new NoticeDays();
    sorted.forEach(days::add);
    return new Outages(source, sorted, days.coverage(), List.of());
  }

  /**
   * {@return the bundled outages: of GPS from 2018 to 2025, with gaps, and of Galileo in July 2019}
   */
  public static Outages bundled() {
    return BundledOutages.OUTAGES;
  }

  /**
   * Reads notices, yearly summaries of NANUs, or tables with the columns {@code
   * prn,from,to,source}; {@code source} may be absent. The content decides the format. All notices
   * of a folder are read together, because they refer to each other. A file of a folder that is
   * none of these is a problem, as is a notice that is not understood.
   *
   * <p>The notices cover a system from the first day that one of them names to the last, without
   * gaps of a calendar year or more. A summary covers its year from the beginning. A notice about a
   * PRN that the registry gives to no satellite on that day covers nothing.
   *
   * @param path a file, plain or packed with gzip, or a folder of them
   * @return the outages
   * @throws InputFormatException if a single file cannot be read, or if no notice of a folder can
   * @throws IOException if a folder cannot be read
   */
  public static Outages read(Path path) throws IOException {
    List<Path> files = TextFile.filesOf(path);
    Reading reading = new Reading();
    int read = 0;
    for (Path file : files) {
      try {
        reading.add(TextFile.read(file));
        read++;
      } catch (InputFormatException e) {
        if (files.size() == 1) {
          throw e;
        }
        reading.problems.add(e.getMessage());
      }
    }
    if (read == 0) {
      throw new InputFormatException(path.toString(), 0, 0, "holds no notices of outages");
    }
    return reading.outages(path.toString());
  }

  /**
   * Reads notices from a text, as {@link #read(Path)} does from a file.
   *
   * @param file the text and its source
   * @return the outages
   * @throws InputFormatException if the text holds no notices
   */
  public static Outages read(TextFile file) throws IOException {
    Reading reading = new Reading();
    reading.add(file);
    return reading.outages(file.source());
  }

  /**
   * {@return these outages, and where they do not cover a system the others that begin there}
   *
   * @param others the others
   */
  public Outages filledBy(Outages others) {
    List<Outage> all = new ArrayList<>(outages);
    for (Outage other : others.outages) {
      if (!covers(other.system(), other.from())) {
        all.add(other);
      }
    }
    all.sort(Outages::byBeginning);
    return together(others, all);
  }

  /**
   * {@return these outages and all others; an outage of both with the same times occurs once}
   *
   * @param others the others
   */
  public Outages plus(Outages others) {
    List<Outage> all = new ArrayList<>(outages);
    for (Outage other : others.outages) {
      if (!lists(other)) {
        all.add(other);
      }
    }
    all.sort(Outages::byBeginning);
    return together(others, all);
  }

  private boolean lists(Outage other) {
    for (Outage outage : outages) {
      if (outage.from().equals(other.from())
          && outage.to().equals(other.to())
          && outage.system() == other.system()
          && outage.prn().equals(other.prn())) {
        return true;
      }
    }
    return false;
  }

  private Outages together(Outages others, List<Outage> all) {
    List<String> named = new ArrayList<>(problems);
    named.addAll(others.problems);
    return new Outages(source + " and " + others.source, all, coverageWith(others), named);
  }

  /** Returns the times that these or other outages cover, those without a gap between as one. */
  private List<Coverage> coverageWith(Outages others) {
    List<Coverage> both = new ArrayList<>(coverage);
    both.addAll(others.coverage);
    both.sort(Comparator.comparing(Coverage::system).thenComparing(Coverage::from));
    List<Coverage> merged = new ArrayList<>();
    for (Coverage next : both) {
      Coverage last = merged.isEmpty() ? next : merged.remove(merged.size() - 1);
      if (last.system() != next.system() || next.from().isAfter(last.to())) {
        merged.add(last);
        last = next;
      }
      Instant to = next.to().isAfter(last.to()) ? next.to() : last.to();
      merged.add(new Coverage(last.system(), last.from(), to));
    }
    return merged;
  }

  /** The notices of several files. */
  private static final class Reading {
    final Map<String, Advisory> advisories = new LinkedHashMap<>();
    final List<Outage> listed = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final NoticeDays days = new NoticeDays();

    void add(TextFile file) throws IOException {
      if (OutageTable.isIn(file)) {
        OutageTable.read(file, listed::add, problem -> problems.add(problem.getMessage()));
      } else if (NoticeText.isIn(file)) {
        NoticeText.read(
            file, advisory -> add(file, advisory), problem -> problems.add(problem.getMessage()));
      } else if (NanuSummary.isIn(file)) {
        NanuSummary.read(
            file,
            advisory -> {
              add(file, advisory);
              days.add(advisory.system(), LocalDate.ofYearDay(advisory.year(), 1));
            },
            problem -> problems.add(problem.getMessage()));
      } else {
        throw file.problem(
            0,
            0,
            "holds no notices, expected NANU, NAGU or NAQU, a summary of NANUs, or a table with the"
                + " columns prn,from,to,source");
      }
    }

    /** A text and a summary give different times for one decommissioning; the earlier counts. */
    private void add(TextFile file, Advisory advisory) {
      days.add(advisory);
      Advisory before = advisories.putIfAbsent(advisory.name(), advisory);
      if (before == null || before.equals(advisory)) {
        return;
      }
      if (advisory.effect() == Effect.DECOMMISSIONED && before.effect() == advisory.effect()) {
        if (advisory.start().orElseThrow().isBefore(before.start().orElseThrow())) {
          advisories.put(advisory.name(), advisory);
        }
        return;
      }
      problems.add(
          file.problem(
                  0, 0, advisory.name() + " occurs twice with different times; the first counts")
              .getMessage());
    }

    Outages outages(String source) {
      List<Outage> all =
          new ArrayList<>(
              Timetable.outages(
                  List.copyOf(advisories.values()),
                  problem ->
                      problems.add(new InputFormatException(source, 0, 0, problem).getMessage())));
      all.addAll(listed);
      all.sort(Outages::byBeginning);
      listed.forEach(days::add);
      return new Outages(source, all, days.coverage(), problems);
    }
  }

  /** {@return whether notices are not used at all} */
  public boolean isNone() {
    return this == NONE;
  }

  /** {@return where the notices come from: a path, or {@code the bundled list}} */
  public String source() {
    return source;
  }

  /** {@return all outages, by their beginning} */
  public List<Outage> all() {
    return outages;
  }

  /**
   * {@return one line for each notice, row and file that is not understood}
   *
   * <p>An outage of a PRN that no satellite had is not among them, because a study may have a
   * satellite of its own with this PRN. {@link #ofNobody} finds it for given satellites, and a
   * {@code Selection} has a notice of it.
   */
  public List<String> problems() {
    return problems;
  }

  /** {@return the times in which all outages of a system are known} */
  public List<Coverage> coverage() {
    return coverage;
  }

  /**
   * {@return the outages of a satellite that have a time in common with a window, by their
   * beginning; they may overlap}
   *
   * @param satellite the satellite, with its PRN in the window
   * @param start the beginning of the window
   * @param end the end of the window (exclusive)
   */
  public List<Outage> of(Satellite satellite, Instant start, Instant end) {
    List<Outage> found = new ArrayList<>();
    for (Outage outage : within(start, end)) {
      if (outage.system() == satellite.system() && isOf(outage, satellite)) {
        found.add(outage);
      }
    }
    return found;
  }

  private List<Outage> within(Instant start, Instant end) {
    Window last = lastWindow;
    if (last.start.equals(start) && last.end.equals(end)) {
      return last.outages;
    }
    List<Outage> within = new ArrayList<>();
    for (Outage outage : outages) {
      if (!outage.from().isBefore(end)) {
        break;
      }
      if (outage.overlaps(start, end)) {
        within.add(outage);
      }
    }
    lastWindow = new Window(start, end, within);
    return within;
  }

  /**
   * {@return the outages in a window whose PRN belonged to no satellite when they began, according
   * to the registry}
   *
   * @param system the system of the outages
   * @param others satellites that exist even if the registry does not know them
   * @param start the beginning of the window
   * @param end the end of the window (exclusive)
   */
  public List<Outage> ofNobody(
      GnssSystem system, List<Satellite> others, Instant start, Instant end) {
    List<Outage> found = new ArrayList<>();
    for (Outage outage : within(start, end)) {
      if (outage.system() == system
          && !outage.prn().isEmpty()
          && !hasPrn(others, outage.prn())
          && Satellite.withPrn(outage.prn(), outage.from()).isEmpty()) {
        found.add(outage);
      }
    }
    return found;
  }

  private static boolean hasPrn(List<Satellite> satellites, String prn) {
    for (Satellite satellite : satellites) {
      if (satellite.prn().equals(prn)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether an outage is one of a satellite of its system. The registry decides if another
   * satellite had the PRN when the outage began, unless the satellite has no catalogue number.
   */
  private boolean isOf(Outage outage, Satellite satellite) {
    if (outage.prn().isEmpty()) {
      return true;
    }
    if (satellite.catalogNumber() == 0) {
      return outage.prn().equals(satellite.prn());
    }
    Optional<Satellite> holder = holders.get(outage);
    if (holder == null) {
      holder = Satellite.withPrn(outage.prn(), outage.from());
      holders.put(outage, holder);
    }
    return holder.isPresent()
        ? holder.get().catalogNumber() == satellite.catalogNumber()
        : outage.prn().equals(satellite.prn());
  }

  /**
   * {@return the parts of a window in which the outages of a system are known; one part if it is
   * the whole window}
   *
   * @param system the system
   * @param start the beginning of the window
   * @param end the end of the window (exclusive)
   */
  public List<Coverage> coverage(GnssSystem system, Instant start, Instant end) {
    List<Coverage> within = new ArrayList<>();
    for (Coverage known : coverage) {
      if (known.system() == system && known.from().isBefore(end) && known.to().isAfter(start)) {
        Instant from = known.from().isAfter(start) ? known.from() : start;
        Instant to = known.to().isBefore(end) ? known.to() : end;
        within.add(new Coverage(system, from, to));
      }
    }
    return within;
  }

  private boolean covers(GnssSystem system, Instant at) {
    for (Coverage known : coverage) {
      if (known.system() == system && !known.from().isAfter(at) && known.to().isAfter(at)) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return whether the outages of a system are known in the whole window}
   *
   * @param system the system
   * @param start the beginning of the window
   * @param end the end of the window (exclusive)
   */
  public boolean knows(GnssSystem system, Instant start, Instant end) {
    for (Coverage known : coverage) {
      if (known.system() == system && !known.from().isAfter(start) && !known.to().isBefore(end)) {
        return true;
      }
    }
    return false;
  }
}
