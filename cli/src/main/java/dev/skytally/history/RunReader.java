package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.SatelliteStatus;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what {@link RunWriter} wrote. */
final class RunReader {
  /** Runs that lack a site, a system at a site, or all satellites. */
  static final String HALF_STORED =
      """
      SELECT run.id FROM run JOIN setting ON setting.id = run.setting
      WHERE (SELECT count(*) FROM result WHERE result.run = run.id)
            <> (SELECT count(*) FROM site WHERE site.site_list = setting.site_list)
        OR (SELECT count(*) FROM in_view WHERE in_view.run = run.id)
            <> (SELECT count(*) FROM site WHERE site.site_list = setting.site_list)
               * (length(systems) - length(replace(systems, ',', '')) + 1)
        OR NOT EXISTS (SELECT 1 FROM run_satellite WHERE run_satellite.run = run.id AND counted)
      """;

  private static final String CURRENT_RUNS = "SELECT id FROM current_run WHERE setting = ?";
  private static final String ONE_RUN = "SELECT ?";

  /** Selects the runs of a setting whose element sets are not newer than an epoch. */
  private static final String EARLIER =
      "SELECT id, day FROM current_run WHERE setting = ? AND epoch_median <= ?";

  /**
   * Selects for each satellite that a run lacks the last earlier run that has it. The join order is
   * fixed: it finds the few satellites first and then looks them up in each run, which is much
   * faster than reading all satellites of all runs.
   */
  private static final String LAST_WITH =
      """
      WITH earlier AS MATERIALIZED (%1$s)
      SELECT earlier.id, max(earlier.day)
      FROM satellite CROSS JOIN earlier
        CROSS JOIN run_satellite ON run_satellite.run = earlier.id
          AND run_satellite.norad = satellite.norad AND %2$s
      WHERE instr(?, satellite.system) > 0
        AND satellite.norad NOT IN (SELECT norad FROM run_satellite WHERE run = ? AND %2$s)
      GROUP BY satellite.norad
      """;

  /** Means the same as {@link SatelliteState#isInElementSets()}. */
  private static final String IS_IN_ELEMENT_SETS =
      "filled_from IS NULL AND missing IS NOT 'not_in_source'";

  private static final Pattern WORD_ENDS = Pattern.compile("[ ,;().]+");

  private final Connection connection;

  RunReader(Connection connection) {
    this.connection = connection;
  }

