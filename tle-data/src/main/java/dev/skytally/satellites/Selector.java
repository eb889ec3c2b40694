package dev.skytally.satellites;

import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetProblem;
import dev.skytally.elements.Orbit;
import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.Exclusion.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One run of a {@link ConstellationSelection}: identifies all objects, then selects the members.
 */
final class Selector {
  private final ConstellationSelection selection;
  private final SatelliteRegistry registry;
  private final String label;
  private final List<GnssSystem> systems;
  private final LocalDate date;

  /** The nearest element set of each catalogue number. */
  private final Map<Integer, ElementSet> elementSets = new TreeMap<>();

  /**
   * The orbit of each navigation satellite by catalogue number, and the element sets of other
   * objects.
   */
  private final Map<Integer, Orbit> orbits = new TreeMap<>();

  /** The navigation satellites of any system, by catalogue number. */
  private final Map<Integer, Satellite> satellites = new TreeMap<>();

  /**
   * The satellites of the registry that the source contains in any state, by catalogue number of
   * the registry.
   */
  private final Set<Integer> known = new HashSet<>();

  private final List<ElementSetProblem> damaged;

  private final List<Exclusion> excluded = new ArrayList<>();

  /** The objects that are not navigation satellites. */
  private final List<Exclusion> others = new ArrayList<>();

  private int superseded;

  /** The beginning of the reason for a satellite that the source lacks. */
  private final String lack;

  private Selector(
      ConstellationSelection selection,
      SatelliteRegistry registry,
      String label,
      List<ElementSetProblem> damaged,
      String lack) {
    this.selection = selection;
    this.registry = registry;
    this.label = label;
    this.damaged = damaged;
    this.lack = lack;
    systems = selection.systems();
    date = selection.date;
  }

  static Selector of(
      ConstellationSelection selection,
      SatelliteRegistry registry,
      Snapshot snapshot,
      Instant middleOfWindow) {
    Selector selector =
        new Selector(
            selection, registry, snapshot.label(), snapshot.problems(), "no element set in ");
    selector.take(snapshot.elementSets(), middleOfWindow);
    selector.identify();
    return selector;
  }

  static Selector of(
      ConstellationSelection selection,
      SatelliteRegistry registry,
      String label,
      Map<String, ? extends Orbit> orbitsByPrn) {
    Selector selector = new Selector(selection, registry, label, List.of(), "no orbit in ");
    orbitsByPrn.forEach(selector::identify);
    return selector;
  }

  private void take(List<ElementSet> all, Instant middleOfWindow) {
    for (ElementSet elements : all) {
      ElementSet other = elementSets.put(elements.catalogNumber(), elements);
      if (other != null) {
        elementSets.put(elements.catalogNumber(), nearer(other, elements, middleOfWindow));
        superseded++;
      }
    }
    orbits.putAll(elementSets);
  }

  /** Returns the nearer of two element sets of a satellite; of two equally near ones, the later. */
  private static ElementSet nearer(ElementSet one, ElementSet other, Instant to) {
    int order = one.age(to).abs().compareTo(other.age(to).abs());
    if (order == 0) {
      return other.epoch().isBefore(one.epoch()) ? one : other;
    }
    return order < 0 ? one : other;
  }

  Constellation select() {
    requireListed();
    Set<Integer> includedNumbers = resolve(selection.included, true);
    Set<Integer> excludedNumbers = resolve(selection.excluded, false);
    for (int number : includedNumbers) {
      if (excludedNumbers.contains(number)) {
        throw new IllegalArgumentException(number + " is both included and excluded");
      }
    }

    Map<Integer, Satellite> expected = expected(excludedNumbers);
    excludeDamaged(expected);
    List<Constellation.Member> members = new ArrayList<>();
    for (GnssSystem system : systems) {
      for (Satellite satellite : satellites(system)) {
        int number = satellite.catalogNumber();
        Optional<String> reason =
            excludedNumbers.contains(number)
                ? Optional.of("excluded as asked")
                : includedNumbers.contains(number) ? Optional.empty() : reasonAgainst(satellite);
        if (reason.isPresent()) {
          String name = satellite.name().isEmpty() ? satellite.prn() : satellite.name();
          excluded.add(
              new Exclusion(
                  number,
                  name,
                  selection.only != null || excludedNumbers.contains(number)
                      ? Kind.AS_ASKED
                      : Kind.STATUS,
                  reason.get()));
        } else {
          members.add(
              new Constellation.Member(satellite, Objects.requireNonNull(orbits.get(number))));
        }
      }
    }
    excluded.addAll(others);
    for (Satellite satellite : expected.values()) {
      excluded.add(
          Exclusion.of(new Missing(satellite, Missing.Reason.NOT_IN_SOURCE, lack + label)));
    }
    summarise();
    return new Constellation(
        systems,
        members,
        excluded,
        selection.only == null ? selection.assumption() : Optional.empty());
  }

