package org.tiersmith.profile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.task.JobContext;

/** Texts become words, in English, Chinese and both. */
class TokeniserTest {
  private final Tokeniser tokeniser = new Tokeniser(StopWords.load());

  @Test
  void leavesOutGrammarNumbersAndUnits() {
    assertThat(tokeniser.words("The Red Kettle, 1.7 L, 500ml, set of 3 and it's for the kitchen"))
        .containsExactly("red", "kettle", "kitchen");
  }

  @Test
  void keepsNamesOfGoodsThatAreShortOrHaveDigits() {
    assertThat(tokeniser.words("PS5 console, TV's stand, iPhone15 5G, A4 paper on 4K"))
        .containsExactly("ps5", "console", "tv", "stand", "iphone15", "5g", "a4", "paper", "4k");
    assertThat(tokeniser.words("5G手机")).contains("5g", "手机");
    assertThat(tokeniser.words("100pcs 30x40cm x12 2nd 500g 64GB 85123A sku123456 of us"))
        .isEmpty();
    assertThat(Tokeniser.ofModels().words("PS5 TV stand")).containsExactly("stand");
  }

  @Test
  void knowsAPossessive() {
    assertThat(tokeniser.words("Women's dresses, gardener’s gloves"))
        .containsExactly("women", "dresses", "gardener", "gloves");
  }

  @Test
  void dividesChinese() {
    assertThat(tokeniser.words("我们买了一个不锈钢保温杯，500毫升，非常喜欢"))
        .contains("保温杯")
        .doesNotContain("我们", "一个", "毫升", "非常", "喜欢", "500", "，");
  }

  @Test
  void dividesAMixture() {
    List<String> words = tokeniser.words("Apple 苹果手机壳 Leather");
    assertThat(words).contains("apple", "leather", "苹果").doesNotContain("app");
  }

  @Test
  void readsOneTextAfterAnother() {
    assertThat(tokeniser.words("kettle")).containsExactly("kettle");
    assertThat(tokeniser.words("")).isEmpty();
    assertThat(tokeniser.words("\ufeff ，。 ... 12")).isEmpty();
    assertThat(tokeniser.words("保温杯")).containsExactly("保温杯");
    assertThat(tokeniser.words("kettle")).containsExactly("kettle");
  }

  @Test
  void groupsByStemAndShowsTheCommonestWord() {
    Lexicon lexicon =
        Lexicon.of(
            List.of("blue dresses", "red dresses", "one dress", "glass", "glasses"),
            JobContext.detached());
    int dress = lexicon.termsOf(2)[0];
    assertThat(lexicon.termsOf(0)).contains(dress);
    assertThat(lexicon.word(dress)).isEqualTo("dresses");
    assertThat(lexicon.word(lexicon.termsOf(3)[0])).isEqualTo("glass");
  }
}
