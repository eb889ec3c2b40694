package dev.skytally.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.archive.ElementPool;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilledGapsTest {
  private static final LocalDate DATE = LocalDate.of(2024, 9, 22);
  private static final Instant START = Instant.parse("2024-09-22T00:00:00Z");
  private static final Constellation WHOLE =
      ConstellationSelection.on(DATE)
          .from(BundledSnapshots.load(DATE), START.plus(Duration.ofHours(12)));
  private static final Member G02 = WHOLE.members().get(0);

  /** Without G02, as the bundled element sets hold it. */
  private static FilledGaps filled(Instant start) throws IOException {
    return filled(start, List.of());
  }

  private static FilledGaps filled(Instant start, List<Path> files) throws IOException {
    List<Member> others = new ArrayList<>(WHOLE.members());
    others.remove(G02);
    Missing missing = new Missing(G02.satellite(), Missing.Reason.NOT_IN_SOURCE, "taken out");
    return FilledGaps.of(
        WHOLE.with(others, List.of(Exclusion.of(missing))),
        start,
        start.plus(Duration.ofDays(1)),
        ElementPool.of(Optional.empty(), files));
  }

  @Test
  void aMissingSatelliteCountsByItsNearestElementSet() throws IOException {
    FilledGaps filled = filled(START);
    assertEquals(List.of(), filled.constellation().missing());
    assertEquals(satellites(WHOLE), satellites(filled.constellation()));
    FilledGaps.Added added = filled.added().get(0);
    assertEquals(G02.satellite(), added.satellite());
    assertEquals(G02.elementSet().text(), added.elements().text());
    assertEquals("2024-09-22", added.snapshot());
    assertEquals((long) G02.ageDays(START.plus(Duration.ofHours(12))), added.ageDays());
  }

  private static Set<Satellite> satellites(Constellation constellation) {
    return constellation.members().stream().map(Member::satellite).collect(Collectors.toSet());
  }

  @Test
  void membersStayInTheOrderOfTheirSystems() throws IOException {
    List<Integer> systems =
        filled(START).constellation().members().stream()
            .map(member -> WHOLE.systems().indexOf(member.satellite().system()))
            .toList();
    assertEquals(systems.stream().sorted().toList(), systems);
  }

  /** At 17.5 revolutions a day, an orbit is below the ground. */
  @Test
  void elementSetThatCannotBeFlownFillsNoGap(@TempDir Path folder) throws IOException {
    Path fallen =
        Files.writeString(
            folder.resolve("fallen.csv"),
            """
            OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,\
            ARG_OF_PERICENTER,MEAN_ANOMALY,NORAD_CAT_ID,BSTAR,MEAN_MOTION_DOT,MEAN_MOTION_DDOT
            FALLEN,2000-001A,2024-09-22T12:00:00,17.5,.001,55,10,20,30,%s,0,0,0
            """
                .formatted(G02.satellite().catalogNumber()));
    FilledGaps.Added added = filled(START, List.of(fallen)).added().get(0);
    assertEquals("2024-09-22", added.snapshot());
  }

  /** The nearest element set is 181 days away. */
  @Test
  void aTooOldElementSetFillsNoGap() throws IOException {
    Instant later = G02.elementSet().epoch().plus(Duration.ofDays(181));
    FilledGaps filled = filled(later.minus(Duration.ofHours(12)));
    assertEquals(List.of(), filled.added());
    assertEquals(G02.satellite(), filled.constellation().missing().get(0).satellite());
    assertEquals("before", filled.answer("before", with -> "after").orElseThrow().result());
  }

  @Test
  void theStudyIsAnsweredAgainWithTheSatellitesAdded() throws IOException {
    FilledGaps filled = filled(START);
    assertEquals(filled.constellation(), filled.answer(WHOLE, with -> with).orElseThrow().result());
    assertEquals(filled.added(), filled.answer(WHOLE, with -> with).orElseThrow().added());
  }

  @Test
  void withoutMissingSatellitesNothingIsAnsweredAgain() throws IOException {
    FilledGaps filled =
        FilledGaps.of(
            WHOLE.with(WHOLE.members(), List.of()),
            START,
            START.plus(Duration.ofDays(1)),
            ElementPool.of(Optional.empty(), List.of()));
    assertEquals(Optional.empty(), filled.answer("before", with -> "after"));
    assertTrue(filled.added().isEmpty());
  }
}
