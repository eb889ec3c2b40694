package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.Optional;

/** A site that one system led and another leads now; empty stands for a tie. */
public record SideChange(GroundSite site, Optional<GnssSystem> from, Optional<GnssSystem> to) {}
