package dev.skytally.cli.report;

import dev.skytally.DilutionResult;
import dev.skytally.StudyResult;
import dev.skytally.dop.SiteDilution;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who leads at how many sites by one metric or by the PDOP, in words. */
final class Verdict {
  private record Lead(GnssSystem system, List<GroundSite> sites) {}

  private final String nameOverADay;
  private final String nameOverOthers;
  private final int siteCount;
  private final List<Lead> leads = new ArrayList<>();
  private final List<GroundSite> ties;

  Verdict(StudyResult result, Metric metric) {
    nameOverADay = metric == Metric.MAX ? "the daily maximum" : name(metric);
    nameOverOthers = name(metric);
    siteCount = result.tallies().size();
    for (GnssSystem system : result.constellation().systems()) {
      leads.add(new Lead(system, sites(result.ledBy(system, metric))));
    }
    sortLeads();
    ties = sites(result.ties(metric));
  }

  /** By the median PDOP, of which less is better. */
  Verdict(DilutionResult dilution) {
    nameOverADay = "the median PDOP";
    nameOverOthers = nameOverADay;
    siteCount = dilution.sites().size();
    for (GnssSystem system : dilution.constellation().systems()) {
      leads.add(new Lead(system, dilution.ledBy(system).stream().map(SiteDilution::site).toList()));
    }
    sortLeads();
    ties = dilution.ties().stream().map(SiteDilution::site).toList();
  }

  private void sortLeads() {
    leads.sort(Comparator.comparing((Lead lead) -> lead.sites().size()).reversed());
  }

  private static String name(Metric metric) {
    return switch (metric) {
      case MAX -> "the greatest number in view";
      case MEAN -> "the mean number in view";
      case SHARE -> "the share of time ahead";
    };
  }

  static List<GroundSite> sites(List<SiteTally> tallies) {
    return tallies.stream().map(SiteTally::site).toList();
  }

  /**
   * As "BeiDou leads in 163 of 195 capitals by the daily maximum, GPS in 12; 20 tied."
   *
   * @param places what the sites are, in the plural
   * @param oneDay whether the window is one day, so that its maximum is a daily one
   */
  String sentence(String places, boolean oneDay) {
    int most = leads.get(0).sites().size();
    int first = 1;
    while (first < leads.size() && leads.get(first).sites().size() == most) {
      first++;
    }
    String by = " by " + name(oneDay);
    if (most == 0) {
      String all = siteCount == 1 ? "the one " : "all " + siteCount + " ";
      return leads.size() == 2
          ? systems(2) + " are tied in " + all + places + by + "."
          : "In " + all + places + " the first place is shared" + by + ".";
    }
    StringBuilder text = new StringBuilder(systems(first));
    text.append(first == 1 ? " leads in " : " lead in ").append(most);
    text.append(" of ").append(siteCount).append(' ').append(places);
    text.append(first == 1 ? "" : " each").append(by);
    for (Lead lead : leads.subList(first, leads.size())) {
      text.append(", ").append(lead.system().displayName());
      text.append(" in ").append(lead.sites().size());
    }
    return text.append("; ")
        .append(ties.isEmpty() ? "none" : Integer.toString(ties.size()))
        .append(" tied.")
        .toString();
  }

  /** The verdict on a single system, which has nobody to lead. */
  static String alone(StudyResult result, String places) {
    GnssSystem system = result.constellation().systems().get(0);
    int least = Integer.MAX_VALUE;
    int greatest = 0;
    for (SiteTally tally : result.tallies()) {
      least = Math.min(least, tally.inView(system).min());
      greatest = Math.max(greatest, tally.inView(system).max());
    }
    return "%s alone: never fewer than %d and never more than %d in view from any of %d %s."
        .formatted(system.displayName(), least, greatest, result.tallies().size(), places);
  }

  /** The first systems, as "GPS, BeiDou and Galileo". */
  private String systems(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : i == count - 1 ? " and " : ", ");
      text.append(leads.get(i).system().displayName());
    }
    return text.toString();
  }

  /** Whether one system leads at more sites than any other. */
  private boolean hasFirst() {
    return leads.get(0).sites().size() > leads.get(1).sites().size();
  }

  /** As "By the mean number in view: BeiDou 150, GPS 45, no ties." */
  String shortSentence(boolean oneDay) {
    StringBuilder text = new StringBuilder("By ").append(name(oneDay));
    String separator = ": ";
    for (Lead lead : leads) {
      text.append(separator).append(lead.system().displayName());
      text.append(' ').append(lead.sites().size());
      separator = ", ";
    }
    return text.append(", ")
        .append(ties.isEmpty() ? "no ties" : Words.count(ties.size(), "tie", "ties"))
        .append('.')
        .toString();
  }

  /** Names every site that the first system does not lead, or all if there is no first one. */
  void appendExceptions(StringBuilder text, boolean oneDay) {
    Words.append(text, "By " + name(oneDay) + ":", 0);
    for (Lead lead : leads.subList(hasFirst() ? 1 : 0, leads.size())) {
      if (!lead.sites().isEmpty()) {
        Words.append(
            text,
            "  "
                + lead.system().displayName()
                + " leads in "
                + lead.sites().size()
                + ": "
                + names(lead.sites())
                + ".",
            4);
      }
    }
    if (!ties.isEmpty()) {
      Words.append(text, "  Ties in " + ties.size() + ": " + names(ties) + ".", 4);
    }
    if (leads.get(0).sites().size() == siteCount) {
      text.append("  no exceptions, no ties\n");
    }
  }

  String name(boolean oneDay) {
    return oneDay ? nameOverADay : nameOverOthers;
  }

  static String names(List<GroundSite> sites) {
    StringBuilder text = new StringBuilder();
    for (GroundSite site : sites) {
      text.append(text.isEmpty() ? "" : ", ").append(site.name());
    }
    return text.toString();
  }
}
