package dev.skytally.history;

import static java.util.stream.Collectors.joining;

import dev.skytally.StudyResult;
import dev.skytally.archive.ElementPool;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.internal.input.Sha256;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.StatusFilter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest archived or bundled element sets for a run: those of one snapshot, or of several if
 * the newest one lacks a system.
 */
public final class NewestElements {
  // How it works: each system comes from the newest snapshot that has at least half of the
  // satellites found in all snapshots of half a year. So a system is not lost if the newest one
  // lacks most of it. If no snapshot has half of a system, its element sets come from all
  // snapshots, satellite by satellite. Gaps in a snapshot are filled in the same way.

  /** Older element sets cannot be used. */
  private static final Duration HELD = Duration.ofDays(ElementSet.OLDEST_DAYS);

  private final FilledElements elements;
  private final List<String> warnings;

  private NewestElements(FilledElements elements, List<String> warnings) {
    this.elements = elements;
    this.warnings = List.copyOf(warnings);
  }

  /** A snapshot, and the SHA-256 of its text if it is of a single text. */
  private record Source(Snapshot snapshot, Optional<String> sha256) {
    private Constellation select(RunSetting setting, StatusFilter status) {
      Instant epoch = snapshot.medianEpoch();
      return ConstellationSelection.on(LocalDate.ofInstant(epoch, ZoneOffset.UTC))
          .systems(setting.systems())
          .status(status)
          .from(snapshot, epoch);
    }
  }

  /**
   * Finds the newest element sets of a setting's systems.
   *
   * @throws NoSatelliteException if there is no satellite of a system
   */
  public static NewestElements of(SnapshotArchive archive, RunSetting setting) throws IOException {
    Instant newest = archive.newestEpoch();
    Source held = new Source(archive.nearest(newest, HELD).snapshot(), Optional.empty());
    Constellation heldMembers = held.select(setting, setting.status());
    for (GnssSystem system : setting.systems()) {
      if (heldMembers.members(system).isEmpty()) {
        throw new NoSatelliteException(
            archive.folder() + " and the bundled snapshots", system, setting.status());
      }
    }
    List<String> warnings = new ArrayList<>();
    Map<GnssSystem, Source> bySystem = new EnumMap<>(GnssSystem.class);
    for (ElementsSource candidate : ElementsSource.newestFirst(archive, newest.minus(HELD))) {
      try {
        Source source = read(candidate);
        Constellation members = source.select(setting, setting.status());
        for (GnssSystem system : setting.systems()) {
          if (2 * members.members(system).size() >= heldMembers.members(system).size()) {
            bySystem.putIfAbsent(system, source);
          }
        }
      } catch (InputFormatException e) {
        warnings.add("skipped: " + e.getMessage());
      }
      if (bySystem.size() == setting.systems().size()) {
        break;
      }
    }
    for (GnssSystem system : setting.systems()) {
      bySystem.putIfAbsent(system, held);
    }
    ElementPool pool = ElementPool.of(Optional.of(archive), List.of());
    return of(bySystem, setting, newest, warnings, pool);
  }

  private static Source read(ElementsSource source) throws IOException {
    ElementsSource.Content content = source.read();
    return new Source(source.parse(content), Optional.of(content.sha256()));
  }

  private static NewestElements of(
      Map<GnssSystem, Source> bySystem,
      RunSetting setting,
      Instant newest,
      List<String> warnings,
      ElementPool pool)
      throws IOException {
    Map<Source, List<GnssSystem>> sources = new LinkedHashMap<>();
    for (GnssSystem system : setting.systems()) {
      sources.computeIfAbsent(bySystem.get(system), source -> new ArrayList<>()).add(system);
    }
    sources.forEach(
        (source, systems) -> {
          Map<GnssSystem, Double> agesDays =
              source.select(setting, setting.status()).medianAgesDays(newest);
          List<GnssSystem> behind =
              systems.stream().filter(of -> Constellation.isBehind(agesDays.get(of), 0)).toList();
          if (!behind.isEmpty()) {
            warnings.add(
                ("%s: uses the element sets %s, %s days behind the newest, because no newer ones have"
                        + " half of %s")
                    .formatted(
                        GnssSystem.displayNames(behind),
                        source.snapshot().label(),
                        behind.stream()
                            .mapToLong(of -> agesDays.get(of).longValue())
                            .max()
                            .getAsLong(),
                        behind.size() == 1 ? "it" : "them"));
          }
        });
    Source first = sources.keySet().iterator().next();
    FilledElements filled =
        sources.size() == 1 && first.sha256().isPresent()
            ? FilledElements.of(
                first.snapshot(),
                SnapshotFacts.of(first.snapshot(), first.sha256().get()),
                setting,
                pool)
            : joined(sources, setting, pool);
    return new NewestElements(filled, warnings);
  }

  private static FilledElements joined(
      Map<Source, List<GnssSystem>> sources, RunSetting setting, ElementPool pool)
      throws IOException {
    Instant newest =
        sources.keySet().stream()
            .map(source -> source.snapshot().medianEpoch())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    List<ElementSet> elementSets = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    sources.forEach(
        (source, systems) -> {
          Snapshot snapshot = source.snapshot();
          Constellation members = source.select(setting, StatusFilter.ALL);
          for (GnssSystem system : systems) {
            members.members(system).forEach(member -> elementSets.add(member.elementSet()));
          }
          labels.add("%s (%s)".formatted(snapshot.label(), GnssSystem.displayNames(systems)));
        });
    String text = elementSets.stream().map(ElementSet::text).collect(joining("\n"));
    String origins =
        sources.keySet().stream()
            .map(source -> source.snapshot().origin())
            .distinct()
            .collect(joining("; "));
    String label = String.join(", ", labels);
    return FilledElements.of(
        new Snapshot(label, origins, elementSets, List.of()),
        new SnapshotFacts(Sha256.of(text), label, origins, newest),
        setting,
        pool);
  }

  /** Returns the facts of the snapshot; of several ones all labels, and the epoch of the newest. */
  public SnapshotFacts facts() {
    return elements.facts();
  }

  /** Returns the warnings, one line each. */
  public List<String> warnings() {
    return warnings;
  }

  /** Returns the satellites that count. */
  public Constellation constellation(RunSetting setting) {
    return FilledElements.select(elements.snapshot(), facts(), setting);
  }

  /** Returns the satellites whose old orbits make a run uncertain. */
  public OldOrbits oldOrbits(RunSetting setting) {
    return constellation(setting).oldOrbits(facts().start().plus(Run.WINDOW.dividedBy(2)));
  }

  /** Computes the figures of a run with another constellation. */
  public StudyResult study(Constellation constellation, RunSetting setting, int threads) {
    return Run.study(constellation, facts().start(), setting, threads);
  }

  /** Computes a run with these element sets. */
  public Run compute(RunSetting setting, int threads) throws NoSatelliteException {
    return Run.compute(elements, setting, threads);
  }
}