  private List<Satellite> satellites(GnssSystem system) {
    List<Satellite> ofSystem = new ArrayList<>();
    for (Satellite satellite : satellites.values()) {
      if (satellite.system() == system) {
        ofSystem.add(satellite);
      }
    }
    ofSystem.sort(new ByPrn());
    return ofSystem;
  }

  /**
   * Sorts members, with those without a PRN last. The sort is stable, so equal ones stay in the
   * order of catalogue numbers.
   */
  private static final class ByPrn implements Comparator<Satellite> {
    @Override
    public int compare(Satellite one, Satellite other) {
      boolean oneLacksPrn = one.prn().isEmpty();
      return oneLacksPrn == other.prn().isEmpty()
          ? one.prn().compareTo(other.prn())
          : oneLacksPrn ? 1 : -1;
    }
  }

  private void identify(String prn, Orbit orbit) {
    Optional<Satellite> found = registry.findByPrn(prn, date);
    if (found.isPresent()) {
      satellites.put(found.get().catalogNumber(), found.get());
      orbits.put(found.get().catalogNumber(), orbit);
      known.add(found.get().catalogNumber());
    } else if (prn.startsWith("S")) {
      others.add(
          new Exclusion(
              0,
              prn,
              Kind.OTHER_OBJECT,
              "an augmentation satellite (SBAS), and SBAS is not counted"));
    } else {
      others.add(
          new Exclusion(
              0,
              prn,
              Kind.UNIDENTIFIED,
              "no navigation satellite that the registry knows held this PRN on " + date));
    }
  }

  /** Fills {@link #satellites} and {@link #others}. */
  private void identify() {
    List<ElementSet> unknown = new ArrayList<>();
    for (ElementSet elements : elementSets.values()) {
      if (registry.find(elements.catalogNumber(), "").isPresent()) {
        known.add(elements.catalogNumber());
      }
    }
    for (ElementSet elements : elementSets.values()) {
      Optional<DatedSatellite> found =
          registry.find(elements.catalogNumber(), elements.internationalDesignator());
      if (found.isEmpty()) {
        unknown.add(elements);
      } else if (found.get().catalogNumber() != elements.catalogNumber()
          && !known.add(found.get().catalogNumber())) {
        others.add(
            unidentified(
                elements,
                "its international designator is that of %s, which is also in the snapshot"
                    .formatted(found.get().catalogNumber())));
      } else {
        satellites.put(
            elements.catalogNumber(),
            found.get().at(date).named(elements.catalogNumber(), elements.name()));
      }
    }
    classify(unknown);
  }

