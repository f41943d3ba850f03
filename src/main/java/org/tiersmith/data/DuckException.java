package org.tiersmith.data;

import java.sql.SQLException;

/** A statement that DuckDB refused; a failure of the program unless its caller knows better. */
final class DuckException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DuckException(String sql, SQLException cause) {
    super(cause.getMessage() + " in: " + sql, cause);
  }

  /** A DuckDB whose library can't be loaded: no room to unpack it, say. */
  DuckException(LinkageError cause) {
    super("DuckDB does not start", cause);
  }

  /** DuckDB's first line, without its error class. */
  String complaint() {
    String all = getCause() == null ? "" : String.valueOf(getCause().getMessage());
    return all.lines().findFirst().orElse("").replaceFirst("^[A-Za-z ]*Error: ", "");
  }
}
