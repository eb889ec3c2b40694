package dev.skytally.orbit;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Earth-fixed motion by what a satellite itself broadcasts: at every instant by the message whose
 * own time is nearest, and by none that is further away than it is good for.
 */
final class BroadcastMessages implements EarthFixedMotion {
  private final List<Message> messages;
  private final double reachSeconds;

  /** One message and its own time. */
  record Message(AbsoluteDate date, EarthFixedMotion motion) {}

  /**
   * Messages in order of time, at least one.
   *
   * @param reachSeconds how far from its own time a message is good
   */
  BroadcastMessages(List<Message> messages, double reachSeconds) {
    this.messages = messages;
    this.reachSeconds = reachSeconds;
  }

  @Override
  public PVCoordinates at(AbsoluteDate date) throws PropagationException {
    Message nearest = messages.get(0);
    for (Message message : messages) {
      if (distanceSeconds(message, date) < distanceSeconds(nearest, date)) {
        nearest = message;
      }
    }
    // Instants are told to the nanosecond, messages to less.
    if (distanceSeconds(nearest, date) > reachSeconds + 1e-6) {
      throw new PropagationException(
          String.format(
              Locale.ROOT,
              "it broadcast no message within %.0f minutes of %s",
              reachSeconds / 60,
              date.toInstant(OrekitContext.timeScales()).truncatedTo(ChronoUnit.SECONDS)));
    }
    return nearest.motion().at(date);
  }

  private static double distanceSeconds(Message message, AbsoluteDate date) {
    return Math.abs(message.date().durationFrom(date));
  }
}
