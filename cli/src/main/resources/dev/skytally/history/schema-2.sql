-- A satellite that should count by the registry, and does not, has a row of run_satellite even where
-- the snapshot does not hold it. A run without such rows is complete.

-- Why: not_in_source, damaged, too_old or not_flown; null if it counts or need not.
ALTER TABLE run_satellite ADD COLUMN missing TEXT;

ALTER TABLE run_satellite ADD COLUMN missing_detail TEXT;  -- the same for people

-- The snapshot whose element set a satellite flew by that the run's own snapshot could not fly;
-- null if none was needed.
ALTER TABLE run_satellite ADD COLUMN filled_from TEXT;

ALTER TABLE run_satellite ADD COLUMN filled_epoch TEXT;    -- of that element set

CREATE INDEX missing_by_run ON run_satellite (run) WHERE missing IS NOT NULL;

-- As before, but of several runs of the same element sets the one that lacks the fewest satellites, so that a
-- run whose gaps were filled is not replaced by one that was computed without what filled them.
DROP VIEW current_run;

CREATE VIEW current_run AS
SELECT id, setting, day, snapshot, label, epoch_median, program_version, computed_at
FROM (
  SELECT run.id, run.setting, date(run.window_start) AS day, run.snapshot, snapshot.label,
    snapshot.epoch_median, run.program_version, run.computed_at,
    row_number() OVER (
      PARTITION BY run.setting, run.window_start
      ORDER BY snapshot.epoch_median DESC,
        (SELECT count(*) FROM run_satellite INDEXED BY missing_by_run
         WHERE run_satellite.run = run.id AND missing IS NOT NULL),
        run.id DESC) AS place
  FROM run JOIN snapshot ON snapshot.id = run.snapshot)
WHERE place = 1;
