package dev.skytally.internal.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one writer at a time into a folder, among processes and threads. The others wait. A process
 * that dies, however it dies, lets go.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";

  /** Locks of the system are held by a process as a whole; these keep its threads apart. */
  private static final Map<Path, ReentrantLock> AMONG_THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock amongThreads;
  private final FileChannel amongProcesses;

  private FolderLock(ReentrantLock amongThreads, FileChannel amongProcesses) {
    this.amongThreads = amongThreads;
    this.amongProcesses = amongProcesses;
  }

  /** Waits for the lock of a folder, which is created if there is none. */
  public static FolderLock of(Path folder) throws IOException {
    DurableFile.createFolders(folder);
    ReentrantLock amongThreads =
        AMONG_THREADS.computeIfAbsent(folder.toRealPath(), path -> new ReentrantLock());
    amongThreads.lock();
    FileChannel amongProcesses = null;
    try {
      amongProcesses =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      amongProcesses.lock();
      return new FolderLock(amongThreads, amongProcesses);
    } catch (IOException | RuntimeException e) {
      if (amongProcesses != null) {
        amongProcesses.close();
      }
      amongThreads.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      amongProcesses.close();
    } finally {
      amongThreads.unlock();
    }
  }
}
