package dev.skytally.report.capitals;

import dev.skytally.DilutionResult;
import dev.skytally.StudyResult;
import dev.skytally.dop.SiteDilution;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says in words which system leads at how many sites, by one metric or by PDOP. */
public final class Verdict {
  private record Lead(GnssSystem system, int sites) {}

  private final String column;
  private final String nameOverADay;
  private final String nameOverOthers;
  private final List<GroundSite> sites;
  private final List<Optional<GnssSystem>> leaders;
  private final List<Lead> leads = new ArrayList<>();
  private final int ties;

  public Verdict(StudyResult result, Metric metric) {
    this(
        Words.key(metric),
        metric == Metric.MAX ? "the daily maximum" : name(metric),
        name(metric),
        sites(result.tallies()),
        result.tallies().stream().map(tally -> tally.leader(metric)).toList(),
        result.constellation().systems());
  }

  /** Creates the verdict by the median PDOP. */
  public Verdict(DilutionResult dilution) {
    this(
        "PDOP",
        "the median PDOP",
        "the median PDOP",
        dilution.sites().stream().map(SiteDilution::site).toList(),
        dilution.sites().stream().map(SiteDilution::leader).toList(),
        dilution.constellation().systems());
  }

  private Verdict(
      String column,
      String nameOverADay,
      String nameOverOthers,
      List<GroundSite> sites,
      List<Optional<GnssSystem>> leaders,
      List<GnssSystem> systems) {
    this.column = column;
    this.nameOverADay = nameOverADay;
    this.nameOverOthers = nameOverOthers;
    this.sites = sites;
    this.leaders = leaders;
    for (GnssSystem system : systems) {
      int led = (int) leaders.stream().filter(Optional.of(system)::equals).count();
      leads.add(new Lead(system, led));
    }
    leads.sort(Comparator.comparing(Lead::sites).reversed());
    ties = (int) leaders.stream().filter(Optional::isEmpty).count();
  }

  static String name(Metric metric) {
    return switch (metric) {
      case MAX -> "the greatest number in view";
      case MEAN -> "the mean number in view";
      case SHARE -> "the share of time ahead";
    };
  }

  public static List<GroundSite> sites(List<SiteTally> tallies) {
    return tallies.stream().map(SiteTally::site).toList();
  }

  /**
   * Returns the verdict: "BeiDou leads in 163 of 195 capitals by the daily maximum, GPS in 12; 20
   * tied."
   *
   * @param places the word for the sites, in the plural
   * @param oneDay whether the window is one day, so that its maximum is a daily one
   */
  public String sentence(String places, boolean oneDay) {
    int most = leads.get(0).sites();
    int first = 1;
    while (first < leads.size() && leads.get(first).sites() == most) {
      first++;
    }
    String by = " by " + name(oneDay);
    if (most == 0) {
      String of = sites.size() + " " + places;
      if (leads.size() == 2) {
        String all = sites.size() == 1 ? sites.get(0).name() : "all " + of;
        return systems(2) + " are tied in " + all + by + ".";
      }
      String any = sites.size() == 1 ? sites.get(0).name() : "any of " + of;
      return "No system leads in " + any + by + ".";
    }
    if (sites.size() == 1) {
      return systems(1) + " leads in " + sites.get(0).name() + by + ".";
    }
    StringBuilder text = new StringBuilder(systems(first));
    text.append(first == 1 ? " leads in " : " lead in ").append(most);
    text.append(" of ").append(sites.size()).append(' ').append(places);
    text.append(first == 1 ? "" : " each").append(by);
    for (Lead lead : leads.subList(first, leads.size())) {
      text.append(", ").append(lead.system().displayName());
      text.append(" in ").append(lead.sites());
    }
    return text.append("; ")
        .append(ties == 0 ? "none" : Integer.toString(ties))
        .append(" tied.")
        .toString();
  }

  /** Returns the verdict on a single system, which is compared with no other. */
  public static String alone(StudyResult result, String places) {
    GnssSystem system = result.constellation().systems().get(0);
    int least = Integer.MAX_VALUE;
    int greatest = 0;
    List<SiteTally> tallies = result.tallies();
    for (SiteTally tally : tallies) {
      least = Math.min(least, tally.inView(system).min());
      greatest = Math.max(greatest, tally.inView(system).max());
    }
    return Words.sentence(
        "%s alone: %snever more than %s in view from %s"
            .formatted(
                system.displayName(),
                least == 0 ? "" : "never fewer than " + least + " and ",
                greatest,
                tallies.size() == 1
                    ? tallies.get(0).site().name()
                    : "any of " + tallies.size() + " " + places));
  }

  /** Lists the first systems: "GPS, BeiDou and Galileo". */
  private String systems(int count) {
    return Words.list(
        leads.stream().limit(count).map(lead -> lead.system().displayName()).toList());
  }

  /** Returns the system that leads at more sites than every other, if there is one. */
  Optional<GnssSystem> first() {
    return leads.get(0).sites() > leads.get(1).sites()
        ? Optional.of(leads.get(0).system())
        : Optional.empty();
  }

  /** Returns "By the mean number in view: BeiDou 150, GPS 45, no ties." */
  String shortSentence(boolean oneDay) {
    return "By " + name(oneDay) + ": " + leads() + ".";
  }

  /** Returns {@code BeiDou 150, GPS 45, no ties}; for a single site, the leader or a tie. */
  String leads() {
    if (sites.size() == 1) {
      return first().map(GnssSystem::displayName).orElse("a tie");
    }
    StringBuilder text = new StringBuilder();
    for (Lead lead : leads) {
      text.append(lead.system().displayName()).append(' ').append(lead.sites()).append(", ");
    }
    return text.append(ties == 0 ? "no ties" : Words.count(ties, "tie", "ties")).toString();
  }

  /** Returns the leaders at the sites, in their order; empty for a tie. */
  List<Optional<GnssSystem>> leaders() {
    return leaders;
  }

  /** Returns the heading of a column of leaders. */
  String column() {
    return column;
  }

  private String name(boolean oneDay) {
    return oneDay ? nameOverADay : nameOverOthers;
  }

  public static String names(List<GroundSite> sites) {
    StringBuilder text = new StringBuilder();
    for (GroundSite site : sites) {
      text.append(text.isEmpty() ? "" : ", ").append(site.name());
    }
    return text.toString();
  }
}
