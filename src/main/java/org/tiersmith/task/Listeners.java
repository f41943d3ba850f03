package org.tiersmith.task;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Listeners of one kind of news. A listener that throws is logged and does not stop the job. */
final class Listeners<T> {
  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

  private final List<Consumer<? super T>> all = new CopyOnWriteArrayList<>();

  Registration add(Consumer<? super T> listener) {
    all.add(listener);
    return () -> all.remove(listener);
  }

  void tell(T news) {
    all.forEach(listener -> tell(listener, news));
  }

  static <T> void tell(Consumer<? super T> listener, T news) {
    try {
      listener.accept(news);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A listener failed", e);
    }
  }
}
