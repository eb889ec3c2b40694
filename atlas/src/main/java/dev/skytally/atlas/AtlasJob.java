package dev.skytally.atlas;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skytally.atlas.output.AreaSums;
import dev.skytally.atlas.output.CountryTable;
import dev.skytally.atlas.output.DayFacts;
import dev.skytally.atlas.output.IndexPage;
import dev.skytally.atlas.output.Layer;
import dev.skytally.atlas.output.Pictures;
import dev.skytally.atlas.output.Zarr;
import dev.skytally.atlas.plan.Chunk;
import dev.skytally.atlas.plan.Division;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.plan.PlanReader;
import dev.skytally.atlas.store.Store;
import dev.skytally.geography.WorldMap;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Computes an atlas from a plan. Run it again to continue: pieces that are there and sound are not
 * counted again.
 */
public final class AtlasJob {
  private static final String USAGE =
      "usage: skytally-atlas PLAN FOLDER [--yes]\n"
          + "Computes the atlas that the file PLAN describes into FOLDER; run it again to continue."
          + " --yes also starts jobs of over 24 hours.\n";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String PLAN_FILE = "plan.json";
  private static final String VERSION_FILE = "work/version";

  /** The file that a job writes last. */
  private static final String DIGEST_FILE = "sha256";

  /** What is worth keeping. The satellites of the days are selected in seconds. */
  private static final List<String> RESULTS =
      List.of(Work.PIECES, Zarr.FOLDER, "layers", "countries.csv", IndexPage.FILE, DIGEST_FILE);

  private static final String NAME = "skytally-atlas: ";
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final double MOST_UNASKED_HOURS = 24;
  private static final int MOST_FAILURES_PRINTED = 20;

  private final PrintStream out;
  private final PrintStream messages;

  AtlasJob(PrintStream out, PrintStream messages) {
    this.out = out;
    this.messages = messages;
  }

  public static void main(String[] arguments) {
    if (System.getProperty("spark.master") == null
        && System.getProperty("log4j2.configurationFile") == null) {
      System.setProperty("log4j2.configurationFile", "dev/skytally/atlas/log4j2.properties");
    }
    // Threads of Spark may outlive this one.
    int code = FAILED;
    try {
      code = new AtlasJob(System.out, System.err).run(arguments);
    } catch (RuntimeException e) {
      e.printStackTrace(System.err);
    } finally {
      System.exit(code);
    }
  }

  /** Computes an atlas, and returns the exit code. */
  int run(String... arguments) {
    List<String> names = new ArrayList<>(List.of(arguments));
    boolean isAgreed = names.remove("--yes");
    if (names.size() != 2 || names.get(0).startsWith("-")) {
      messages.print(USAGE);
      return WRONG_USAGE;
    }
    try {
      TextFile file = TextFile.read(Path.of(names.get(0)));
      Plan plan = PlanReader.read(file);
      SparkConf settings = new SparkConf().setIfMissing("spark.app.name", "skytally-atlas");
      if (!settings.contains("spark.master")) {
        settings.setMaster("local[*]").set("spark.ui.enabled", "false");
        settings.set("spark.driver.host", LOOPBACK).set("spark.driver.bindAddress", LOOPBACK);
      }
      settings.setIfMissing("spark.task.maxFailures", "8");
      try (JavaSparkContext spark = new JavaSparkContext(settings)) {
        return new Run(file, plan, names.get(1), isAgreed, spark).run() ? DONE : FAILED;
      }
    } catch (IOException | AtlasException e) {
      messages.println(NAME + e.getMessage());
      return FAILED;
    }
  }

  /** One run. */
  private final class Run {
    private final TextFile file;
    private final Plan plan;
    private final boolean isAgreed;
    private final JavaSparkContext spark;
    private final Division division;
    private final Store store;
    private final Work work;
    private final Rounds rounds;

    Run(TextFile file, Plan plan, String folder, boolean isAgreed, JavaSparkContext spark)
        throws IOException {
      this.file = file;
      this.plan = plan;
      this.isAgreed = isAgreed;
      this.spark = spark;
      division = Division.of(plan);
      store = Store.open(folder, spark.hadoopConfiguration());
      work = Work.of(file.text(), store.address(), spark.hadoopConfiguration());
      rounds = new Rounds(spark, messages);
    }

    boolean run() throws IOException, AtlasException {
      claimFolder();
      if (store.exists(DIGEST_FILE)) {
        messages.println(
            NAME
                + "this atlas is finished; its pieces are checked and its output is written again");
      }
      store.deleteTemporary();
      List<DayFacts> days = Days.store(plan, store, Path.of(file.source()));
      warn(days, DayFacts::isIncomplete, "satellites are missing");
      warn(days, day -> day.assumption().isPresent(), "completeness is unknown");
      warn(days, DayFacts::hasOldOrbits, "element sets are old");
      store.write("days.csv", DayFacts.csv(plan.systems(), days));
      requireAgreement();
      return isDone("pieces", rounds.run("pieces", division.pieces(), new PieceTask(work)))
          && writeOutput(days);
    }

