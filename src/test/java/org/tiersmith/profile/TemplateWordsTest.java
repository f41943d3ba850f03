package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.task.JobContext;

/** What the placeholders that no default template uses say. */
class TemplateWordsTest {
  @TempDir private Path folder;
  private TextStudio studio;
  private Tables tables;

  @BeforeEach
  void open() {
    String more =
        """
        C1,P1,2025-03-21 09:00,purchase,20,0,,,
        C1,P2,2025-03-22 09:00,purchase,10,0,,,
        C3,P3,2025-03-23 09:00,purchase,150,0,,,
        C3,P3,2025-03-24 09:00,purchase,150,0,,,
        C3,,2025-03-24 10:00,search,,,,不锈钢保温杯 for coffee,
        C2,,2025-03-24 11:00,chat,,,,Does the tent keep rain out?,
        C2,,2025-03-25 11:00,咨询,,,,PS5 on a TV?,
        """;
    tables = TinyShop.tables(folder, TinyShop.CUSTOMERS, TinyShop.PRODUCTS, TinyShop.EVENTS + more);
    studio = TextStudio.open(tables, JobContext.detached());
  }

  @Test
  void namesAttributesBrandsAndKeywords() {
    assertThat(customer("{attribute: age_band} of {attribute: membership}", "C2"))
        .isEqualTo("65+ of none.");
    assertThat(customer("{usual brands}", "C1")).isEqualTo("Acme.");
    assertThat(customer("{keywords: 2}", "C1")).isEqualTo("kettle; red.");
    // Words, not pairs of ideographs; "for" says nothing.
    assertThat(customer("{keywords: 9}", "C3"))
        .contains("不锈钢", "coffee")
        .doesNotContain("钢保", "for");
    assertThat(product("{attribute: cost} {attribute: brand}", "P1")).isEqualTo("12 Acme.");
  }

  @Test
  void readsChatsOnlyWhereATemplateNamesThem() {
    assertThat(customer("{chat: 2, 9 words}", "C2"))
        .isEqualTo("PS5 on a TV?; Does the tent keep rain out?");
    assertThat(customer("{客服：1}", "C2")).isEqualTo("PS5 on a TV?");
    assertThat(customer("{chat}", "C1")).isEmpty();
    assertThat(studio.text(TextTemplates.ENGLISH, TextSide.CUSTOMER, "C2")).doesNotContain("rain");
  }

  @Test
  void ranksCustomersAndPrices() {
    // As of now it is the cell that segments have.
    Segmentation now = Segments.assign(tables, SegmentScheme.RFM, JobContext.detached());
    now.segmentOf()
        .forEach(
            (id, cell) -> assertThat(customer("{rfm}", id)).isEqualTo(now.names().get(cell) + "."));
    assertThat(customer("{客户等级}", "C2")).isEqualTo("已流失。");
    assertThat(customer("{price level}", "C3")).isEqualTo("high price.");
    assertThat(product("{price band}", "P2")).isEqualTo("low price.");
    assertThat(product("{price band}", "P4")).isEmpty();
    assertThat(product("{title: 1 words}, {season}", "P2")).isEqualTo("Blue, spring.");
  }

  @Test
  void tellsColumnsThatTheDataLack() {
    TextTemplates asked = TextTemplates.of("x\n lives in {attribute: agr_band}", "{title}");
    assertThat(TextStudio.faults(tables, asked.customer()))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isEqualTo(2);
              assertThat(fault.column()).isEqualTo(12);
              assertThat(fault.what().english()).contains("There are: age_band.");
            });
    Problem refused = TinyShop.problemOf(() -> CustomerPortrait.of(tables, "C1", asked));
    assertThat(refused).hasMessageContaining("no column \"agr_band\"");
  }

  @Test
  void portraitsShowWhatTheModelReads() {
    TextTemplates templates = TextTemplates.of("{rfm}", "{title}");
    assertThat(CustomerPortrait.of(tables, "C1", templates).text())
        .isEqualTo(studio.text(templates, TextSide.CUSTOMER, "C1"));
  }

  private String customer(String template, String id) {
    return studio.text(TextTemplates.of(template, "{title}"), TextSide.CUSTOMER, id);
  }

  private String product(String template, String id) {
    return studio.text(TextTemplates.of("{about}", template), TextSide.PRODUCT, id);
  }
}
