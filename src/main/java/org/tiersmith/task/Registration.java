package org.tiersmith.task;

/** A listener that was added; closing takes it away again. */
@FunctionalInterface
public interface Registration extends AutoCloseable {

  @Override
  void close();
}
