package dev.skytally.selection;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if no trustworthy answer is possible from a selection; the message says why, in one line.
 */
public final class SelectionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Cause cause;
  private final @Nullable Instant farEpoch;
  private final transient List<Notice> notices;

  /** The reason why there is no answer, so that a program can add advice for its user. */
  public enum Cause {
    /** The element sets that the caller chose are too far from the window. */
    CHOSEN_ELEMENTS_TOO_OLD,
    /** The nearest element sets are too far from the window. */
    NEAREST_ELEMENTS_TOO_OLD,
    /** The orbits of each single satellite are too far from the window. */
    ALL_TOO_OLD,
    /** No satellite of the systems has the requested status. */
    NO_SATELLITE,
    /** The file holds no usable orbits of the systems. */
    OTHER_SYSTEMS,
    /** The file does not cover the window. */
    WINDOW_NOT_COVERED,
    /** The source does not report the health of any satellite. */
    NO_HEALTH,
    /** The source reports health too far from the window to count. */
    OLD_HEALTH
  }

  /**
   * Creates an exception with a message of one line.
   *
   * @param cause the reason
   * @param message one line for people
   */
  public SelectionException(Cause cause, String message) {
    this(cause, message, null, List.of());
  }

  private SelectionException(
      Cause cause, String message, @Nullable Instant farEpoch, List<Notice> notices) {
    super(message);
    this.cause = cause;
    this.farEpoch = farEpoch;
    this.notices = notices;
  }

  /** Returns the message, which is never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** Returns the same exception with the notices collected before it. */
  SelectionException after(List<Notice> before) {
    return new SelectionException(cause, getMessage(), farEpoch, List.copyOf(before));
  }

  /** Returns the same exception with the epoch of the element sets that are too far away. */
  SelectionException withFarEpoch(Instant epoch) {
    return new SelectionException(cause, getMessage(), epoch, notices);
  }

  /** {@return the reason why there is no answer} */
  public Cause reason() {
    return cause;
  }

  /**
   * {@return the median epoch of the chosen or nearest element sets, if these are too far from the
   * window}
   */
  public Optional<Instant> farEpoch() {
    return Optional.ofNullable(farEpoch);
  }

  /** {@return the notices collected before the problem, which can explain it} */
  public List<Notice> notices() {
    return notices;
  }
}
