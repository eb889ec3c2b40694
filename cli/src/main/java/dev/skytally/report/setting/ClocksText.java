package dev.skytally.report.setting;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.util.List;
import java.util.stream.Collectors;

/** Describes which systems share a receiver clock. */
public final class ClocksText {
  private ClocksText() {}

  private static List<List<GnssSystem>> shared(ReceiverClocks clocks, List<GnssSystem> systems) {
    return clocks.divide(systems).stream().filter(clock -> clock.size() > 1).toList();
  }

  /** Returns "GPS and QZSS share a receiver clock, every other system has its own". */
  public static String words(ReceiverClocks clocks, List<GnssSystem> systems) {
    List<List<GnssSystem>> shared = shared(clocks, systems);
    if (shared.isEmpty()) {
      return "each system has its own receiver clock";
    }
    StringBuilder text = new StringBuilder();
    int sharing = 0;
    for (List<GnssSystem> clock : shared) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(Words.list(clock.stream().map(GnssSystem::displayName).toList()));
      text.append(sharing == 0 ? " share a receiver clock" : " share another");
      sharing += clock.size();
    }
    return text.append(sharing < systems.size() ? ", every other system has its own" : "")
        .toString();
  }

  /** Returns the value of {@code --clocks}: {@code GPS+QZS,BDS+GAL} or {@code own}. */
  public static String option(ReceiverClocks clocks, List<GnssSystem> systems) {
    List<List<GnssSystem>> shared = shared(clocks, systems);
    return shared.isEmpty()
        ? "own"
        : shared.stream()
            .map(clock -> clock.stream().map(GnssSystem::name).collect(Collectors.joining("+")))
            .collect(Collectors.joining(","));
  }
}
