package org.tiersmith.project;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What was done to the project, oldest first. Never holds customer data. */
public final class AuditLog {
  private final Database database;

  AuditLog(Database database) {
    this.database = database;
  }

  /** Notes an action that the project file does not see by itself, such as an export. */
  public void record(String action, String detail) {
    database.change(c -> record(c, action, detail));
  }

  /** Notes an action in the transaction that does it. */
  static void record(Connection connection, String action, String detail) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO audit(at, action, detail) VALUES(?, ?, ?)",
        Rows.now().toString(),
        action,
        detail);
  }

  public List<AuditEntry> all() {
    return database.read(
        c ->
            Sql.query(
                c,
                r ->
                    new AuditEntry(
                        Rows.instant(r, "at"), r.getString("action"), r.getString("detail")),
                "SELECT * FROM audit ORDER BY id"));
  }
}
