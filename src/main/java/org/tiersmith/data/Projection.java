package org.tiersmith.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tiersmith.model.Problem;

/** A file's table seen through its mapping: a text column for each role, then the attributes. */
final class Projection {
  private static final int MOST_CASES = 40;
  private static final String ODD = "__odd";

  private final Duck duck;
  private final RawTable raw;
  private final FileMapping mapping;
  private final TableKind kind;
  private final ColumnLook look;
  private final CellSql cells;
  private final Map<String, String> roles = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> columns = new HashMap<>();
  private final List<String> attributes = new ArrayList<>();
  private final List<String> attributeSql = new ArrayList<>();
  private final List<String> attributeDoubts = new ArrayList<>();
  private final Map<String, String> doubts = new LinkedHashMap<>();
  private final Set<String> idsAsWritten = new LinkedHashSet<>();

  Projection(Duck duck, RawTable raw, FileMapping mapping, TableKind kind) {
    this.duck = duck;
    this.raw = raw;
    this.mapping = mapping;
    this.kind = kind;
    this.look = new ColumnLook(duck, raw, mapping.format());
    this.cells = new CellSql(duck, raw, look);
    requireOneMeaning();
    bind();
    requireRoles();
    collectAttributes();
  }

  RawTable raw() {
    return raw;
  }

  /** How the file is written, as far as a person said so. */
  FileFormat format() {
    return mapping.format();
  }

  boolean has(String role) {
    return roles.containsKey(role);
  }

  /** Whether the numbers of a role have decimal commas. */
  boolean comma(String role) {
    String column = columns.get(role);
    return column != null && look.numbers(column).comma();
  }

  /** The SQL of a role's value as a number, missing where it is none. */
  String number(String role) {
    return isPlain(role)
        ? "try_cast(" + role + " AS DOUBLE)"
        : "ts_number(" + role + ", " + comma(role) + ")";
  }

  private boolean isPlain(String role) {
    String column = columns.get(role);
    boolean plain = column != null && look.numbers(column).isPlain();
    if (column != null) {
      doubts.put(
          role,
          plain ? role + " IS NOT NULL AND try_cast(" + role + " AS DOUBLE) IS NULL" : "true");
    }
    return plain;
  }

  /** The SQL of a role's value as a share of 1. */
  String share(String role, boolean percent) {
    return isPlain(role)
        ? "try_cast(" + role + " AS DOUBLE)" + (percent ? " / 100" : "")
        : "ts_share(" + role + ", " + percent + ", " + comma(role) + ")";
  }

  /** Roles whose ids were taken as they are written. */
  Set<String> idsAsWritten() {
    return idsAsWritten;
  }

  /** SQL that is true of an id that is not to be taken as it is written. */
  static String oddId(String id) {
    return String.format(
        "(ends_with(%1$s, '.0') OR contains(%1$s, '+') OR starts_with(%1$s, '='))", id);
  }

  /** The SQL of a role's value as an id. */
  String id(String role) {
    String column = columns.get(role);
    boolean asWritten =
        column != null
            && duck.whole(
                    "SELECT count(*) FROM " + look.rows() + " WHERE " + oddId(Duck.name(column)))
                == 0;
    if (asWritten) {
      idsAsWritten.add(role);
    }
    return asWritten ? role : "ts_id(" + role + ")";
  }

  /** The SQL of what a macro makes of a role's few different values. */
  String translated(String role, String macro) {
    String column = columns.get(role);
    if (column == null) {
      return macro + "(" + role + ")";
    }
    List<String> cases =
        duck.list(
            String.format(
                "SELECT x, %1$s(x) FROM (SELECT DISTINCT %2$s AS x FROM %3$s WHERE %2$s IS NOT NULL"
                    + " LIMIT %4$d) ORDER BY x",
                macro, Duck.name(column), look.rows(), MOST_CASES + 1),
            row ->
                " WHEN "
                    + Duck.text(row.words(0))
                    + " THEN "
                    + (row.text(1) == null ? "NULL" : Duck.text(row.words(1))));
    if (cases.isEmpty() || cases.size() > MOST_CASES) {
      return macro + "(" + role + ")";
    }
    String translated = "CASE " + role + String.join("", cases) + " END";
    doubts.put(role, role + " IS NOT NULL AND " + translated + " IS NULL");
    return translated;
  }

