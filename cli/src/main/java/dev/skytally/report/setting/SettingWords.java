package dev.skytally.report.setting;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import dev.skytally.outage.Outages.Coverage;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Fact;
import dev.skytally.report.text.Language;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.selection.Selection;
import dev.skytally.selection.Selection.OutOfService;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Describes the definition behind a picture in its language. English has all of {@link
 * SettingText}; the others have the most important parts.
 */
public final class SettingWords {
  private final Setting setting;
  private final Selection selection;
  private final Language language;

  public SettingWords(Setting setting, Language language) {
    this.setting = setting;
    this.language = language;
    selection = setting.selection();
  }

  /** Returns the parts of the definition. */
  public List<Fact> facts() {
    return language == Language.EN ? SettingText.facts(setting) : facts(rules());
  }

  private List<Fact> facts(List<String> rules) {
    List<Fact> facts = new ArrayList<>();
    String window = language.window(setting.times(), selection.start(), selection.end());
    facts.add(
        fact(
            "window",
            selection.isWhatIsCovered() ? language.words("fact.covered", window) : window));
    String mode =
        setting.step().isEmpty()
            ? language.words("fact.exact")
            : language.words("fact.sampled", number(setting.stepSeconds()));
    facts.add(fact("in_view", mask(mode)));
    addSatellites(facts, selection.middle(), rules);
    return facts;
  }

  /** Returns the parts of the definition for a page, which has room for more than a picture. */
  public List<Fact> details() {
    if (language == Language.EN) {
      return SettingText.facts(setting);
    }
    List<Fact> facts = facts(rulesOfChoice());
    if (!selection.outages().isNone()) {
      facts.add(fact("outages", outages()));
    }
    if (selection.constellation().completeness().isComplete()) {
      facts.add(fact("complete", language.words("fact.complete")));
    }
    if (!selection.uncertain().isEmpty()) {
      String names = language.commas(selection.uncertain());
      facts.add(fact("uncertain", language.words("fact.uncertain", names)));
    }
    int excluded = SettingText.exclusions(selection).size();
    if (excluded > 0) {
      facts.add(fact("excluded", language.words("fact.excluded", excluded)));
    }
    return facts;
  }

  /**
   * Returns the marks of {@link SettingText#marks}, and what is unknown of outages, in one line;
   * empty if there are none.
   */
  public String marks() {
    String outages = sentence(unknownOutages());
    if (language == Language.EN) {
      return (SettingText.marks(selection) + ' ' + outages).strip();
    }
    Completeness completeness = selection.constellation().completeness();
    List<String> marks = new ArrayList<>();
    if (!completeness.missing().isEmpty()) {
      marks.add(language.words("missing", Missing.names(completeness.missing())));
    }
    if (completeness.isUnknown()) {
      marks.add(language.words("completeness_unknown"));
    }
    int old = selection.oldOrbits().members().size();
    if (old > 0) {
      marks.add(language.words("fact.old_orbits", old));
    }
    return (sentence(marks) + ' ' + outages).strip();
  }

  private String sentence(List<String> parts) {
    String line = String.join(language.words("semicolon"), parts);
    return line.isEmpty() ? "" : Words.capitalized(line) + language.words("stop");
  }

  /** Returns the parts of the definition for a moment. */
  public List<Fact> factsWithoutWindow() {
    if (language == Language.EN) {
      return SettingText.factsWithoutWindow(setting);
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("in_view", mask(language.words("fact.exact"))));
    addSatellites(facts, selection.start(), rules());
    return facts;
  }

  private String mask(String mode) {
    Masks masks = setting.masks();
    if (masks.areAllOwn()) {
      return masks
          .floorOfOwnHorizons()
          .map(floor -> language.words("fact.own_masks_and_floor", number(floor), mode))
          .orElseGet(() -> language.words("fact.own_masks", mode));
    }
    String rest =
        masks.sitesWithOwn() == 0
            ? mode
            : language.words("fact.some_own_masks", masks.sitesWithOwn(), masks.sites(), mode);
    return masks
        .horizonFile()
        .map(
            file ->
                masks
                    .floorDegrees()
                    .map(floor -> language.words("fact.both", file, number(floor), rest))
                    .orElseGet(() -> language.words("fact.horizon", file, rest)))
        .orElseGet(() -> language.words("fact.mask", number(masks.degrees()), rest));
  }

