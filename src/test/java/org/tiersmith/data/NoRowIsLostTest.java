package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tiersmith.model.Problem;

/** Every row is loaded, or among the rejects, or left out by the condition: exactly once. */
class NoRowIsLostTest {
  private static final String GOOD = "C1,P1,2025-01-02,view,1,5,keep\n";

  @Provide
  Arbitrary<List<String>> rows() {
    return Combinators.combine(
            Arbitraries.of("C1", "C2", "", "guest"),
            Arbitraries.of("P1", "POST", "M", ""),
            Arbitraries.of("2025-01-02", "1970-01-01", "soon", "", "2190-01-01"),
            Arbitraries.of("purchase", "refund", "juggling", "", "view"),
            Arbitraries.of("1", "-1", "0", "many", ""),
            Arbitraries.of("5", "0", "-5", "cheap", ""),
            Arbitraries.of("keep", "keep", "skip"))
        .as((a, b, c, d, e, f, g) -> String.join(",", a, b, c, d, e, f, g))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<ImportRules> rules() {
    return Arbitraries.of(ImportRule.values())
        .set()
        .ofMaxSize(6)
        .map(
            chosen -> {
              ImportRules rules = ImportRules.DEFAULT;
              for (ImportRule rule : chosen) {
                List<Action> allowed = new ArrayList<>(rule.allowed());
                rules = rules.with(rule, allowed.getLast());
              }
              return rules;
            });
  }

  @Property(tries = 12, seed = "5")
  void everyRowIsSomewhereOnce(
      @ForAll("rows") List<String> rows, @ForAll("rules") ImportRules rules) throws IOException {
    Path folder = Files.createTempDirectory("rows");
    try {
      SmallShop shop = new SmallShop(folder);
      Path file =
          shop.write(
              "e.csv",
              "customer_id,product_id,timestamp,type,quantity,price,note\n"
                  + GOOD
                  + String.join("\n", rows)
                  + "\n");
      FileMapping events =
          SmallShopMappings.events(MappingGuesser.guess(null, null, file))
              .withWhere("note = 'keep'");
      ImportResult result = shop.load(RoleMapping.of(null, null, events).with(rules));
      long read = 1 + rows.stream().filter(row -> row.endsWith("keep")).count();
      assertThat(result.events() + result.rejected()).isEqualTo(read);
      assertThat(result.quality().count("quality.left-out")).isEqualTo(1 + rows.size() - read);
      assertThat(SmallShop.rejects(result)).hasSize((int) result.rejected());
      assertThat(SmallShop.rejects(result))
          .extracting(SmallShop.Reject::line)
          .doesNotHaveDuplicates();
      assertThat(result.quality().rules().stream().mapToLong(RuleOutcome::rejected).sum())
          .isEqualTo(result.rejected());
    } catch (Problem nothingLeft) {
      assertThat(nothingLeft.text().key()).startsWith("import.");
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