  /** Reads all settings, and checks that each can be found by its content. */
  List<RunSetting> settings() throws SQLException {
    List<RunSetting> settings = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT systems, status, mask_deg, mode, site_list.name, site_list.id, setting.id"
                    + " FROM setting"
                    + " JOIN site_list ON site_list.id = setting.site_list"
                    + " WHERE EXISTS (SELECT 1 FROM run WHERE run.setting = setting.id)"
                    + " ORDER BY setting.id");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        RunSetting setting =
            new RunSetting(
                Arrays.stream(rows.getString(1).split(",")).map(GnssSystem::valueOf).toList(),
                StatusFilter.valueOf(upper(rows.getString(2))),
                rows.getDouble(3),
                rows.getString(4).equals(RunWriter.USABLE),
                rows.getString(5),
                sites(rows.getLong(6)));
        if (!new RunWriter(connection)
            .findSetting(setting)
            .equals(OptionalLong.of(rows.getLong(7)))) {
          throw new IllegalArgumentException("a list of sites is not the one that was stored");
        }
        settings.add(setting);
      }
    }
    return settings;
  }

  private List<GroundSite> sites(long siteList) throws SQLException {
    List<GroundSite> sites = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT name, country, iso2, latitude_deg, longitude_deg, height_m FROM site"
                + " WHERE site_list = ? ORDER BY position")) {
      statement.setLong(1, siteList);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sites.add(site(rows));
        }
      }
    }
    return sites;
  }

  /**
   * Returns a set of words that contains the digests and labels of all snapshots that runs need. A
   * label may be part of a list of labels, of an origin or of a file name.
   */
  Set<String> namesOfSnapshots() throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT sha256 || ' ' || label || ' ' || origin FROM snapshot"
                    + " UNION SELECT filled_from FROM run_satellite"
                    + " WHERE filled_from IS NOT NULL")) {
      while (rows.next()) {
        names.addAll(Arrays.asList(WORD_ENDS.split(rows.getString(1))));
      }
    }
    return names;
  }

  /** Returns the digests of the snapshots with a run, and whether the run is complete. */
  Map<String, Boolean> snapshots(RunSetting setting, String programVersion) throws SQLException {
    Map<String, Boolean> digests = new HashMap<>();
    OptionalLong id = new RunWriter(connection).findSetting(setting);
    if (id.isPresent()) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT sha256, NOT EXISTS (SELECT 1 FROM run_satellite"
                  + " WHERE run_satellite.run = run.id AND missing IS NOT NULL)"
                  + " FROM run JOIN snapshot ON snapshot.id = run.snapshot"
                  + " WHERE run.setting = ? AND program_version = ?")) {
        statement.setLong(1, id.getAsLong());
        statement.setString(2, programVersion);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            digests.put(rows.getString(1), rows.getBoolean(2));
          }
        }
      }
    }
    return digests;
  }

  List<StoredRun> runs(RunSetting setting) throws SQLException {
    OptionalLong id = new RunWriter(connection).findSetting(setting);
    if (id.isEmpty()) {
      return List.of();
    }
    List<StoredRun> runs = runs(setting, CURRENT_RUNS, id.getAsLong());
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a setting has no runs");
    }
    return runs;
  }

  Optional<StoredRun> find(RunSetting setting, String snapshotSha256, String programVersion)
      throws SQLException {
    OptionalLong id = new RunWriter(connection).find(snapshotSha256, setting, programVersion);
    return id.isEmpty()
        ? Optional.empty()
        : runs(setting, ONE_RUN, id.getAsLong()).stream().findFirst();
  }

  List<StoredRun> before(RunSetting setting, SnapshotFacts snapshot) throws SQLException {
    OptionalLong id = new RunWriter(connection).findSetting(setting);
    List<StoredRun> before = new ArrayList<>();
    if (id.isEmpty()) {
      return before;
    }
    String newest = Moments.text(snapshot.medianEpoch());
    // SQLite ranks only the runs of the days that are asked for; ranking thousands takes time.
    OptionalLong last = last(id.getAsLong(), snapshot.day().minusMonths(1), newest);
    if (last.isEmpty()) {
      last = last(id.getAsLong(), LocalDate.EPOCH, newest);
    }
    if (last.isEmpty()) {
      return before;
    }
    SortedSet<Long> runs = new TreeSet<>(List.of(last.getAsLong()));
    for (String condition : List.of("TRUE", IS_IN_ELEMENT_SETS)) {
      try (PreparedStatement statement =
          connection.prepareStatement(LAST_WITH.formatted(EARLIER, condition))) {
        statement.setLong(1, id.getAsLong());
        statement.setString(2, newest);
        statement.setString(3, setting.systems().toString());
        statement.setLong(4, last.getAsLong());
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            runs.add(rows.getLong(1));
          }
        }
      }
    }
    for (long run : runs) {
      before.addAll(runs(setting, ONE_RUN, run));
    }
    before.sort(Comparator.comparing(StoredRun::start));
    return before;
  }

  /** The last run since a day of element sets that are not newer than some. */
  private OptionalLong last(long setting, LocalDate since, String newest) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(EARLIER + " AND day >= ? ORDER BY day DESC LIMIT 1")) {
      statement.setLong(1, setting);
      statement.setString(2, newest);
      statement.setString(3, since.toString());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /**
   * Reads runs, by day.
   *
   * @param which a query for their ids, with one parameter
   */
  private List<StoredRun> runs(RunSetting setting, String which, long parameter)
      throws SQLException {
    Map<Long, List<SatelliteState>> satellites = satellites(which, parameter);
    Map<Long, Map<Metric, StoredRun.Leads>> leads = new HashMap<>();
    if (setting.systems().size() > 1) {
      for (Metric metric : Metric.values()) {
        leads(which, parameter, metric)
            .forEach(
                (run, led) -> {
                  requireAddingUp(led, setting);
                  leads.computeIfAbsent(run, r -> new EnumMap<>(Metric.class)).put(metric, led);
                });
      }
    }
    List<StoredRun> runs = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT run.id, sha256, label, origin, epoch_median, window_start, program_version,"
                + " computed_at FROM run JOIN snapshot ON snapshot.id = run.snapshot"
                + " WHERE run.id IN (%s) ORDER BY window_start".formatted(which))) {
      statement.setLong(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          long run = rows.getLong(1);
          // Ignores a run that was stored after the satellites were read.
          if (satellites.containsKey(run)) {
            runs.add(
                new StoredRun(
                    run,
                    new SnapshotFacts(
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        Moments.parse(rows.getString(5))),
                    Moments.parse(rows.getString(6)),
                    rows.getString(7),
                    Moments.parse(rows.getString(8)),
                    satellites.get(run),
                    leads.getOrDefault(run, Map.of())));
          }
        }
      }
    }
    return runs;
  }

  private static void requireAddingUp(StoredRun.Leads leads, RunSetting setting) {
    int sites = leads.ties() + setting.systems().stream().mapToInt(leads::sites).sum();
    if (sites != setting.sites().size()) {
      throw new IllegalArgumentException("leads and ties do not add up to the sites");
    }
  }

  private Map<Long, List<SatelliteState>> satellites(String which, long parameter)
      throws SQLException {
    Map<Long, List<SatelliteState>> satellites = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT run, norad, designator, system, block, prn, status, counted, missing,"
                + " missing_detail, filled_from, filled_epoch"
                + " FROM run_satellite JOIN satellite USING (norad)"
                + " WHERE run IN (%s) ORDER BY run, norad".formatted(which))) {
      statement.setLong(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          satellites
              .computeIfAbsent(rows.getLong(1), run -> new ArrayList<>())
              .add(
                  new SatelliteState(
                      rows.getInt(2),
                      rows.getString(3),
                      GnssSystem.valueOf(rows.getString(4)),
                      rows.getString(5),
                      rows.getString(6),
                      SatelliteStatus.valueOf(upper(rows.getString(7))),
                      rows.getInt(8) != 0,
                      lack(rows),
                      fill(rows)));
        }
      }
    }
    return satellites;
  }

  private static Optional<SatelliteState.Lack> lack(ResultSet rows) throws SQLException {
    String reason = rows.getString("missing");
    return reason == null
        ? Optional.empty()
        : Optional.of(
            new SatelliteState.Lack(
                Missing.Reason.valueOf(upper(reason)), rows.getString("missing_detail")));
  }

  private static Optional<SatelliteState.Fill> fill(ResultSet rows) throws SQLException {
    String snapshot = rows.getString("filled_from");
    return snapshot == null
        ? Optional.empty()
        : Optional.of(
            new SatelliteState.Fill(snapshot, Moments.parse(rows.getString("filled_epoch"))));
  }

  private Map<Long, StoredRun.Leads> leads(String which, long parameter, Metric metric)
      throws SQLException {
    Map<Long, Map<GnssSystem, Integer>> led = new HashMap<>();
    Map<Long, Integer> ties = new HashMap<>();
    String column = column(metric);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT run, %s, count(*) FROM result".formatted(column)
                + " WHERE run IN (%s) GROUP BY run, %s".formatted(which, column))) {
      statement.setLong(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Map<GnssSystem, Integer> ofRun =
              led.computeIfAbsent(rows.getLong(1), run -> new EnumMap<>(GnssSystem.class));
          Optional<GnssSystem> leader = leader(rows.getString(2));
          if (leader.isPresent()) {
            ofRun.put(leader.get(), rows.getInt(3));
          } else {
            ties.put(rows.getLong(1), rows.getInt(3));
          }
        }
      }
    }
    Map<Long, StoredRun.Leads> leads = new HashMap<>();
    led.forEach(
        (run, sites) -> leads.put(run, new StoredRun.Leads(sites, ties.getOrDefault(run, 0))));
    return leads;
  }

  List<SideChange> sideChanges(StoredRun before, StoredRun after, Metric metric)
      throws SQLException {
    List<SideChange> changes = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT name, country, iso2, latitude_deg, longitude_deg, height_m, a.%1$s, b.%1$s"
                    .formatted(column(metric))
                + " FROM result a JOIN result b ON b.site = a.site JOIN site ON site.id = a.site"
                + " WHERE a.run = ? AND b.run = ? AND a.%1$s <> b.%1$s ORDER BY position"
                    .formatted(column(metric)))) {
      statement.setLong(1, before.id());
      statement.setLong(2, after.id());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          changes.add(
              new SideChange(site(rows), leader(rows.getString(7)), leader(rows.getString(8))));
        }
      }
    }
    return changes;
  }

  List<SiteDay> days(RunSetting setting, int site) throws SQLException {
    OptionalLong id = new RunWriter(connection).findSetting(setting);
    List<SiteDay> days = new ArrayList<>();
    if (id.isEmpty()) {
      return days;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT day, leader_max, leader_mean, leader_share, system, max, mean, min, share_ahead"
                + " FROM current_run"
                + " JOIN setting ON setting.id = current_run.setting"
                + " JOIN site ON site.site_list = setting.site_list AND site.position = ?"
                + " JOIN result ON result.run = current_run.id AND result.site = site.id"
                + " JOIN in_view ON in_view.run = current_run.id AND in_view.site = site.id"
                + " WHERE setting.id = ? ORDER BY day")) {
      statement.setInt(1, site);
      statement.setLong(2, id.getAsLong());
      try (ResultSet rows = statement.executeQuery()) {
        Map<GnssSystem, SiteDay.InView> inView = new EnumMap<>(GnssSystem.class);
        while (rows.next()) {
          inView.put(
              GnssSystem.valueOf(rows.getString(5)),
              new SiteDay.InView(
                  rows.getInt(6), rows.getDouble(7), rows.getInt(8), rows.getDouble(9)));
          if (inView.size() == setting.systems().size()) {
            days.add(
                new SiteDay(LocalDate.parse(rows.getString(1)), inView, leaders(rows, setting)));
            inView.clear();
          }
        }
      }
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a site has no days");
    }
    return days;
  }

  private static Map<Metric, Optional<GnssSystem>> leaders(ResultSet rows, RunSetting setting)
      throws SQLException {
    Map<Metric, Optional<GnssSystem>> leaders = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      String leader = rows.getString(column(metric));
      if (leader != null) {
        Optional<GnssSystem> system = leader(leader);
        if (system.isPresent() && !setting.systems().contains(system.get())) {
          throw new IllegalArgumentException(system.get() + " leads, but is not compared");
        }
        leaders.put(metric, system);
      }
    }
    return leaders;
  }

  private static GroundSite site(ResultSet rows) throws SQLException {
    return GroundSite.ofDegrees(
            rows.getString("name"),
            rows.getDouble("latitude_deg"),
            rows.getDouble("longitude_deg"),
            rows.getDouble("height_m"))
        .inCountry(rows.getString("country"), rows.getString("iso2"));
  }

  private static String column(Metric metric) {
    return "leader_" + RunWriter.key(metric);
  }

  private static Optional<GnssSystem> leader(String text) {
    return RunWriter.TIE.equals(text)
        ? Optional.empty()
        : Optional.of(GnssSystem.of(String.valueOf(text)));
  }

  private static String upper(String key) {
    return key.toUpperCase(Locale.ROOT);
  }
}