  /** The column or expression behind a role, for a person. */
  String source(String role) {
    return sources.getOrDefault(role, role);
  }

  /** Names of the attribute columns. */
  List<String> attributes() {
    return attributes;
  }

  /** Makes a view: the line, each role as text, the attributes. */
  void create(String table) {
    StringBuilder select = new StringBuilder(Staging.LINE);
    for (String role : allRoles()) {
      select.append(", ").append(roles.getOrDefault(role, "NULL::VARCHAR")).append(" AS ");
      select.append(Duck.name(role));
    }
    for (int i = 0; i < attributes.size(); i++) {
      select.append(", ").append(attributeSql.get(i)).append(" AS ");
      select.append(Duck.name(attributes.get(i)));
    }
    String doubt = attributeDoubts.isEmpty() ? "false" : String.join(") OR (", attributeDoubts);
    select.append(", (").append(doubt).append(") AS ").append(ODD);
    String where = mapping.where() == null ? "" : " WHERE coalesce(" + condition() + ", false)";
    duck.run("CREATE VIEW " + table + " AS SELECT " + select + cells.from(raw.table()) + where);
    duck.run(
        "CREATE VIEW " + seen(table) + " AS SELECT " + select + cells.from(look.rows()) + where);
  }

  /** How many of the file's rows the mapping's condition leaves out. */
  long leftOut() {
    if (mapping.where() == null) {
      return 0;
    }
    String where = " WHERE coalesce(" + condition() + ", false)";
    return raw.rows() - duck.whole("SELECT count(*)" + cells.from(raw.table()) + where);
  }

  /** Name of the view of those rows of a view that are cheap to look at; all unless streamed. */
  static String seen(String table) {
    return table + "_seen";
  }

  /** Forgets the views that were made. */
  void drop(String table) {
    duck.run("DROP VIEW " + table);
    duck.run("DROP VIEW " + seen(table));
  }

  /**
   * SQL that is true of a row of a view which denies what the first rows of a streamed table made
   * believe, and by which the SQL handed out was chosen.
   *
   * @param settled roles of whose values there is no doubt
   */
  String odd(Set<String> settled) {
    StringBuilder odd = new StringBuilder(attributeDoubts.isEmpty() ? "false" : ODD);
    doubts.forEach(
        (role, doubt) -> odd.append(settled.contains(role) ? "" : " OR (" + doubt + ")"));
    return odd.toString();
  }

  /** Roles that become columns of the projection, bound or not. */
  private List<String> allRoles() {
    List<String> all = new ArrayList<>(kind.roles());
    all.removeIf(role -> TableKind.PAID.contains(role) && !isMapped(role));
    if (kind == TableKind.EVENTS) {
      all.addAll(TableKind.PRODUCT_WORDS);
    }
    return all;
  }

  private boolean isMapped(String role) {
    return mapping.columns().containsKey(role) || mapping.constants().containsKey(role);
  }

  private void bind() {
    List<String> known = allRoles();
    mapping
        .columns()
        .forEach(
            (name, value) -> {
              String role = kind.roleOf(name);
              String sql =
                  value.startsWith("=")
                      ? cells.expression(value.substring(1))
                      : cells.column(value);
              if (known.contains(role)) {
                roles.put(role, sql);
                sources.put(role, value);
                if (!value.startsWith("=")) {
                  columns.put(role, raw.require(value));
                }
              } else {
                attributes.add(name);
                attributeSql.add(value.startsWith("=") ? sql : attribute(value));
              }
            });
    mapping
        .constants()
        .forEach(
            (name, value) -> {
              String role = kind.roleOf(name);
              if (known.contains(role)) {
                roles.put(role, Duck.text(value));
                sources.put(role, value);
              } else {
                attributes.add(name);
                attributeSql.add(Duck.text(value));
              }
            });
  }

