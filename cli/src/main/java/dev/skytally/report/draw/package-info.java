/**
 * Toolkit for pictures: SVG, PNG, letters, map projections, axes, colours, marks of systems.
 *
 * <p>Takes coordinates and words. Returns pictures that depend on nothing of the machine.
 *
 * <p>Knows no subject; {@code PngImage} alone uses a drawing library.
 */
package dev.skytally.report.draw;
