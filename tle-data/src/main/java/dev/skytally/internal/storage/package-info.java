/**
 * Files that survive a crash, and a lock on a folder that processes share.
 *
 * <p>Takes bytes and paths. What was written is on disk once a method returns, or not there at all.
 *
 * <p>Does not know what is stored. For Skytally's own modules only.
 */
package dev.skytally.internal.storage;
