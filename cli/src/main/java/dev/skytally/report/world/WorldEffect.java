package dev.skytally.report.world;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.WorldResult;
import dev.skytally.geography.WorldMap;
import dev.skytally.report.setting.AddedText;
import dev.skytally.report.setting.Effect;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.selection.FilledGaps.Added;
import dev.skytally.selection.FilledGaps.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The change of the shares that systems lead on a grid, if missing satellites were added. */
public final class WorldEffect implements Effect {
  private final Answer<WorldResult> answer;
  private final WorldSummary summary;

  /**
   * Creates the effect from an answer with the missing satellites.
   *
   * @param map the land
   */
  public WorldEffect(Answer<WorldResult> answer, WorldMap map) {
    this.answer = answer;
    summary = new WorldSummary(answer.result().tally(), Optional.empty(), map);
  }

  @Override
  public List<Added> added() {
    return answer.added();
  }

  @Override
  public List<Missing> withoutElements() {
    return answer.result().constellation().missing();
  }

  List<GnssSystem> systems() {
    return answer.result().constellation().systems();
  }

  WorldResult result() {
    return answer.result();
  }

  WorldSummary summary() {
    return summary;
  }

  /**
   * Returns, for example, {@code with G22, elements of 2024-02-08 from snapshot 2024-02-08.tle: by
   * the share of time BeiDou leads over 75.1 % and GPS over 24.2 % of the Earth; by the mean ...}.
   */
  @Override
  public String text() {
    List<Missing> others = withoutElements();
    String unknown =
        others.isEmpty()
            ? ""
            : "the effect of %s is unknown, because no element set within 180 days was found"
                .formatted(Missing.names(others));
    if (added().isEmpty()) {
      return unknown;
    }
    return AddedText.of(added(), others.isEmpty() ? "all" : Integer.toString(added().size()))
        + ": by the mean "
        + WorldTable.led(answer.result(), summary, surface -> surface.ledByMean)
        + "; by the share of time "
        + WorldTable.led(answer.result(), summary, surface -> surface.ledByShare)
        + (unknown.isEmpty() ? "" : "; " + unknown);
  }

  @Override
  public void writeFigures(JsonGenerator json) throws IOException {
    WorldJson.writeEffect(json, this);
  }
}
