package dev.skytally.cli.report;

import dev.skytally.cli.report.MissingEffect.Added;
import dev.skytally.satellites.Missing;
import java.util.List;

/** What satellites that are missing from an answer would change in its verdict. */
public sealed interface Effect permits MissingEffect, WorldEffect {
  /** The satellites flown by the nearest element set there is, whatever its age. */
  List<Added> added();

  /** The satellites that no element set is known of. */
  List<Missing> withoutElements();

  /** For people, to follow the names of the missing satellites. */
  String text();
}