  /** Adds what is known of the satellites, with the age of their orbits at an instant. */
  private void addSatellites(List<Fact> facts, Instant at, List<String> rules) {
    List<String> counted = new ArrayList<>(List.of(counted()));
    counted.addAll(rules);
    facts.add(fact("counted", String.join(language.words("semicolon"), counted)));
    Completeness completeness = selection.constellation().completeness();
    if (!completeness.missing().isEmpty()) {
      facts.add(fact("missing", missing(completeness.missing())));
    } else if (completeness.isUnknown()) {
      facts.add(fact("unknown", language.words("completeness_unknown")));
    }
    int old = selection.oldOrbits().members().size();
    if (old > 0) {
      facts.add(fact("old_orbits", language.words("fact.old_orbits", old)));
    }
    facts.add(
        selection
            .medianEpoch()
            .map(
                epoch ->
                    fact(
                        "elements",
                        language.words(
                                "fact.elements",
                                language.label(selection.source().label()),
                                minutes(Times.UTC, epoch),
                                ageDays(at))
                            + damaged()))
            .orElseGet(() -> fact("orbits", language.label(selection.source().label()))));
  }

  /** Returns the missing satellites by the reason why they do not count. */
  private String missing(List<Missing> missing) {
    Map<Missing.Reason, List<Missing>> byReason = new EnumMap<>(Missing.Reason.class);
    missing.forEach(
        one -> byReason.computeIfAbsent(one.reason(), reason -> new ArrayList<>()).add(one));
    List<String> parts = new ArrayList<>();
    byReason.forEach(
        (reason, alike) ->
            parts.add(
                language.words(
                    "fact.missing",
                    Missing.names(alike),
                    language.words("missing." + reason.name()))));
    return String.join(language.words("semicolon"), parts);
  }

  private String damaged() {
    int damaged = selection.source().damaged();
    return damaged == 0
        ? ""
        : language.words("semicolon") + language.words("fact.damaged", damaged);
  }

  /**
   * Returns when which satellites are out of service, what is unknown of it, and where the notices
   * come from.
   */
  private String outages() {
    List<OutOfService> all = selection.outOfService();
    List<String> parts = new ArrayList<>();
    if (all.isEmpty()) {
      List<GnssSystem> known = new ArrayList<>(selection.systems());
      known.removeAll(selection.withUnknownOutages());
      if (!known.isEmpty()) {
        parts.add(language.words("fact.no_outages", names(known)));
      }
    } else {
      List<String> shown = new ArrayList<>();
      for (OutOfService one : all.subList(0, Math.min(SettingText.MOST_OUTAGES, all.size()))) {
        shown.add(one.satellite().label() + ' ' + outage(one.outage()));
      }
      if (shown.size() < all.size()) {
        shown.add(language.words("fact.more", all.size() - shown.size()));
      }
      parts.add(language.words("fact.outages", language.commas(shown)));
    }
    parts.addAll(unknownOutages());
    parts.add(language.words("fact.notices", sourceOfNotices()));
    return String.join(language.words("semicolon"), parts);
  }

  /** Returns the source of the notices, in which the bundled list stands first. */
  private String sourceOfNotices() {
    String source = selection.outages().source();
    String bundled = Outages.bundled().source();
    String bundledAnd = bundled + " and ";
    if (source.startsWith(bundledAnd)) {
      String others = source.substring(bundledAnd.length());
      return language.list(List.of(language.words("fact.bundled"), others));
    }
    return source.equals(bundled) ? language.words("fact.bundled") : source;
  }

  private String outage(Outage outage) {
    String source = outage.source();
    return "%s (%s)"
        .formatted(
            when(outage),
            outage.isForecast()
                ? language.commas(List.of(source, language.words("fact.forecast")))
                : source);
  }

  private String when(Outage outage) {
    Times times = setting.times();
    Instant from = outage.from();
    if (outage.to().isEmpty()) {
      return language.words("fact.from_on", language.moment(times, from));
    }
    Instant to = outage.to().get();
    if (SettingText.isWholeDay(from, to, selection, times)) {
      return language.words("fact.all_day");
    }
    return SettingText.isOnOneDate(from, to, selection, times)
        ? times.timeOfDay(from) + "-" + times.timeOfDay(to)
        : language.words("window", language.moment(times, from), language.moment(times, to));
  }

  private String minutes(Times times, Instant instant) {
    return language.moment(times, instant.truncatedTo(ChronoUnit.MINUTES));
  }

