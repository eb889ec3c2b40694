package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.Optional;

/** A site with another leader than before; empty means a tie. */
public record SideChange(GroundSite site, Optional<GnssSystem> from, Optional<GnssSystem> to) {}
