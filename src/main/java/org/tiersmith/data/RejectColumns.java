package org.tiersmith.data;

import java.util.List;

/** The columns of a file whose rejects keep their cells. */
public record RejectColumns(String file, List<String> columns) {
  public RejectColumns {
    columns = List.copyOf(columns);
  }
}
