package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobContext;

class PreviewRunTest {
  private static final Map<String, String> ROLES =
      Map.of("customer_id", "who", "product_id", "what", "timestamp", "when", "list_price", "paid");

  @TempDir private Path folder;

  private ImportPreview preview(Map<String, String> roles, ImportRules rules) throws IOException {
    Path file = folder.resolve("orders.csv");
    Files.writeString(
        file,
        """
        who;what;when;paid
        A;kettle;2026-03-01;1.234,50
        ;kettle;2026-03-02;5,00
        B;mug;2026-03-03;-4,00
        C;mug;2026-03-04;7,25
        """);
    return PreviewRun.of(
        FilePreview.of(file, 50),
        FileMapping.of(file, roles),
        TableKind.EVENTS,
        rules,
        folder,
        JobContext.detached());
  }

  @Test
  void showsRowsAsTheyWillBeImported() throws IOException {
    ImportPreview preview = preview(ROLES, ImportRules.DEFAULT);
    assertThat(preview.problem()).isNull();
    assertThat(preview.rows()).extracting(ImportPreview.Row::line).containsExactly(1L, 2L, 3L, 4L);
    int price = preview.columns().indexOf("list_price");
    assertThat(preview.rows().getFirst().cells().get(price)).isEqualTo("1234.5");
    assertThat(preview.numeric().get(price)).isTrue();
    assertThat(preview.taken()).isEqualTo(2);
  }

  @Test
  void saysWhyRowsAreLeftOut() throws IOException {
    ImportPreview preview = preview(ROLES, ImportRules.DEFAULT);
    assertThat(preview.rows().get(1).rejected()).contains("customer");
    assertThat(preview.rows().get(2).rejected()).contains("price");
    assertThat(preview.outcomes())
        .filteredOn(o -> o.rule().equals(ImportRule.NEGATIVE_PRICE.id()))
        .extracting(RuleOutcome::rejected)
        .containsExactly(1L);
  }

  @Test
  void followsTheRules() throws IOException {
    ImportRules mild =
        ImportRules.DEFAULT
            .with(ImportRule.NEGATIVE_PRICE, Action.REPAIR)
            .with(ImportRule.MISSING_CUSTOMER, Action.REPAIR);
    assertThat(preview(ROLES, mild).taken()).isEqualTo(4);
  }

  @Test
  void tellsWhatCannotBeTaken() throws IOException {
    Map<String, String> wrong =
        Map.of("customer_id", "who", "product_id", "what", "timestamp", "= nowhere + 1");
    ImportPreview preview = preview(wrong, ImportRules.DEFAULT);
    assertThat(preview.problem()).isNotNull();
    assertThat(preview.rows()).isEmpty();
  }

  @Test
  void leavesNothingBehind() throws IOException {
    preview(ROLES, ImportRules.DEFAULT);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(f -> f.getFileName().toString()).toList())
          .isEqualTo(List.of("orders.csv"));
    }
  }
}
