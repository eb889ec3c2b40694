package dev.skytally.report.capitals;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.StudyResult;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.setting.AddedText;
import dev.skytally.report.setting.Effect;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.selection.FilledGaps.Added;
import dev.skytally.selection.FilledGaps.Answer;
import dev.skytally.tally.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What missing satellites would change in a verdict on sites.
 *
 * @param added those that count in addition
 * @param result the answer with them; those without a usable element set are still missing in it
 */
public record CapitalsEffect(List<Added> added, StudyResult result) implements Effect {
  public CapitalsEffect(Answer<StudyResult> answer) {
    this(answer.added(), answer.result());
  }

  /** Whether the verdict is known within bounds only. */
  boolean isRange() {
    return !withoutElements().isEmpty();
  }

  @Override
  public List<Missing> withoutElements() {
    return result.constellation().missing();
  }

  /** At how many sites a system leads; by mean and share only if no element set is unknown. */
  StudyResult.Range led(GnssSystem system, Metric metric) {
    if (metric == Metric.MAX) {
      return result.ledByMaxWithMissing(system);
    }
    int led = result.ledBy(system, metric).size();
    return new StudyResult.Range(led, led);
  }

  /**
   * For example {@code with G22, elements of 2024-02-08, 96 days away, from snapshot
   * 2024-02-08.tle: by the maximum BeiDou 160, GPS 14, 21 ties; by the mean BeiDou 151, ...}.
   */
  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    if (!added.isEmpty()) {
      text.append(AddedText.of(added, isRange() ? Integer.toString(added.size()) : "all"));
    }
    if (isRange()) {
      List<Missing> missing = withoutElements();
      text.append(added.isEmpty() ? "" : ", and ");
      text.append(missing.size() == 1 ? "as it" : "as each of " + missing.size());
      text.append(" can raise a maximum by one");
    }
    return text.append(isRange() ? ranges() : verdicts()).toString();
  }

  private String verdicts() {
    return Stream.of(Metric.values())
        .map(metric -> "by " + name(metric) + " " + new Verdict(result, metric).leads())
        .collect(joining("; ", ": ", ""));
  }

  private static String name(Metric metric) {
    return switch (metric) {
      case MAX -> "the maximum";
      case MEAN -> "the mean";
      case SHARE -> "the share of time ahead";
    };
  }

  private String ranges() {
    List<GnssSystem> systems = new ArrayList<>(result.constellation().systems());
    systems.sort(Comparator.comparing(system -> -led(system, Metric.MAX).most()));
    return systems.stream()
        .map(
            system -> {
              StudyResult.Range led = led(system, Metric.MAX);
              return system.displayName()
                  + " "
                  + led.least()
                  + (led.least() == led.most() ? "" : " to " + led.most());
            })
        .collect(joining(", ", ": by the maximum ", "; unknown by mean and share"));
  }

  @Override
  public void writeFigures(JsonGenerator json) throws IOException {
    ColumnJson.write(json, leads(), this);
  }

  /** The ranges of the sites that each system leads; empty where none is known. */
  private List<Column<CapitalsEffect>> leads() {
    List<Column<CapitalsEffect>> columns = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      for (GnssSystem system : result.constellation().systems()) {
        boolean isKnown = !isRange() || metric == Metric.MAX;
        List<Column<CapitalsEffect>> range =
            List.of(
                Column.<CapitalsEffect>count("least", "least", e -> e.led(system, metric).least())
                    .emptyUnless(isKnown),
                Column.<CapitalsEffect>count("most", "most", e -> e.led(system, metric).most())
                    .emptyUnless(isKnown));
        columns.addAll(
            CapitalsColumns.ofLeads(
                metric, Column.within(Words.key(system), system.displayName(), range)));
      }
    }
    return columns;
  }
}
