package dev.skytally.orbit;

import dev.skytally.elements.Health;
import java.util.List;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Earth-fixed motion from the messages that a satellite broadcasts. At every instant the message
 * with the nearest reference time is used.
 */
final class BroadcastMessages implements EarthFixedMotion {
  private final List<Message> messages;

  /** One message, its reference time and the health that it reports. */
  record Message(AbsoluteDate date, EarthFixedMotion motion, Health health) {}

  /** Creates a motion from messages in order of time, at least one. */
  BroadcastMessages(List<Message> messages) {
    this.messages = messages;
  }

  @Override
  public PVCoordinates at(AbsoluteDate date) throws PropagationException {
    Message nearest = messages.get(0);
    for (Message message : messages) {
      if (distanceSeconds(message, date) < distanceSeconds(nearest, date)) {
        nearest = message;
      }
    }
    return nearest.motion().at(date);
  }

  private static double distanceSeconds(Message message, AbsoluteDate date) {
    return Math.abs(message.date().durationFrom(date));
  }
}
