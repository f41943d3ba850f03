package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobContext;

/** What is hidden however it is named. */
class PrivacyStepTest {
  /** What looks like a pseudonym, though nobody made it one. */
  private static final String ALIKE = "pabcdefghijklmnopqrstuvwxyz";

  @TempDir private Path folder;

  @Test
  void hidesIdsThatLookLikePseudonymsAndColumnsWhoseNamesStandInOtherNames() {
    SmallShop shop = new SmallShop(folder);
    Path file =
        shop.write(
            "e.csv",
            "who,product_id,timestamp,description,ip,mail\n"
                + ALIKE
                + ",P1,2025-01-02,nice,10.1.2.3,ada@example.org\n");
    FileMapping events =
        FileMapping.of(
            file,
            Map.of(
                "customer_id", "who",
                "product_id", "product_id",
                "timestamp", "timestamp",
                "text", "= upper(description)",
                "title", "= coalesce(mail, 'mail')"));
    ImportResult result =
        Importer.run(
            RoleMapping.of(null, null, events).with(new Privacy(true, true, null)),
            folder.resolve("out"),
            PresentData.with(new PseudonymKey(new byte[PseudonymKey.LENGTH])),
            JobContext.detached());
    assertThat(SmallShop.column(result.tables().events(), "customer_id"))
        .hasSize(1)
        .doesNotContain(ALIKE)
        .allMatch(id -> id.matches("p[a-z2-7]{26}"));
    assertThat(
            SmallShop.rows(
                "SELECT column_name FROM (DESCRIBE FROM "
                    + Duck.parquet(result.tables().events())
                    + ")",
                row -> row.words(0)))
        .doesNotContain("ip");
    assertThat(SmallShop.column(result.tables().events(), "text")).containsExactly("NICE");
  }
}
