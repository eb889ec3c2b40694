package dev.skytally.atlas.plan;

/** A kind of period that an atlas shows. The whole period is always shown. */
public enum Part {
  WHOLE,
  YEAR,
  MONTH
}
