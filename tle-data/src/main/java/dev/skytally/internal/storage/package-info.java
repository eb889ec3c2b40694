/**
 * Files that survive a crash, and a lock on a folder that processes share.
 *
 * <p>Takes bytes and paths. Written files are on disk once a method returns, or do not exist at
 * all.
 *
 * <p>Does not interpret the stored content. For Skytally's own modules only.
 */
@NullMarked
package dev.skytally.internal.storage;

import org.jspecify.annotations.NullMarked;
