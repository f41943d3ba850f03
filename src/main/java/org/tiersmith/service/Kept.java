package org.tiersmith.service;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.Turn;

/**
 * Values that take a while to make, the latest few kept under a key that says of what they are
 * made. Who asks for one while it is made waits for it, and can be cancelled; others are made
 * meanwhile. Thread-safe.
 */
final class Kept<T> {
  private final Map<String, T> values;
  private final Map<String, Making> beingMade = new HashMap<>();

  /** Those who ask for a key that is not kept. */
  private static final class Making {
    private final Turn turn = new Turn();
    private int waiting;
  }

  /**
   * @param most how many are kept
   */
  Kept(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > most;
          }
        };
  }

  /** The value of a key, made when it is asked for first. */
  T get(String key, JobContext context, Function<JobContext, T> make) {
    T known = find(key);
    if (known != null) {
      return known;
    }
    Making making = join(key);
    try {
      return making.turn.take(context, () -> made(key, context, make));
    } finally {
      leave(key, making);
    }
  }

  private T made(String key, JobContext context, Function<JobContext, T> make) {
    T known = find(key);
    if (known == null) {
      known = make.apply(context);
      keep(key, known);
    }
    return known;
  }

  private synchronized @Nullable T find(String key) {
    return values.get(key);
  }

  private synchronized void keep(String key, T value) {
    values.put(key, value);
  }

  private synchronized Making join(String key) {
    Making making = beingMade.computeIfAbsent(key, k -> new Making());
    making.waiting++;
    return making;
  }

  private synchronized void leave(String key, Making making) {
    making.waiting--;
    if (making.waiting == 0) {
      beingMade.remove(key);
    }
  }
}
