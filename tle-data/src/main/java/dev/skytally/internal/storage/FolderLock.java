package dev.skytally.internal.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock on a folder for one writer at a time among all processes and threads. The others wait. The
 * lock is released if the process dies in any way.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";

  /**
   * Locks between the threads of this process, because a process holds a system lock as a whole.
   */
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
