package org.tiersmith.project;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** The scenarios of a project, in the order that the person gave them. */
public final class Scenarios {
  private final Database database;

  Scenarios(Database database) {
    this.database = database;
  }

  /**
   * Adds a scenario behind the others.
   *
   * @param body JSON
   */
  public StoredScenario add(String name, String body) {
    Instant now = Rows.now();
    return database.write(
        c -> {
          int position = (int) Sql.number(c, "SELECT coalesce(max(position) + 1, 0) FROM scenario");
          long id =
              Sql.insert(
                  c,
                  "INSERT INTO scenario(name, body, position, updated) VALUES(?, ?, ?, ?)",
                  name,
                  body,
                  position,
                  now.toString());
          return new StoredScenario(id, name, body, position, now);
        });
  }

  /**
   * Gives a scenario a new name and body.
   *
   * @throws IllegalArgumentException if there is no such scenario
   */
  public void update(long id, String name, String body) {
    database.change(
        c ->
            one(
                Sql.update(
                    c,
                    "UPDATE scenario SET name = ?, body = ?, updated = ? WHERE id = ?",
                    name,
                    body,
                    Rows.now().toString(),
                    id)));
  }

  /**
   * Puts the scenarios in this order.
   *
   * @param ids each scenario once
   */
  public void reorder(List<Long> ids) {
    database.change(
        c -> {
          int distinct = new HashSet<>(ids).size();
          if (distinct != ids.size()
              || distinct != Sql.number(c, "SELECT count(*) FROM scenario")) {
            throw new IllegalArgumentException("not every scenario has a place");
          }
          for (int i = 0; i < ids.size(); i++) {
            place(c, ids.get(i), i);
          }
        });
  }

  private static void place(Connection connection, long id, int position) throws SQLException {
    one(Sql.update(connection, "UPDATE scenario SET position = ? WHERE id = ?", position, id));
  }

  /** Takes a scenario away; harmless when it is gone. */
  public void remove(long id) {
    database.change(c -> Sql.update(c, "DELETE FROM scenario WHERE id = ?", id));
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

  private static void one(int changed) {
    if (changed != 1) {
      throw new IllegalArgumentException("no such scenario");
    }
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
