package dev.skytally.elements;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keywords of an Orbit Mean-elements Message that matter for an {@link ElementSet}. */
enum OmmKeyword {
  OBJECT_NAME(false),
  OBJECT_ID(false),
  CENTER_NAME(false),
  REF_FRAME(false),
  TIME_SYSTEM(false),
  MEAN_ELEMENT_THEORY(false),
  EPOCH(true),
  MEAN_MOTION(true),
  ECCENTRICITY(true),
  INCLINATION(true),
  RA_OF_ASC_NODE(true),
  ARG_OF_PERICENTER(true),
  MEAN_ANOMALY(true),
  EPHEMERIS_TYPE(false),
  CLASSIFICATION_TYPE(false),
  NORAD_CAT_ID(true),
  ELEMENT_SET_NO(false),
  REV_AT_EPOCH(false),
  BSTAR(true),
  MEAN_MOTION_DOT(false),
  MEAN_MOTION_DDOT(false);

  private static final Map<String, OmmKeyword> BY_NAME =
      Stream.of(values()).collect(Collectors.toMap(OmmKeyword::name, Function.identity()));

  private final boolean required;

  OmmKeyword(boolean required) {
    this.required = required;
  }

  boolean isRequired() {
    return required;
  }

  /** Returns the keyword with a name, or null for the many other keywords of a message. */
  static @Nullable OmmKeyword named(String name) {
    return BY_NAME.get(name);
  }
}