  private void classify(List<ElementSet> unknown) {
    Map<Integer, GnssSystem> listed = new HashMap<>();
    if (selection.only != null) {
      for (SatelliteList.Entry entry : selection.only) {
        listed.putIfAbsent(entry.catalogNumber(), entry.system());
      }
    }
    Set<String> prnsOfOthers = new HashSet<>();
    int unrelated = 0;
    for (ElementSet elements : unknown) {
      Optional<GnssSystem> named = Classifier.systemByName(elements.name());
      Optional<OrbitClass> orbitClass = Classifier.orbitClass(elements);
      Optional<GnssSystem> system = named;
      if (system.isEmpty()) {
        system = Classifier.systemByOrbit(elements);
      }
      if (system.isEmpty()) {
        system = Optional.ofNullable(listed.get(elements.catalogNumber()));
      }
      Optional<String> augmentation = Classifier.augmentation(elements.name());
      if (system.isPresent() && orbitClass.isPresent()) {
        String prn = Classifier.prn(system.get(), elements.name());
        boolean free = registry.findByPrn(prn, date).isEmpty() && prnsOfOthers.add(prn);
        satellites.put(
            elements.catalogNumber(),
            new Satellite(
                elements.catalogNumber(),
                elements.internationalDesignator(),
                elements.name(),
                system.get(),
                free ? prn : "",
                "",
                "",
                orbitClass.get(),
                SatelliteStatus.UNKNOWN,
                false,
                false));
      } else if (named.isPresent()) {
        others.add(
            unidentified(
                elements,
                String.format(
                    Locale.ROOT,
                    "named like a satellite of %s, but %.2f revolutions a day with eccentricity"
                        + " %.3f is no orbit of a navigation satellite",
                    named.get(),
                    elements.meanMotionRevolutionsPerDay(),
                    elements.eccentricity())));
      } else if (augmentation.isPresent()) {
        others.add(
            new Exclusion(
                elements.catalogNumber(),
                elements.name(),
                Kind.OTHER_OBJECT,
                "carries a payload of "
                    + augmentation.get()
                    + ", is no satellite of the six navigation systems"));
      } else if (Classifier.isNamelessCandidate(elements)) {
        others.add(
            unidentified(
                elements,
                "has an orbit of navigation satellites (%s), but neither the registry nor its name"
                        .formatted(orbitClass.orElseThrow())
                    + " gives a system; to count it, name its system in a list of satellites"));
      } else {
        unrelated++;
      }
    }
    if (unrelated > 0) {
      others.add(
          summary(
              Kind.OTHER_OBJECT,
              unrelated == 1
                  ? "1 object is not a satellite of the six navigation systems"
                  : String.format(
                      Locale.ROOT,
                      "%,d objects are not satellites of the six navigation systems",
                      unrelated)));
    }
  }

  /** Checks that every satellite of the list exists and belongs to the system in the list. */
  private void requireListed() {
    if (selection.only == null) {
      return;
    }
    Set<String> wrong = new TreeSet<>();
    for (SatelliteList.Entry entry : selection.only) {
      Satellite satellite = satellites.get(entry.catalogNumber());
      if (!systems.contains(entry.system())) {
        wrong.add(entry + " (its system was not asked for)");
      } else if (!orbits.containsKey(entry.catalogNumber())) {
        wrong.add(entry + " (not in the snapshot " + label + ")");
      } else if (satellite == null) {
        wrong.add(entry + " (not a navigation satellite by its orbit)");
      } else if (satellite.system() != entry.system()) {
        wrong.add(entry + " (is of " + satellite.system() + ")");
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "the list of satellites is wrong: " + String.join(", ", wrong));
    }
  }

  /** Returns the catalogue numbers of the satellites given by PRN or catalogue number. */
  private Set<Integer> resolve(Set<String> keys, boolean toInclude) {
    Set<Integer> numbers = new TreeSet<>();
    for (String key : keys) {
      Satellite satellite =
          satellites.values().stream()
              .filter(s -> s.prn().equals(key) || Integer.toString(s.catalogNumber()).equals(key))
              .findFirst()
              .or(() -> toInclude ? Optional.empty() : findExpected(key))
              .orElseThrow(() -> new IllegalArgumentException(whyNotThere(key)));
      if (toInclude && !systems.contains(satellite.system())) {
        throw new IllegalArgumentException(
            "%s is a satellite of %s, which is not among the systems asked for (%s)"
                .formatted(
                    key,
                    satellite.system(),
                    systems.stream().map(Enum::name).collect(Collectors.joining(", "))));
      }
      numbers.add(satellite.catalogNumber());
    }
    return numbers;
  }

  private Optional<Satellite> findExpected(String key) {
    return expected(Set.of()).values().stream()
        .filter(s -> s.prn().equals(key) || Integer.toString(s.catalogNumber()).equals(key))
        .findFirst();
  }

  private String whyNotThere(String key) {
    String notInSnapshot = " is not in the snapshot " + label;
    if (Character.isLetter(key.charAt(0))) {
      return registry
          .findByPrn(key, date)
          .map(
              s ->
                  "%s is satellite %s on %s, which%s"
                      .formatted(key, s.catalogNumber(), date, notInSnapshot))
          .orElse("no satellite holds the PRN %s on %s".formatted(key, date));
    }
    int number = Integer.parseInt(key);
    if (orbits.containsKey(number)) {
      return key + " is not known as a satellite of the six navigation systems";
    }
    return registry
        .find(number, "")
        .map(s -> "%s, a satellite of %s,%s".formatted(key, s.system(), notInSnapshot))
        .orElse(key + notInSnapshot + prnsOf(number));
  }

