package org.tiersmith.profile.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiersmith.model.Problem;

/** What a person may write in a template, and what comes of it. */
class TextTemplateTest {
  private static final Map<String, String> SAID =
      Map.of("about", "Loves tea!", "bought", "Mug; Pot", "rfm", "Loyal");

  @Test
  void fillsLinesAndEndsThem() {
    assertThat(filled("{about}\nBought: {bought}.\nis {rfm}"))
        .isEqualTo("Loves tea! Bought: Mug; Pot. is Loyal.");
  }

  @Test
  void aLineWithoutAnythingToSayVanishesWithItsWords() {
    assertThat(filled("Searched: {searched}.\n{rfm}")).isEqualTo("Loyal.");
    assertThat(filled("Always here\n{searched}")).isEqualTo("Always here.");
  }

  @Test
  void bracketsVanishByThemselves() {
    assertThat(filled("Bought {bought}[, searched {searched}][, is {rfm}]"))
        .isEqualTo("Bought Mug; Pot, is Loyal.");
    assertThat(filled("[Searched {searched}]\n{rfm}")).isEqualTo("Loyal.");
  }

  @Test
  void linesHangOnOtherPlaceholders() {
    assertThat(filled("if {about}: {bought}\nunless {about}: {rfm}")).isEqualTo("Mug; Pot.");
    assertThat(filled("if {searched}: {bought}\nunless {searched}: {rfm}")).isEqualTo("Loyal.");
  }

  @Test
  void theWholeIsCutToItsLimit() {
    assertThat(filled("limit 4 words\n{about}\nBought: {bought}."))
        .isEqualTo("Loves tea! Bought: Mug");
  }

  @Test
  void takesBracesAndRemarksAsTheyAre() {
    assertThat(filled("# {no} remark\n\\{{rfm}\\} \\[1\\] a#b \\\\"))
        .isEqualTo("{Loyal} [1] a#b \\.");
    assertThat(filled("\\# one {rfm}")).isEqualTo("# one Loyal.");
  }

  @Test
  void readsOptions() {
    TextTemplate template =
        TextTemplate.parse(
            TextSide.CUSTOMER,
            "{bought: 3, 8 words}{viewed}{attribute: \"a, b\", 5 words}{about:9 words}");
    assertThat(template.uses())
        .extracting(TextTemplate.Use::slot)
        .containsExactly(
            new Slot(Placeholder.BOUGHT, "", 3, 8),
            Slot.plain(Placeholder.VIEWED),
            new Slot(Placeholder.CUSTOMER_ATTRIBUTE, "a, b", 4, 5),
            new Slot(Placeholder.ABOUT, "", 4, 9));
    assertThat(template.columns()).containsExactly("a, b");
  }

  @Test
  void chineseTemplatesAreWrittenInChinese() {
    TextTemplate template = TextTemplate.parse(TextSide.CUSTOMER, "最多 50 词\n若有 {简介}：买过 {买过：2，3词}");
    assertThat(template.chinese()).isTrue();
    assertThat(template.uses().getLast().slot()).isEqualTo(new Slot(Placeholder.BOUGHT, "", 2, 3));
    assertThat(template.render(slot -> "茶")).isEqualTo("买过 茶。");
    assertThat(TextTemplate.parse(TextSide.PRODUCT, "# 注\n{title}").chinese()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a {bougth}                    | 1 | 4  | Is bought meant?
          {segment}                     | 1 | 2  | what came later
          {zzzzzz}                      | 1 | 2  | There are: about, attributes
          {买国}                          | 1 | 2  | 买过
          {title}                       | 1 | 2  | no placeholder
          say {bought                   | 1 | 5  | never closed
          say [x {bought}               | 1 | 5  | never closed
          x] {bought}                   | 1 | 2  | never opened
          x} {bought}                   | 1 | 2  | never opened
          [x] {bought}                  | 1 | 1  | needs a placeholder
          [a [b {rfm}] {rfm}]           | 1 | 4  | may not stand in another
          {bought: many}                | 1 | 10 | {bought: 4, 6 words}
          {bought: 4, 0 words}          | 1 | 13 | no option
          {about: 4}                    | 1 | 9  | {about: 20 words}
          {attribute}                   | 1 | 2  | which column
          if {rfm} {bought}             | 1 | 9  | ends in a colon
          limit 0 words                 | 1 | 1  | at least one word
          """)
  void tellsWhatIsWrongAndWhere(String source, int line, int column, String says) {
    List<TemplateFault> faults = TextTemplate.faults(TextSide.CUSTOMER, source);
    assertThat(faults).isNotEmpty();
    assertThat(faults.getFirst().line()).isEqualTo(line);
    assertThat(faults.getFirst().column()).isEqualTo(column);
    assertThat(faults.getFirst().what().english()).contains(says);
    assertThatThrownBy(() -> TextTemplate.parse(TextSide.CUSTOMER, source))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Line " + line + ", column " + column + ": ");
  }

  @Test
  void tellsAllFaultsAndRefusesNothing() {
    assertThat(TextTemplate.faults(TextSide.PRODUCT, "{titel}\n{title}\n{brnad} {month"))
        .extracting(TemplateFault::line)
        .containsExactly(1, 3, 3);
    assertThat(TextTemplate.faults(TextSide.PRODUCT, "# only a remark\n\n")).hasSize(1);
    assertThat(TextTemplate.faults(TextSide.PRODUCT, "x".repeat(30_000))).hasSize(1);
  }

  @Test
  void defaultsAreSound() {
    for (TextTemplates templates : List.of(TextTemplates.ENGLISH, TextTemplates.CHINESE)) {
      for (TextSide side : TextSide.values()) {
        assertThat(TextTemplate.faults(side, templates.of(side).source())).isEmpty();
      }
    }
    assertThat(TextTemplates.CHINESE.product().chinese()).isTrue();
    assertThat(TextTemplates.ENGLISH.product().chinese()).isFalse();
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefusedInWords(
      @ForAll
          @StringLength(max = 60)
          @CharRange(from = ' ', to = '~')
          @CharRange(from = '\n', to = '\n')
          String source) {
    List<TemplateFault> faults = TextTemplate.faults(TextSide.CUSTOMER, source);
    if (faults.isEmpty()) {
      assertThat(TextTemplate.parse(TextSide.CUSTOMER, source).render(slot -> "x")).isNotNull();
    } else {
      assertThat(faults)
          .allSatisfy(
              fault -> {
                assertThat(fault.line()).isBetween(1, (int) Math.max(1, source.lines().count()));
                assertThat(fault.column()).isPositive();
                assertThat(fault.text().english()).isNotBlank();
              });
    }
  }

  private static String filled(String source) {
    return TextTemplate.parse(TextSide.CUSTOMER, source)
        .render(slot -> SAID.get(slot.placeholder().english()));
  }
}