  private void requireOneMeaning() {
    mapping
        .columns()
        .forEach(
            (name, column) ->
                mapping
                    .constants()
                    .forEach(
                        (fixed, value) -> {
                          if (kind.roleOf(fixed).equals(kind.roleOf(name))) {
                            throw twice(name, column, value);
                          }
                        }));
  }

  private Problem twice(String role, String column, String value) {
    return Problem.of(
        "import.role-twice",
        "{0}: the mapping takes {1} from the column \"{2}\" and gives it the constant \"{3}\" as"
            + " well. Leave one of them out of the mapping.",
        raw.fileName(),
        role,
        column,
        value);
  }

  private void requireRoles() {
    for (String role : kind.required()) {
      if (!roles.containsKey(role)) {
        throw missing(role);
      }
    }
  }

  private Problem missing(String role) {
    TableKind other = RoleNames.otherKind(kind, raw.columns());
    return other == null
        ? Problem.of(
            "import.role-missing",
            "{0} has no column that was taken for {1}. Its columns are: {2}. Choose the column in"
                + " the mapping.",
            raw.fileName(),
            role,
            raw.list())
        : looksLike(other, role);
  }

  /** The problem that the file, which has no column for a role, was meant as another kind. */
  Problem looksLike(TableKind other, String role) {
    return Problem.of(
        "import.other-kind",
        "{0} was given for {1} but looks like {2}: it has no column for {3}. Its columns are: {4}."
            + " Swap the files, or choose the column in the mapping.",
        raw.fileName(),
        kind.key(),
        other.key(),
        role,
        raw.list());
  }

  private void collectAttributes() {
    Set<String> used = new HashSet<>();
    mapping.columns().values().stream()
        .filter(v -> !v.startsWith("="))
        .forEach(v -> used.add(raw.require(v).toLowerCase(Locale.ROOT)));
    // Exported rejects come back with what was wrong with them.
    raw.columns().stream()
        .map(column -> column.toLowerCase(Locale.ROOT))
        .filter(column -> column.startsWith(RejectRows.PREFIX))
        .forEach(used::add);
    mapping.drop().forEach(d -> used.add(raw.require(d).toLowerCase(Locale.ROOT)));
    if (raw.numbered()) {
      used.add(FileSet.ROW_NUMBER);
    }
    Set<String> taken = new HashSet<>(allRoles());
    attributes.forEach(a -> taken.add(a.toLowerCase(Locale.ROOT)));
    for (String column : raw.columns()) {
      if (!used.contains(column.toLowerCase(Locale.ROOT))) {
        String name = column;
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
          name = column + "_" + n;
        }
        attributes.add(name);
        attributeSql.add(attribute(column));
      }
    }
  }

  private String attribute(String name) {
    String column = raw.require(name);
    NumberFacts facts = look.numbers(column);
    if (!look.isNumeric(column)) {
      attributeDoubts.add(facts.values() == 0 ? cells.column(column) + " IS NOT NULL" : "false");
      return cells.column(column);
    }
    attributeDoubts.add(
        facts.isPlain()
            ? String.format(
                "%1$s IS NOT NULL AND (try_cast(%1$s AS DOUBLE) IS NULL OR (left(%1$s, 1) = '0' AND"
                    + " substr(%1$s, 2, 1) BETWEEN '0' AND '9'))",
                cells.column(column))
            : "true");
    return facts.isPlain()
        ? "try_cast(" + cells.column(column) + " AS DOUBLE)"
        : "ts_number(" + cells.column(column) + ", " + facts.comma() + ")";
  }

  private String condition() {
    String where = mapping.where() == null ? "true" : mapping.where();
    return "try_cast(" + cells.expression(where) + " AS BOOLEAN)";
  }
}