  /** Suggests the PRNs with a number in the chosen systems, if there are any. */
  private String prnsOf(int number) {
    List<String> prns = new ArrayList<>();
    for (GnssSystem system : systems) {
      for (Satellite satellite : satellites(system)) {
        if (satellite.prn().endsWith(String.format(Locale.ROOT, "%02d", number))) {
          prns.add(satellite.prn());
        }
      }
    }
    return prns.isEmpty() ? "" : "; did you mean " + String.join(" or ", prns) + "?";
  }

  private Optional<String> reasonAgainst(Satellite satellite) {
    if (selection.only != null) {
      boolean listed =
          selection.only.contains(
              new SatelliteList.Entry(satellite.system(), satellite.catalogNumber()));
      return listed ? Optional.empty() : Optional.of("not in the list of satellites asked for");
    }
    if (satellite.inRegistry() && satellite.status() == SatelliteStatus.UNKNOWN) {
      if (!date.isBefore(SatelliteRegistry.FIRST_DAY)) {
        return Optional.of("not yet launched on " + date);
      }
      return selection.status == StatusFilter.ALL
          ? Optional.empty()
          : Optional.of(
              "the registry begins on %s and does not know its status on %s"
                  .formatted(SatelliteRegistry.FIRST_DAY, date));
    }
    if (selection.status.accepts(satellite)) {
      return Optional.empty();
    }
    if (!satellite.inRegistry()) {
      return Optional.of(
          "not in the registry; classified as "
              + satellite.system()
              + ' '
              + satellite.orbitClass()
              + " by its "
              + (Classifier.systemByName(satellite.name()).isPresent() ? "name and orbit" : "orbit")
              + "; include it by its catalogue number");
    }
    boolean lacksPrn =
        satellite.prn().isEmpty()
            && (satellite.status() == SatelliteStatus.TEST
                || satellite.status() == SatelliteStatus.COMMISSIONING);
    return Optional.of(
        "status is "
            + satellite.status().name().toLowerCase(Locale.ROOT)
            + (lacksPrn ? " without a PRN on " : " on ")
            + date);
  }

  /** Returns the satellites that should count but are not in the source, by catalogue number. */
  private Map<Integer, Satellite> expected(Set<Integer> excludedNumbers) {
    Map<Integer, Satellite> expected = new LinkedHashMap<>();
    for (Satellite satellite : selection.expected(registry)) {
      int number = satellite.catalogNumber();
      if (!known.contains(number) && !excludedNumbers.contains(number)) {
        expected.put(number, satellite);
      }
    }
    return expected;
  }

  /** Moves damaged satellites from the expected ones to the exclusions. */
  private void excludeDamaged(Map<Integer, Satellite> expected) {
    for (ElementSetProblem problem : damaged) {
      Optional<Missing> missing =
          Optional.ofNullable(expected.remove(problem.catalogNumber()))
              .map(of -> new Missing(of, Missing.Reason.DAMAGED, problem.reason()));
      excluded.add(
          new Exclusion(
              problem.catalogNumber(), problem.name(), Kind.DAMAGED, problem.reason(), missing));
    }
  }

  /** Adds the exclusions of many objects. */
  private void summarise() {
    Map<GnssSystem, Integer> notAskedFor = new EnumMap<>(GnssSystem.class);
    for (Satellite satellite : satellites.values()) {
      if (!systems.contains(satellite.system())) {
        int before = notAskedFor.getOrDefault(satellite.system(), 0);
        notAskedFor.put(satellite.system(), before + 1);
      }
    }
    for (Map.Entry<GnssSystem, Integer> system : notAskedFor.entrySet()) {
      int count = system.getValue();
      excluded.add(
          summary(
              Kind.SYSTEM_NOT_ASKED,
              count
                  + (count == 1 ? " satellite of " : " satellites of ")
                  + system.getKey()
                  + ": the system was not asked for"));
    }
    if (superseded > 0) {
      excluded.add(
          summary(
              Kind.SUPERSEDED,
              superseded == 1
                  ? "1 element set: another one of the same object is nearer in time"
                  : String.format(
                      Locale.ROOT,
                      "%,d element sets: others of the same objects are nearer in time",
                      superseded)));
    }
  }

  private static Exclusion unidentified(ElementSet elements, String reason) {
    return new Exclusion(elements.catalogNumber(), elements.name(), Kind.UNIDENTIFIED, reason);
  }

  private static Exclusion summary(Kind kind, String reason) {
    return new Exclusion(0, "", kind, reason);
  }
}