  private String names(List<GnssSystem> systems) {
    return language.list(systems.stream().map(language::name).toList());
  }

  private Fact fact(String key, String value) {
    return new Fact(language.words("label." + key), value);
  }

  private String number(double value) {
    return language.number(Decimals.plain(value, 6));
  }

  /** Returns the median age of the orbits in days. */
  public String ageDays() {
    return ageDays(selection.middle());
  }

  private String ageDays(Instant at) {
    double days = selection.constellation().medianAgeDays(at).orElseThrow();
    return language.number(Decimals.fixed(days, 1));
  }

  /** Returns the numbers of satellites: {@code 30 GPS, 44 BeiDou}. */
  public String counted() {
    return language.commas(
        selection.systems().stream()
            .map(
                system ->
                    language.words(
                        "count",
                        selection.constellation().members(system).size(),
                        language.name(system)))
            .toList());
  }

  /**
   * Returns how the choice of the satellites differs from the default, the rule about outages, and
   * what is unknown about them.
   */
  public List<String> rules() {
    List<String> rules = rulesOfChoice();
    rules.addAll(unknownOutages());
    return rules;
  }

  private List<String> rulesOfChoice() {
    List<String> rules = new ArrayList<>();
    if (!setting.choice().isEmpty()) {
      List<String> differences =
          setting.choice().stream()
              .map(one -> language.words("choice." + one.key(), one.value()))
              .toList();
      rules.add(language.words("choice", language.commas(differences)));
    }
    if (!selection.outages().isNone()) {
      rules.add(language.words("usable"));
    }
    return rules;
  }

  /** Returns what the notices do not cover. */
  private List<String> unknownOutages() {
    List<String> sentences = new ArrayList<>();
    List<GnssSystem> unknown = new ArrayList<>(selection.withUnknownOutages());
    boolean isOneSided = unknown.size() < selection.systems().size();
    SettingText.partlyCovered(selection)
        .forEach(
            (covered, systems) -> {
              List<String> parts = covered.stream().map(this::covered).toList();
              sentences.add(
                  language.words("outages_known_only", names(systems), language.list(parts)));
              unknown.removeAll(systems);
            });
    List<GnssSystem> partlyKnown = SettingText.partlyKnown(selection, unknown);
    unknown.removeAll(partlyKnown);
    if (!partlyKnown.isEmpty()) {
      sentences.add(language.words("outages_partly_known", names(partlyKnown)));
    }
    if (!unknown.isEmpty()) {
      sentences.add(
          language.words("outages_unknown", names(unknown))
              + (isOneSided ? language.words("comma") + language.words("one_sided") : ""));
    }
    return sentences;
  }

  private String covered(Coverage part) {
    Times times = setting.times();
    String from = language.moment(times, part.from());
    String to = language.moment(times, part.to());
    if (part.from().equals(selection.start())) {
      return language.words("fact.until", to);
    }
    return part.to().equals(selection.end())
        ? language.words("fact.from_on", from)
        : language.words("window", from, to);
  }

  /**
   * Returns the mark after a title, for example {@code " (incomplete, old orbits)"}; empty if the
   * answer is complete and uses fresh orbits.
   */
  public String titleMark() {
    Completeness completeness = selection.constellation().completeness();
    List<String> marks =
        Stream.of(
                completeness.isComplete()
                    ? ""
                    : completeness.isUnknown() ? "completeness_unknown" : "incomplete",
                selection.oldOrbits().isEmpty() ? "" : "old_orbits")
            .filter(key -> !key.isEmpty())
            .map(key -> language.words(key))
            .toList();
    return marks.isEmpty() ? "" : " (" + language.commas(marks) + ")";
  }

  /** Returns which systems share a receiver clock. */
  public String clocks(ReceiverClocks clocks) {
    List<GnssSystem> systems = setting.systems();
    List<List<GnssSystem>> shared =
        clocks.divide(systems).stream().filter(clock -> clock.size() > 1).toList();
    if (shared.isEmpty()) {
      return language.words("clocks.own");
    }
    List<String> parts = new ArrayList<>();
    int sharing = 0;
    for (List<GnssSystem> clock : shared) {
      parts.add(language.words(sharing == 0 ? "clocks.shared" : "clocks.shared_too", names(clock)));
      sharing += clock.size();
    }
    if (sharing < systems.size()) {
      parts.add(language.words("clocks.others"));
    }
    return String.join(language.words("comma"), parts);
  }
}
