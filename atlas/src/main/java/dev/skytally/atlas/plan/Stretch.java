package dev.skytally.atlas.plan;

import java.io.Serializable;
import java.time.LocalDate;

/** Some days within one month. */
public record Stretch(LocalDate firstDay, int days) implements Serializable {
  public String name() {
    return firstDay + "-days-" + days;
  }
}
