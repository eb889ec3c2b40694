package example;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.SelectionQuestion;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Recomputes the capitals from a file of element sets and reports what changed since last time. */
final class Nightly {
  private Nightly() {}

  public static void main(String[] arguments) throws Exception {
    var elementSets = ElementSetReader.read(Path.of(arguments[0]));
    var stored = Path.of(arguments[1]);
    var selection = SelectionQuestion.over(Duration.ofDays(1)).of(elementSets);
    var result =
        VisibilityStudy.of(selection.constellation())
            .at(WorldCapitals.all())
            .over(selection.start(), selection.duration())
            .run();
    selection
        .of(result.constellation())
        .notices()
        .forEach(notice -> System.out.println(notice.text()));
    System.out.printf(
        "%s: BeiDou leads in %s capitals, GPS in %s, ties in %s%n",
        LocalDate.ofInstant(result.start(), ZoneOffset.UTC),
        result.ledBy(GnssSystem.BDS, Metric.MAX).size(),
        result.ledBy(GnssSystem.GPS, Metric.MAX).size(),
        result.ties(Metric.MAX).size());
    if (Files.exists(stored)) {
      try (var file = Files.newInputStream(stored)) {
        report(StudyResult.readFrom(file), result);
      }
    }
    var unfinished = Path.of(stored + ".unfinished");
    try (var file = Files.newOutputStream(unfinished)) {
      result.writeTo(file);
    }
    Files.move(unfinished, stored, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void report(StudyResult before, StudyResult now) {
    if (before.equals(now)) {
      System.out.println("nothing changed");
    }
    without(before, now).forEach(satellite -> System.out.println("no longer counts: " + satellite));
    without(now, before).forEach(satellite -> System.out.println("counts now: " + satellite));
    for (int i = 0; i < now.tallies().size(); i++) {
      var was = before.tallies().get(i).leader(Metric.MAX);
      var is = now.tallies().get(i).leader(Metric.MAX);
      if (!was.equals(is)) {
        System.out.printf(
            "%s: %s, was %s%n", now.tallies().get(i).site().name(), name(is), name(was));
      }
    }
  }

  private static Set<String> without(StudyResult one, StudyResult other) {
    Set<String> labels = labels(one);
    labels.removeAll(labels(other));
    return labels;
  }

  private static Set<String> labels(StudyResult result) {
    return result.constellation().members().stream()
        .map(member -> member.satellite().label())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String name(Optional<GnssSystem> leader) {
    return leader.map(GnssSystem::displayName).orElse("a tie");
  }
}
