package dev.skytally.atlas;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skytally.GridTally;
import dev.skytally.WorldResult;
import dev.skytally.WorldStudy;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.plan.PlanReader;
import dev.skytally.atlas.store.Store;
import dev.skytally.grid.WorldGrid;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.hadoop.conf.Configuration;

/**
 * What every task needs to know, small enough to be sent with each: the text of the plan, the
 * folder of the atlas and how to reach it.
 */
final class Work implements Serializable {
  /** The folder of the satellites of the days. */
  static final String DAYS = "work/days";

  /** The plan to which the folder belongs. Someone may edit the other file of that name. */
  static final String CLAIM = "work/plan.json";

  /** The folder of the tallies of the pieces. */
  static final String PIECES = "work/pieces";

  private static final long serialVersionUID = 1;
  private static final Duration DAY = Duration.ofDays(1);

  private final String planText;
  private final String folder;

  /** The settings of Hadoop, in its own format. */
  private final byte[] configuration;

  private Work(String planText, String folder, byte[] configuration) {
    this.planText = planText;
    this.folder = folder;
    this.configuration = configuration;
  }

  static Work of(String planText, String folder, Configuration configuration) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    configuration.write(new DataOutputStream(bytes));
    return new Work(planText, folder, bytes.toByteArray());
  }

  Plan plan() throws IOException {
    return PlanReader.read(TextFile.of("plan", planText));
  }

  /** Requires that the folder still belongs to this plan, which another job may have changed. */
  void requireClaim(Store store) throws IOException {
    String claim = new String(store.read(CLAIM), UTF_8);
    if (!PlanReader.read(TextFile.of(CLAIM, claim)).equals(plan())) {
      throw new IOException(
          folder + " was taken by a job with another plan: give each plan a folder of its own");
    }
  }

  Store store() throws IOException {
    Configuration settings = new Configuration(false);
    settings.readFields(new DataInputStream(new ByteArrayInputStream(configuration)));
    return Store.open(folder, settings);
  }

  /** Returns the name of the file with the satellites of a day. */
  static String dayFile(LocalDate day) {
    return DAYS + "/" + day;
  }

  /**
   * Reads the satellites of a day, which are those that can be propagated through all of it. The
   * file is the answer of a study of one place and one instant.
   */
  static WorldResult day(Store store, LocalDate day) throws IOException {
    InputStream bytes =
        store
            .unsealed(dayFile(day))
            .orElseThrow(() -> new IOException(dayFile(day) + " is missing or damaged"));
    return WorldResult.readFrom(bytes);
  }

  /** Returns the study of some cells over a day. */
  static WorldStudy study(Plan plan, Constellation satellites, WorldGrid grid, LocalDate day) {
    return WorldStudy.of(satellites)
        .on(grid)
        .over(day.atStartOfDay(ZoneOffset.UTC).toInstant(), DAY)
        .every(plan.step())
        .above(ElevationMask.ofDegrees(plan.maskDegrees()))
        .tallying(plan.figures())
        .threads(1);
  }

  /** Returns the name of the file with the tally of a piece. */
  static String pieceFile(String piece) {
    return PIECES + "/" + piece;
  }

  static byte[] bytes(GridTally tally) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally.writeTo(bytes);
    return bytes.toByteArray();
  }
}
