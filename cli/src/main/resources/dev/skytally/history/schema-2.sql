-- A satellite that should count by the registry, and does not, has a row of run_satellite even where
-- the snapshot does not hold it. A run without such rows is complete.

-- Why: not_in_source, damaged, too_old or not_flown; null if it counts or need not.
ALTER TABLE run_satellite ADD COLUMN missing TEXT;

ALTER TABLE run_satellite ADD COLUMN missing_detail TEXT;  -- the same for people

-- The snapshot whose element set a satellite flew by that the run's own snapshot could not fly;
-- null if none was needed.
ALTER TABLE run_satellite ADD COLUMN filled_from TEXT;

ALTER TABLE run_satellite ADD COLUMN filled_epoch TEXT;    -- of that element set
