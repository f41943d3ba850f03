package org.tiersmith.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/**
 * Lets through only expressions that compute from the row at hand: constants, the file's columns,
 * and functions from a list of harmless ones. DuckDB's own parser says what an expression consists
 * of; whatever is not known to be harmless is refused.
 */
final class ExpressionGuard {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String NOT_ONE = "it is more than one expression over the row";

  private static final Set<String> CLASSES =
      Set.of(
          "CONSTANT",
          "COLUMN_REF",
          "FUNCTION",
          "OPERATOR",
          "COMPARISON",
          "CONJUNCTION",
          "CASE",
          "CAST",
          "BETWEEN",
          "TYPE");

  private static final Set<String> FUNCTIONS =
      Set.of(
          ("+ - * / // % ** ^ || ~~ !~~ ~~* !~~* ~~~ ->> abs ceil ceiling floor round trunc sign"
               + " sqrt cbrt pow power exp ln log log2 log10 mod divide fdiv greatest least nullif"
               + " ifnull coalesce if isnan isinf isfinite concat concat_ws lower upper lcase ucase"
               + " trim ltrim rtrim strip_accents length len strlen substr substring left right"
               + " replace translate reverse instr strpos position contains prefix suffix"
               + " starts_with ends_with split_part regexp_matches regexp_full_match regexp_extract"
               + " regexp_replace like_escape ilike_escape ascii chr md5 hash nfc_normalize"
               + " date_part date_trunc date_diff datediff date_add date_sub dateadd year quarter"
               + " month week day dayofweek dayofyear isodow hour minute second epoch epoch_ms"
               + " strptime try_strptime strftime make_date make_timestamp last_day to_timestamp"
               + " to_days to_hours to_minutes to_seconds to_weeks to_months to_years list_value"
               + " array_extract list_extract array_slice list_slice string_split str_split split"
               + " array_length list_contains")
              .split("\\s+"));

  private final Duck duck;
  private final RawTable table;
  private final Set<String> columns = new HashSet<>();

  ExpressionGuard(Duck duck, RawTable table) {
    this.duck = duck;
    this.table = table;
  }

  /** The columns of which the expressions so far make use. */
  Set<String> columns() {
    return columns;
  }

  /** Returns the expression, or throws a Problem that says why it is refused. */
  String check(String expression) {
    JsonNode parsed = parse(expression);
    JsonNode statements = parsed.path("statements");
    JsonNode node = statements.path(0).path("node");
    boolean plain =
        statements.size() == 1
            && node.path("type").asText().equals("SELECT_NODE")
            && node.path("select_list").size() == 1
            && node.path("from_table").path("type").asText().equals("EMPTY")
            && node.path("where_clause").isNull()
            && node.path("having").isNull()
            && node.path("qualify").isNull()
            && node.path("sample").isNull()
            && node.path("group_expressions").isEmpty()
            && node.path("modifiers").isEmpty()
            && node.path("cte_map").path("map").isEmpty();
    if (!plain) {
      throw refused(expression, NOT_ONE);
    }
    walk(expression, node.path("select_list").path(0));
    return expression;
  }

  private JsonNode parse(String expression) {
    String json =
        duck.list(
                "SELECT json_serialize_sql(" + Duck.text("SELECT (" + expression + "\n)") + ")",
                row -> row.words(0))
            .getFirst();
    try {
      JsonNode parsed = JSON.readTree(json);
      if (parsed.path("error").asBoolean(true)) {
        throw refused(expression, complaint(parsed));
      }
      return parsed;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the parser minds; of what is no expression at all it talks in terms of its own. */
  private static String complaint(JsonNode parsed) {
    String message = parsed.path("error_message").asText();
    boolean inTheRow = parsed.path("error_type").asText().equals("parser");
    return inTheRow && !message.contains("\";\"") ? message : NOT_ONE;
  }

  private void walk(String expression, JsonNode node) {
    if (node.isObject() && node.has("class")) {
      String kind = node.path("class").asText();
      if (!CLASSES.contains(kind)) {
        throw refused(expression, "\"" + kind.toLowerCase(Locale.ROOT) + "\" is not allowed");
      }
      switch (kind) {
        case "FUNCTION" -> function(expression, node);
        case "COLUMN_REF" -> column(expression, node);
        default -> {}
      }
    }
    node.forEach(child -> walk(expression, child));
  }

  private void function(String expression, JsonNode node) {
    String name = node.path("function_name").asText().toLowerCase(Locale.ROOT);
    boolean plain =
        node.path("qualified_name").path("path").size() <= 1
            && node.path("schema").asText("").isEmpty()
            && node.path("catalog").asText("").isEmpty();
    if (!plain || !FUNCTIONS.contains(name)) {
      throw refused(expression, "the function \"" + name + "\" is not allowed");
    }
  }

  private void column(String expression, JsonNode node) {
    JsonNode names = node.path("column_names");
    String name = names.path(names.size() - 1).asText();
    @Nullable String found = table.find(name);
    if (found != null) {
      columns.add(found);
    }
    if (names.size() != 1 || found == null) {
      throw refused(
          expression, "there is no column \"" + name + "\"; the columns are: " + table.list());
    }
  }

  private Problem refused(String expression, String why) {
    return Problem.of(
        "import.expression",
        "{0}: the expression \"{1}\" can''t be used: {2}.",
        table.fileName(),
        expression.strip(),
        why);
  }
}
