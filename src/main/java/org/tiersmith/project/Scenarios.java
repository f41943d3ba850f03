package org.tiersmith.project;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The scenarios of a project, in the order that the person gave them. */
public final class Scenarios {
  private final Database database;

  Scenarios(Database database) {
    this.database = database;
  }

  /**
   * Makes these the project's scenarios, all or none; those not named are taken away. The updated
   * moment of a scenario that is unchanged stays.
   */
  public void replaceAll(List<StoredScenario> scenarios) {
    database.change(
        c -> {
          List<StoredScenario> before = Sql.query(c, Scenarios::row, "SELECT * FROM scenario");
          for (StoredScenario old : before) {
            if (scenarios.stream().noneMatch(s -> s.id() == old.id())) {
              Sql.update(c, "DELETE FROM scenario WHERE id = ?", old.id());
            }
          }
          for (StoredScenario scenario : scenarios) {
            upsert(c, scenario);
          }
        });
  }

  private static void upsert(Connection connection, StoredScenario scenario) throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO scenario(id, name, body, position, updated) VALUES(?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET
          updated = CASE WHEN body = excluded.body THEN updated ELSE excluded.updated END,
          name = excluded.name, body = excluded.body, position = excluded.position
        """,
        scenario.id(),
        scenario.name(),
        scenario.body(),
        scenario.position(),
        scenario.updated().toString());
  }

  /** All scenarios, by position. */
  public List<StoredScenario> all() {
    return database.read(
        c -> Sql.query(c, Scenarios::row, "SELECT * FROM scenario ORDER BY position, id"));
  }

  private static StoredScenario row(ResultSet row) throws SQLException {
    return new StoredScenario(
        row.getLong("id"),
        row.getString("name"),
        row.getString("body"),
        row.getInt("position"),
        Rows.instant(row, "updated"));
  }
}
