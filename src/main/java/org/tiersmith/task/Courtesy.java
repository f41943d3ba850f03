package org.tiersmith.task;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * How far a thread of background work stands back behind those that answer a person, and behind
 * other programs. Threads that it starts inherit that on Linux, the ones that a numerical library
 * computes with among them.
 */
enum Courtesy {
  /** Reads what a person has asked for: behind the window, before heavy work. */
  LIGHT(4),
  /** Gets about a tenth of the share that an ordinary thread gets of a busy processor. */
  HEAVY(10);

  private static final System.Logger LOG = System.getLogger(Courtesy.class.getName());

  private final int nice;

  Courtesy(int nice) {
    this.nice = nice;
  }

  /** The same work, done by a thread that stands back. */
  Runnable shownBy(Runnable work) {
    return () -> {
      standBack();
      work.run();
    };
  }

  private void standBack() {
    Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    if (System.getProperty("os.name", "").startsWith("Linux")) {
      // Java leaves priorities alone on Linux, where they belong to threads and not to processes.
      try {
        setThreadPriority(nice);
      } catch (Throwable e) {
        LOG.log(System.Logger.Level.DEBUG, "The thread keeps its priority", e);
      }
    }
  }

  /** {@code setpriority(PRIO_PROCESS, the calling thread, nice)} of the C library. */
  private static void setThreadPriority(int nice) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle setPriority =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setpriority"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    int status = (int) setPriority.invokeExact(0, 0, nice);
    LOG.log(System.Logger.Level.DEBUG, "setpriority answered {0}", status);
  }
}
