package dev.skytally.internal.grid;

import dev.skytally.internal.answer.AnswerInput;
import dev.skytally.internal.answer.AnswerOutput;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.util.List;

/**
 * What the dilution of precision in a grid depends on besides the satellites.
 *
 * <p>Immutable.
 *
 * @param clocks the systems of each receiver clock where all are used together
 * @param goodPdop the greatest PDOP that counts as good
 */
public record DilutionSetting(List<List<GnssSystem>> clocks, double goodPdop) {
  void writeTo(AnswerOutput out) throws IOException {
    out.number(clocks.size());
    for (List<GnssSystem> clock : clocks) {
      out.systems(clock);
    }
    out.number(goodPdop);
  }

  static DilutionSetting read(AnswerInput in) throws IOException {
    return new DilutionSetting(in.list(AnswerInput::systems), in.number());
  }
}