    private void warn(List<DayFacts> days, Predicate<DayFacts> has, String what) {
      long count = days.stream().filter(has).count();
      if (count > 0) {
        messages.println(
            NAME
                + "warning: %s on %s of %s days, see days.csv".formatted(what, count, days.size()));
      }
    }

    /** A folder with results belongs to one plan and one version; any other may be claimed. */
    private void claimFolder() throws IOException, AtlasException {
      String version =
          Optional.ofNullable(AtlasJob.class.getPackage().getImplementationVersion())
              .orElse("(not packaged)");
      String begunBy = store.exists(VERSION_FILE) ? text(VERSION_FILE) : "";
      boolean isOfOtherVersion = !begunBy.isEmpty() && !begunBy.equals(version);
      String claim = store.exists(Work.CLAIM) ? Work.CLAIM : PLAN_FILE;
      boolean isOfOtherPlan = store.exists(claim) && !isPlanIn(claim);
      if (isOfOtherPlan || isOfOtherVersion) {
        if (begunBy.isEmpty() || hasResults()) {
          throw new AtlasException(
              (isOfOtherPlan
                      ? "%s contains the atlas of another plan, %s: give an empty folder"
                          .formatted(store.address(), claim)
                      : "%s was begun by Skytally %s, and this is %s: use that version or an empty folder"
                          .formatted(store.address(), begunBy, version))
                  + ", or delete this one to begin anew");
        }
        store.delete(Work.DAYS);
      } else if (claim.equals(PLAN_FILE) && hasResults()) {
        throw new AtlasException(
            "%s contains an atlas without its folder work: give an empty folder, or delete this one to begin anew"
                .formatted(store.address()));
      }
      store.write(VERSION_FILE, version.getBytes(UTF_8));
      store.write(Work.CLAIM, file.text().getBytes(UTF_8));
      store.write(PLAN_FILE, file.text().getBytes(UTF_8));
    }

    private boolean isPlanIn(String name) throws IOException {
      return PlanReader.read(TextFile.of(store.address() + "/" + name, text(name))).equals(plan);
    }

    private String text(String name) throws IOException {
      return new String(store.read(name), UTF_8);
    }

    private boolean hasResults() throws IOException {
      for (String result : RESULTS) {
        if (store.holdsFiles(result)) {
          return true;
        }
      }
      return false;
    }

    private void requireAgreement() throws IOException, AtlasException {
      Estimate estimate = Estimate.of(plan, division, store);
      int cores = spark.defaultParallelism();
      messages.println(estimate.text(cores));
      if (estimate.coreHours() / cores <= MOST_UNASKED_HOURS || isAgreed) {
        return;
      }
      throw new AtlasException(
          "this takes more than 24 hours: shorten the plan, or give --yes to start it anyway");
    }

    private boolean isDone(String what, Rounds.Results results) {
      List<String> failures = results.failures();
      failures.stream()
          .limit(MOST_FAILURES_PRINTED)
          .forEach(failure -> messages.println(NAME + failure));
      if (!failures.isEmpty()) {
        messages.println(
            NAME
                + "%s of %s %s failed three times; the others are stored. Run the same command again"
                    .formatted(failures.size(), failures.size() + results.results().size(), what)
                + " to continue.");
      }
      return failures.isEmpty();
    }

    private boolean writeOutput(List<DayFacts> days) throws IOException {
      work.requireClaim(store);
      List<Layer> layers = Layer.of(Work.day(store, plan.firstDay()).tally());
      String title = IndexPage.title(plan);
      new Zarr(store, plan, division).writeMetadata(layers, title);
      Rounds.Results chunks = rounds.run("chunks", division.chunks(), new ChunkTask(work));
      if (!isDone("chunks", chunks)
          || !isDone("layers", rounds.run("layers", layers, new LayerTask(work)))) {
        return false;
      }
      MessageDigest sum = Store.newSha256();
      chunks.results().values().forEach(digest -> sum.update(digest.getBytes(UTF_8)));
      String digest = HexFormat.of().formatHex(sum.digest());
      WorldMap map = WorldMap.medium();
      AreaSums areas =
          new AreaSums(map, plan.periods().size(), layers.size(), plan.systems().size());
      for (Chunk chunk : division.chunks()) {
        areas.add(read(ChunkTask.areasFile(chunk)));
      }
      store.write(
          "countries.csv", CountryTable.csv(plan, layers, Pictures.hasLeaders(layers), areas));
      new Pictures(store, plan, map, DayFacts.titleMark(days)).write(layers);
      store.write(IndexPage.FILE, IndexPage.html(plan, layers, areas, days, digest));
      store.write(DIGEST_FILE, (digest + "\n").getBytes(UTF_8));
      store.deleteTemporary();
      out.println(digest + "  " + store.address());
      return true;
    }

    private InputStream read(String name) throws IOException {
      return store
          .unsealed(name)
          .orElseThrow(() -> new IOException(name + " is missing or damaged"));
    }
  }
}
