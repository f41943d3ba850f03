package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.model.Problem;

/** Expressions compute from the row at hand, and from nothing else. */
class ExpressionTest {
  private static final String LINES =
      "id,item,at,paid,saved,n,size\nC1,P1,2025-01-02,18,2,2,5\nC2,P2,2025-01-03,5,0,0,\n";

  @TempDir private Path folder;
  private SmallShop shop;
  private Path file;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
    file = shop.write("lines.csv", LINES);
  }

  @Test
  void computesFromNumericColumns() {
    ImportResult result = load("= (paid + saved) / n", "= saved / nullif(paid + saved, 0)", null);
    assertThat(SmallShop.column(result.tables().events(), "list_price"))
        .containsExactly("10.0", "");
    assertThat(SmallShop.column(result.tables().events(), "discount_rate"))
        .containsExactly("0.1", "0.0");
  }

  @Test
  void seesTextsWhereTypesDoNotFit() {
    FileMapping mapping =
        mapping("= paid", "= 0", null).withRole("title", "= item || ' ' || coalesce(size, '')");
    ImportResult result = shop.load(RoleMapping.of(null, null, mapping));
    assertThat(SmallShop.column(result.tables().products(), "title")).containsExactly("P1 5", "P2");
  }

  @Test
  void readsOnlyRowsThatMeetTheCondition() {
    ImportResult result = load("= paid", "= 0", "n > 0");
    assertThat(SmallShop.column(result.tables().events(), "customer_id")).containsExactly("C1");
    assertThat(result.rejected()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(SELECT 1)",
        "(SELECT count(*) FROM products_raw)",
        "1) FROM read_csv('/etc/passwd') --",
        "1), (2",
        "1; DROP TABLE events_raw",
        "getenv('HOME')",
        "current_setting('memory_limit')",
        "current_user",
        "version()",
        "random()",
        "now()",
        "read_text('/etc/passwd')",
        "max(paid)",
        "row_number() OVER ()",
        "events_raw.paid",
        "main.upper(item)",
        "nothing + 1",
        "list_transform([1], x -> x)",
        "repeat('x', 1000000000)",
        "paid +",
        "?",
        "COLUMNS(*)",
      })
  void refusesWhatReachesBeyondTheRow(String expression) {
    Problem problem = SmallShop.problemOf(() -> load("= " + expression, "= 0", null));
    assertThat(problem.text().key()).isEqualTo("import.expression");
    assertThat(problem).hasMessageContaining("lines.csv").hasMessageContaining(expression);
  }

  @ParameterizedTest
  @ValueSource(strings = {"paid; paid", "1); DROP TABLE events_raw; SELECT (1", ";"})
  void saysInPlainWordsThatASemicolonEndsAnExpression(String expression) {
    assertThat(SmallShop.problemOf(() -> load("= " + expression, "= 0", null)))
        .hasMessageContaining("more than one expression")
        .hasMessageNotContaining("SELECT statements")
        .hasMessageNotContaining("json");
  }

  @Test
  void refusesConditionsThatReachBeyondTheRow() {
    assertThat(SmallShop.problemOf(() -> load("= paid", "= 0", "n > (SELECT 1)")))
        .hasMessageContaining("n > (SELECT 1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CASE WHEN n IN (1, 2) AND item LIKE 'P%' THEN paid ELSE 0 END",
        "round(paid / 3, 2)",
        "coalesce(try_cast(size AS DOUBLE), paid)",
        "greatest(paid, 1) * (1 + length(upper(item)) % 2)",
        "if(starts_with(item, 'P'), paid, 0)",
        "CAST(regexp_extract(item, '[0-9]+') AS DOUBLE)",
        "month(CAST(\"at\" AS DATE)) + 0.5",
      })
  void allowsPlainComputations(String expression) {
    assertThat(load("= " + expression, "= 0", null).events()).isEqualTo(2);
  }

  private ImportResult load(String price, String discount, String where) {
    return shop.load(RoleMapping.of(null, null, mapping(price, discount, where)));
  }

  private FileMapping mapping(String price, String discount, String where) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("customer_id", "id");
    columns.put("product_id", "item");
    columns.put("timestamp", "at");
    columns.put("list_price", price);
    columns.put("discount_rate", discount);
    return FileMapping.of(file, columns).withConstant("type", "purchase").withWhere(where);
  }
}
