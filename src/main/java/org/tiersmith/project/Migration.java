package org.tiersmith.project;

import java.util.List;

/**
 * One step of the schema.
 *
 * @param version the schema version that it leads to, one more than the version it starts from
 * @param statements run in this order, in one transaction with all other steps
 */
record Migration(int version, List<String> statements) {
  Migration {
    statements = List.copyOf(statements);
  }
}
