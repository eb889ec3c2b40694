-- Moments are UTC as text (ISO 8601, to the second); angles are degrees; shares are 0 to 1.
-- PRAGMA user_version is the version of the schema.

CREATE TABLE site_list (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,         -- "capitals", or the file's name
  sha256 TEXT NOT NULL UNIQUE   -- of the sites themselves, whatever the list is called
);

CREATE TABLE site (
  id            INTEGER PRIMARY KEY,
  site_list     INTEGER NOT NULL REFERENCES site_list,
  position      INTEGER NOT NULL,  -- from 0, in the order of the list
  iso2          TEXT NOT NULL,     -- empty if there is no country
  country       TEXT NOT NULL,
  name          TEXT NOT NULL,
  latitude_deg  REAL NOT NULL,
  longitude_deg REAL NOT NULL,
  height_m      REAL NOT NULL,
  UNIQUE (site_list, position)
);

-- What is asked, whatever the day: runs of one setting can be compared.
CREATE TABLE setting (
  id        INTEGER PRIMARY KEY,
  site_list INTEGER NOT NULL REFERENCES site_list,
  systems   TEXT NOT NULL,     -- as "GPS,BDS"
  status    TEXT NOT NULL,     -- which satellites count: operational, transmitting, all
  mask_deg  REAL NOT NULL,     -- the least elevation that counts as in view
  mode      TEXT NOT NULL,     -- "exact": without a time step
  window_s  INTEGER NOT NULL,  -- how long a window lasts
  UNIQUE (site_list, systems, status, mask_deg, mode, window_s)
);

CREATE TABLE snapshot (
  id           INTEGER PRIMARY KEY,
  sha256       TEXT NOT NULL UNIQUE,  -- of the text of the element sets
  label        TEXT NOT NULL,
  origin       TEXT NOT NULL,
  epoch_median TEXT NOT NULL
);

-- One computation: a snapshot's own day, from 00:00 to 24:00.
CREATE TABLE run (
  id              INTEGER PRIMARY KEY,
  setting         INTEGER NOT NULL REFERENCES setting,
  snapshot        INTEGER NOT NULL REFERENCES snapshot,
  program_version TEXT NOT NULL,
  computed_at     TEXT NOT NULL,
  window_start    TEXT NOT NULL,
  window_end      TEXT NOT NULL,
  UNIQUE (setting, snapshot, program_version)
);

CREATE TABLE satellite (
  norad      INTEGER PRIMARY KEY,
  designator TEXT NOT NULL,  -- as "2023-207A", begins with the year of launch; empty if unknown
  system     TEXT NOT NULL,
  block      TEXT NOT NULL   -- empty if unknown
);

-- Every satellite of the setting's systems that the snapshot holds.
CREATE TABLE run_satellite (
  run     INTEGER NOT NULL REFERENCES run,
  norad   INTEGER NOT NULL REFERENCES satellite,
  prn     TEXT NOT NULL,     -- empty if it has none
  status  TEXT NOT NULL,     -- by the registry, on the day of the window
  counted INTEGER NOT NULL,  -- 1 if it counts in this run, else 0
  PRIMARY KEY (run, norad)
) WITHOUT ROWID;

-- Who leads at a site: a system, or "tie"; null where a single system was looked at.
CREATE TABLE result (
  run          INTEGER NOT NULL REFERENCES run,
  site         INTEGER NOT NULL REFERENCES site,
  leader_max   TEXT,
  leader_mean  TEXT,
  leader_share TEXT,
  PRIMARY KEY (run, site)
) WITHOUT ROWID;

CREATE TABLE in_view (
  run         INTEGER NOT NULL,
  site        INTEGER NOT NULL,
  system      TEXT NOT NULL,
  max         INTEGER NOT NULL,
  mean        REAL NOT NULL,
  min         INTEGER NOT NULL,
  share_ahead REAL NOT NULL,  -- of the time, with more in view than every other system
  PRIMARY KEY (run, site, system),
  FOREIGN KEY (run, site) REFERENCES result
) WITHOUT ROWID;

-- The runs to read: of several of one setting and day, that of the newest element sets, computed last.
CREATE VIEW current_run AS
SELECT id, setting, day, snapshot, label, epoch_median, program_version, computed_at
FROM (
  SELECT run.id, run.setting, date(run.window_start) AS day, run.snapshot, snapshot.label,
    snapshot.epoch_median, run.program_version, run.computed_at,
    row_number() OVER (
      PARTITION BY run.setting, run.window_start
      ORDER BY snapshot.epoch_median DESC, run.id DESC) AS place
  FROM run JOIN snapshot ON snapshot.id = run.snapshot)
WHERE place = 1;
