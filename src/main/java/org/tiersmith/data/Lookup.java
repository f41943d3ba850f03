package org.tiersmith.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.JobContext;

/** Reads two columns of a table as a map. */
public final class Lookup {
  private Lookup() {}

  /** Value by key, both as text; rows where either is absent are left out. */
  public static Map<String, String> read(Path parquet, String keyColumn, String valueColumn) {
    Map<String, String> map = new HashMap<>();
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.each(
          "SELECT "
              + Duck.name(keyColumn)
              + ", "
              + Duck.name(valueColumn)
              + " FROM "
              + Duck.parquet(parquet),
          row -> {
            @Nullable String key = row.text(0);
            @Nullable String value = row.text(1);
            if (key != null && value != null) {
              map.put(key, value);
            }
          });
    }
    return map;
  }
}
