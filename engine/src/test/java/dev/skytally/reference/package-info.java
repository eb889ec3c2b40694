/**
 * The reference count: who is in view, and when a satellite rises and sets, the slow and obvious
 * way.
 *
 * <p>Takes positions and sites. Every kernel of the engine, every test that needs an expected count
 * and every benchmark is checked against it, so it exists once. Knows nothing of blocks, steps and
 * polynomials.
 */
package dev.skytally.reference;
