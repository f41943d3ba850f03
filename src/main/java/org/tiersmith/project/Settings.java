package org.tiersmith.project;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Named texts: the project's settings and the state of its screens. */
public final class Settings {
  private final Database database;

  Settings(Database database) {
    this.database = database;
  }

  public Optional<String> get(String key) {
    return database.read(
        c -> Sql.first(c, r -> r.getString(1), "SELECT value FROM settings WHERE key = ?", key));
  }

  /** All settings, in the order of their keys. */
  public Map<String, String> all() {
    return database.read(
        c -> {
          Map<String, String> all = new TreeMap<>();
          Sql.query(
              c,
              r -> all.put(r.getString(1), r.getString(2)) == null,
              "SELECT key, value FROM settings");
          return Collections.unmodifiableMap(all);
        });
  }

  public void put(String key, String value) {
    database.change(c -> put(c, key, value));
  }

  /** Puts all of them, or none. */
  public void putAll(Map<String, String> values) {
    database.change(
        c -> {
          for (Map.Entry<String, String> entry : values.entrySet()) {
            put(c, entry.getKey(), entry.getValue());
          }
        });
  }

  public void remove(String key) {
    database.change(c -> Sql.update(c, "DELETE FROM settings WHERE key = ?", key));
  }

  private static void put(Connection connection, String key, String value) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO settings VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        key,
        value);
  }
}
