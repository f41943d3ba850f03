package org.tiersmith.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The versions of the project file and the way from each to the next. */
final class Schema {
  /** "Tier" in ASCII: tells our files from other SQLite files. */
  static final int APPLICATION_ID = 0x54696572;

  static final Schema CURRENT =
      new Schema(
          List.of(
              SchemaV1.MIGRATION,
              SchemaV2.MIGRATION,
              SchemaV3.MIGRATION,
              SchemaV4.MIGRATION,
              SchemaV5.MIGRATION));

  private final List<Migration> migrations;

  /**
   * @param migrations to version 1, 2, ... without a gap
   */
  Schema(List<Migration> migrations) {
    this.migrations = List.copyOf(migrations);
  }

  int version() {
    return migrations.getLast().version();
  }

  static int versionOf(Connection connection) throws SQLException {
    return (int) Sql.number(connection, "PRAGMA user_version");
  }

  /** Refuses what is not ours or what we do not know yet. Changes nothing. */
  void check(Path file, Connection connection) throws SQLException {
    if (Sql.number(connection, "PRAGMA application_id") != APPLICATION_ID) {
      throw ProjectProblems.foreign(file);
    }
    int found = versionOf(connection);
    if (found > version()) {
      throw ProjectProblems.newer(file, found, version());
    }
  }

  /**
   * Brings a database up to this schema, wholly or not at all; an empty one counts as version 0.
   */
  void migrate(Connection connection) throws SQLException {
    Database.inTransaction(
        connection,
        c -> {
          int found = versionOf(c);
          for (Migration migration : migrations) {
            if (migration.version() > found) {
              apply(c, migration);
            }
          }
          Sql.execute(c, "PRAGMA application_id = " + APPLICATION_ID);
          return true;
        });
  }

  private static void apply(Connection connection, Migration migration) throws SQLException {
    for (String statement : migration.statements()) {
      Sql.execute(connection, statement);
    }
    Sql.execute(connection, "PRAGMA user_version = " + migration.version());
  }
}
