-- When the whole file was last found sound: one row, or none yet.
CREATE TABLE full_check (
  checked_at TEXT NOT NULL
);
