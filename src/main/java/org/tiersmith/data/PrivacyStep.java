package org.tiersmith.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiersmith.model.Problem;

/**
 * Hides who the customers are as soon as a file is read, so that nothing behind it (tables,
 * rejects, messages, examples) can tell.
 */
final class PrivacyStep {
  private static final int SHORTEST_ID_IN_TEXT = 5;

  private final Duck duck;
  private final Privacy privacy;
  private final PresentData present;
  private final List<ContactColumn> contacts = new ArrayList<>();

  /** A file as the import may see it. */
  record Guarded(RawTable raw, FileMapping part) {}

  PrivacyStep(Duck duck, Privacy privacy, PresentData present) {
    this.duck = duck;
    this.privacy = privacy;
    this.present = present;
    duck.run(
        "CREATE MACRO ts_masked(s) AS CASE WHEN contains(s, '@') OR regexp_matches(s,"
            + " '\\d[\\d\\s().-]{6,}') THEN"
            + " regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(s,"
            + " '[\\pL\\pN._%+-]+@[\\pL\\pN.-]+\\.\\pL{2,}', '[e-mail]', 'g'),"
            + " '\\+\\d[\\d\\s().-]{6,}\\d', '[phone]', 'g'),"
            + " '\\b1[3-9]\\d{9}\\b', '[phone]', 'g'),"
            + " '\\(?\\b0\\d{1,4}\\)?[\\s.-]?\\d{3,4}[\\s.-]?\\d{3,4}\\b', '[phone]', 'g'),"
            + " '\\(?\\b\\d{3}\\)?[\\s.-]\\d{3}[\\s.-]\\d{4}\\b', '[phone]', 'g') ELSE s END");
  }

  /** The contact columns met so far. */
  List<ContactColumn> contacts() {
    return contacts;
  }

  /** Withholds the text of rows that could not even be read: nobody knows what is in it. */
  void guardRejects() {
    if (privacy.pseudonymise() || privacy.dropContacts()) {
      duck.run(
          "UPDATE rejects SET \"row\" = '', cells = NULL, message = 'The row can not be read; its"
              + " text is withheld.'");
    }
  }

  /** A file without what is to be hidden. */
  Guarded guard(TableKind kind, RawTable raw, FileMapping part) {
    List<ContactColumn> found =
        new ContactFinder(duck).find(kind, raw, columnsOf(raw, part.columns()));
    Set<String> dropped = dropped(raw, part, found);
    found.forEach(
        c ->
            contacts.add(
                new ContactColumn(
                    c.file(), c.column(), c.what(), c.byContents(), dropped.contains(c.column()))));
    boolean hides = privacy.pseudonymise() && part.columns().containsKey("customer_id");
    if (dropped.isEmpty() && !hides) {
      return new Guarded(raw, part);
    }
    RawTable guarded = write(raw, part, dropped, hides);
    return new Guarded(guarded, without(part, raw, dropped));
  }

  private Set<String> dropped(RawTable raw, FileMapping part, List<ContactColumn> found) {
    Set<String> dropped = new HashSet<>();
    if (privacy.dropContacts()) {
      found.forEach(contact -> dropped.add(contact.column()));
    }
    Set<String> needed = columnsOf(raw, part.columns());
    for (String name : privacy.dropColumns()) {
      String column = raw.find(name);
      if (column != null && needed.contains(column)) {
        throw Problem.of(
            "privacy.needed",
            "{0}: the column \"{1}\" is to be left out but the mapping needs it. Free it in the"
                + " mapping, or keep it. Nothing was imported.",
            raw.fileName(),
            column);
      }
      if (column != null) {
        dropped.add(column);
      }
    }
    return dropped;
  }

  private RawTable write(RawTable raw, FileMapping part, Set<String> dropped, boolean hides) {
    String table = raw.table() + "_guarded";
    List<String> kept = raw.columns().stream().filter(c -> !dropped.contains(c)).toList();
    String id = hides ? idColumn(raw, part) : "";
    if (hides) {
      new PseudonymTable(duck, present).make(raw, id);
    }
    Set<String> plain = plain(raw, part);
    List<String> parts = new ArrayList<>();
    for (String column : kept) {
      parts.add(
          (!hides
                  ? "r." + Duck.name(column)
                  : column.equals(id) ? "p.pseudonym" : guarded(column, id, plain))
              + " AS "
              + Duck.name(column));
    }
    duck.run(
        String.format(
            "CREATE TABLE %s AS SELECT r.%s, %s FROM %s AS r%s",
            table,
            Staging.LINE,
            String.join(", ", parts),
            raw.table(),
            hides ? " LEFT JOIN pseudonyms AS p ON p.id = r." + Duck.name(id) : ""));
    int own = (int) raw.ownColumns().stream().filter(kept::contains).count();
    return new RawTable(
        raw.files(),
        raw.names(),
        table,
        kept,
        own,
        raw.numbered(),
        raw.rows(),
        raw.semicolon(),
        raw.trimmed(),
        null);
  }

  /** A value in which neither the customer's id nor a contact is left. */
  private static String guarded(String column, String id, Set<String> plain) {
    String value = "r." + Duck.name(column);
    String own = "r." + Duck.name(id);
    String told =
        String.format(
            "CASE WHEN %1$s = %2$s OR %1$s = ts_id(%2$s) THEN p.pseudonym WHEN length(%2$s) >= %3$d"
                + " THEN replace(replace(%1$s, %2$s, p.pseudonym), ts_id(%2$s), p.pseudonym) ELSE"
                + " %1$s END",
            value, own, SHORTEST_ID_IN_TEXT);
    return plain.contains(column) ? told : "ts_masked(" + told + ")";
  }

  /** Columns whose roles hold codes, dates or numbers, in which nothing is masked. */
  private Set<String> plain(RawTable raw, FileMapping part) {
    Map<String, String> coded = new LinkedHashMap<>(part.columns());
    coded.keySet().removeAll(Set.of("text", "description"));
    return columnsOf(raw, coded);
  }

  private static String idColumn(RawTable raw, FileMapping part) {
    String source = part.columns().getOrDefault("customer_id", "");
    String column = raw.find(source);
    if (source.startsWith("=") || column == null) {
      throw Problem.of(
          "privacy.no-column",
          "{0}: customers can be hidden only where their id is a column of the file, but it is"
              + " \"{1}\". Choose a column for customer_id. Nothing was imported.",
          raw.fileName(),
          source);
    }
    return column;
  }

  private static FileMapping without(FileMapping part, RawTable raw, Set<String> dropped) {
    FileMapping changed = part;
    for (String column : part.drop()) {
      String found = raw.find(column);
      if (found != null && dropped.contains(found)) {
        changed = changed.withDropped(column, false);
      }
    }
    return changed;
  }

  /** The file's columns that a mapping names, in expressions too. */
  private Set<String> columnsOf(RawTable raw, Map<String, String> mapped) {
    Set<String> columns = new HashSet<>();
    ExpressionGuard guard = new ExpressionGuard(duck, raw);
    for (String value : mapped.values()) {
      String column = raw.find(value);
      if (value.startsWith("=")) {
        guard.check(value.substring(1));
      } else if (column != null) {
        columns.add(column);
      }
    }
    columns.addAll(guard.columns());
    return columns;
  }
}
