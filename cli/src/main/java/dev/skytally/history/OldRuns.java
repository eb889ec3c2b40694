package dev.skytally.history;

import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.StatusFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds to the runs of early versions which satellites they lack. */
record OldRuns(Connection connection) {
  private static final String DETAIL = "not counted when this run was stored";

  /** Marks the satellites as missing that should count, by this program's registry, and do not. */
  void deriveCompleteness() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet runs =
            statement.executeQuery(
                "SELECT run.id, date(window_start), systems, status FROM run"
                    + " JOIN setting ON setting.id = run.setting")) {
      while (runs.next()) {
        List<Satellite> expected =
            ConstellationSelection.on(LocalDate.parse(runs.getString(2)))
                .systems(
                    Arrays.stream(runs.getString(3).split(",")).map(GnssSystem::valueOf).toList())
                .status(StatusFilter.valueOf(runs.getString(4).toUpperCase(Locale.ROOT)))
                .expected();
        mark(runs.getLong(1), expected);
      }
    }
  }

  private void mark(long run, List<Satellite> expected) throws SQLException {
    Map<Integer, Boolean> counted = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT norad, counted FROM run_satellite WHERE run = ?")) {
      statement.setLong(1, run);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          counted.put(rows.getInt(1), rows.getBoolean(2));
        }
      }
    }
    for (Satellite satellite : expected) {
      Boolean counts = counted.get(satellite.catalogNumber());
      if (counts == null) {
        insert(run, satellite);
      } else if (!counts) {
        execute(
            "UPDATE run_satellite SET missing = ?, missing_detail = ? WHERE run = ? AND norad = ?",
            RunWriter.key(Missing.Reason.NOT_FLOWN),
            DETAIL,
            run,
            satellite.catalogNumber());
      }
    }
  }

  private void insert(long run, Satellite satellite) throws SQLException {
    execute(
        "INSERT INTO satellite (norad, designator, system, block) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (norad) DO NOTHING",
        satellite.catalogNumber(),
        satellite.internationalDesignator(),
        satellite.system().name(),
        satellite.block());
    execute(
        "INSERT INTO run_satellite (run, norad, prn, status, counted, missing, missing_detail)"
            + " VALUES (?, ?, ?, ?, 0, ?, ?)",
        run,
        satellite.catalogNumber(),
        satellite.prn(),
        RunWriter.key(satellite.status()),
        RunWriter.key(Missing.Reason.NOT_IN_SOURCE),
        DETAIL);
  }

  private void execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
