package dev.skytally.orbit;

import dev.skytally.elements.Health;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.orekit.propagation.analytical.gnss.data.BeidouCivilianNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.BeidouLegacyNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.CivilianNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.GLONASSNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.GPSAlmanac;
import org.orekit.propagation.analytical.gnss.data.GalileoNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.LegacyNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.NavICL1NVNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.QZSSLegacyNavigationMessage;
import org.orekit.time.TimeStamped;

/**
 * Reads the health of satellites from messages and almanacs.
 *
 * <p>A satellite is healthy if these bits are zero:
 *
 * <ul>
 *   <li>GPS, all 6 of the legacy message: a summary of the navigation data and 5 for the signals
 *       (IS-GPS-200, section 20.3.3.3.1.4); all 6 or 8 of an almanac (20.3.3.5.1.3);
 *   <li>GPS and QZSS, those of L1 and L2 in CNAV, the first 2 of 3 (IS-GPS-200, 30.3.3.1.1.2); the
 *       third, of L5, is set where a satellite has no L5. The one of L1C in CNAV-2 (IS-GPS-800,
 *       subframe 2);
 *   <li>QZSS, the first of 6 of the legacy message, which is about the L1 signal. Others are set
 *       for signals that a satellite does not transmit, such as L1C/B (IS-QZSS-PNT, LNAV);
 *   <li>Galileo, the signal health status (2 bits) and the data validity status (1 bit) of E1-B,
 *       E5a and E5b, all 9, as RINEX packs them: data without guarantee (DVS 1), a signal out of
 *       service, in test or about to go out of service make it unhealthy (OS SIS ICD, 5.1.9.3);
 *   <li>BeiDou, SatH1 of D1 and D2 (B1I ICD, 5.2.4.6), or HS of the newer signals (B1C ICD);
 *   <li>GLONASS, Bn, as far as RINEX contains it (ICD 5.1, 4.4);
 *   <li>NavIC, the flags of L5 and S (SPS ICD for L5 and S), or of L1 (SPS ICD for L1).
 * </ul>
 */
final class HealthBits {
  private static final int GPS_L1_AND_L2 = 0b110;
  private static final int QZSS_L1 = 0b100000;

  private HealthBits() {}

  /**
   * Returns the health in a navigation message.
   *
   * @param at the reference time of the message
   */
  static Health of(TimeStamped message, Instant at) {
    int bits = bits(message);
    return new Health(
        (bits & mask(message)) == 0,
        "health %s in its message of %s".formatted(bits, at.truncatedTo(ChronoUnit.SECONDS)),
        at);
  }

  /**
   * Returns the health in an almanac.
   *
   * @param at the reference time of the almanac
   */
  static Health of(GPSAlmanac almanac, Instant at) {
    return new Health(almanac.getHealth() == 0, "health %s".formatted(almanac.getHealth()), at);
  }

  private static int bits(TimeStamped message) {
    if (message instanceof LegacyNavigationMessage<?> legacy) {
      return legacy.getSvHealth();
    }
    if (message instanceof CivilianNavigationMessage<?> civilian) {
      return civilian.getSvHealth();
    }
    if (message instanceof GalileoNavigationMessage galileo) {
      return (int) galileo.getSvHealth();
    }
    if (message instanceof BeidouLegacyNavigationMessage beidou) {
      return (int) NavigationText.satH1(beidou);
    }
    if (message instanceof BeidouCivilianNavigationMessage beidou) {
      return beidou.getHealth();
    }
    if (message instanceof GLONASSNavigationMessage glonass) {
      return (int) glonass.getHealth();
    }
    throw new IllegalArgumentException("no message with health: " + message.getClass());
  }

  /** Returns the bits that make a satellite unhealthy. */
  private static int mask(TimeStamped message) {
    if (message instanceof QZSSLegacyNavigationMessage) {
      return QZSS_L1;
    }
    boolean isCnav =
        message instanceof CivilianNavigationMessage<?> civilian
            && !civilian.isCnv2()
            && !(message instanceof NavICL1NVNavigationMessage);
    return isCnav ? GPS_L1_AND_L2 : ~0;
  }
}
