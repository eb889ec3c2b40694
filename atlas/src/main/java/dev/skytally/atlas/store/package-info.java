/**
 * The folder of an atlas, on any file system that Hadoop reaches.
 *
 * <p>A file is there whole or not at all. Knows nothing of atlases.
 */
@NullMarked
package dev.skytally.atlas.store;

import org.jspecify.annotations.NullMarked;
