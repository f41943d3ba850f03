package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Examples;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.Split;
import org.tiersmith.model.Text;

class LeakCheckTest {
  private static final int SIZE = 2000;
  private final Random random = new Random(4);

  @Test
  void honestExamplesRaiseNoAlarm() {
    assertThat(LeakCheck.of(TinyShop.examples(SIZE))).isEmpty();
    assertThat(LeakCheck.of(TinyShop.examples(40))).isEmpty();
  }

  @Property(tries = 20)
  void noiseRaisesNoAlarm(@ForAll long seed, @ForAll @DoubleRange(min = 0.02, max = 0.9) double p) {
    Random noise = new Random(seed);
    boolean[] bought = new boolean[SIZE];
    for (int i = 0; i < SIZE; i++) {
      bought[i] = noise.nextDouble() < p;
    }
    Examples examples = examples(bought, i -> noise.nextInt(5), "a b", "c d");
    assertThat(LeakCheck.of(examples)).isEmpty();
  }

  @Test
  void namesAColumnThatTellsTheOutcome() {
    boolean[] bought = outcomes();
    Examples up = examples(bought, i -> (bought[i] ? 1 : 0) + 0.4 * random.nextGaussian(), "", "");
    assertThat(LeakCheck.of(up))
        .singleElement()
        .satisfies(text -> assertThat(text.key()).isEqualTo("leak.order"))
        .satisfies(text -> assertThat(text.english()).contains("pair.note").contains("AUC 0.9"));
    Examples down =
        examples(bought, i -> (bought[i] ? -1 : 0) + 0.4 * random.nextGaussian(), "", "");
    assertThat(LeakCheck.of(down)).singleElement().extracting(Text::key).isEqualTo("leak.order");
  }

  @Test
  void namesAColumnThatIsFilledInOnlyForBuyers() {
    boolean[] bought = outcomes();
    Examples gaps = examples(bought, i -> bought[i] ? random.nextInt(9) : Double.NaN, "", "");
    assertThat(LeakCheck.of(gaps)).singleElement().extracting(Text::key).isEqualTo("leak.gap");
  }

  @Test
  void namesAValueThatOnlySomeBuyersHave() {
    boolean[] bought = outcomes();
    Examples marked =
        examples(bought, i -> bought[i] && i % 4 == 0 ? 7 : random.nextInt(5), "", "");
    assertThat(LeakCheck.of(marked))
        .singleElement()
        .satisfies(text -> assertThat(text.key()).isEqualTo("leak.value"))
        .satisfies(text -> assertThat(text.english()).contains("The value 7 of the column"));
  }

  @Test
  void namesAWordThatOnlyBuyersHave() {
    boolean[] bought = outcomes();
    Examples words = examples(bought, i -> random.nextInt(5), "member Paid", "red mug");
    assertThat(LeakCheck.of(words))
        .singleElement()
        .satisfies(text -> assertThat(text.key()).isEqualTo("leak.word-customer"))
        .satisfies(text -> assertThat(text.english()).contains("\"paid\""));
  }

  @Test
  void namesAWordWithinTextThatHasNoSpaces() {
    boolean[] bought = outcomes();
    String goods = "茶杯壶碗碟瓶罐盘锅勺";
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < goods.length(); i++) {
      texts.add("常看" + goods.charAt(i) + "也喜欢" + goods.charAt((i + 3) % goods.length()));
    }
    texts.addAll(texts.stream().map(text -> text.replace("也", "并已付款也")).toList());
    int[] customer = new int[SIZE];
    Arrays.setAll(customer, i -> random.nextInt(goods.length()) + (bought[i] ? goods.length() : 0));
    Examples words = examples(bought, i -> random.nextInt(5), texts, customer, "红杯");
    // Parts with one of the goods come after what all buyers have.
    assertThat(LeakCheck.of(words))
        .first()
        .satisfies(text -> assertThat(text.key()).isEqualTo("leak.word-customer"))
        .satisfies(text -> assertThat(text.english()).contains("\"并已付款也\""));
  }

  @Test
  void looksAtTrainingExamplesOnly() {
    boolean[] bought = outcomes();
    Examples leak = examples(bought, i -> bought[i] ? 1 : 0, "", "");
    byte[] split = leak.split().clone();
    Arrays.fill(split, (byte) Split.TEST.ordinal());
    assertThat(
            LeakCheck.of(
                new Examples(
                    leak.features(), leak.discount(), leak.purchased(), split, leak.eventIds())))
        .isEmpty();
  }

  private boolean[] outcomes() {
    boolean[] bought = new boolean[SIZE];
    for (int i = 0; i < SIZE; i++) {
      bought[i] = random.nextInt(4) == 0;
    }
    return bought;
  }

  /** Buyers have the first text of customers or products, the others an empty one or both. */
  private static Examples examples(
      boolean[] bought, IntToDoubleFunction note, String customerText, String productText) {
    int[] customer = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      customer[i] = customerText.contains("Paid") && bought[i] ? 1 : 0;
    }
    return examples(bought, note, List.of("member", customerText), customer, productText);
  }

  private static Examples examples(
      boolean[] bought,
      IntToDoubleFunction note,
      List<String> customers,
      int[] customer,
      String productText) {
    float[] numbers = new float[SIZE];
    int[] product = new int[SIZE];
    List<String> events = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      numbers[i] = (float) note.applyAsDouble(i);
      product[i] = i % 2;
      events.add("");
    }
    PairFeatures features =
        new PairFeatures(
            new FeatureTable(customers, List.of(), new float[0]),
            new FeatureTable(List.of(productText, productText), List.of(), new float[0]),
            customer,
            product,
            List.of("note"),
            numbers);
    return new Examples(features, new float[SIZE], bought, new byte[SIZE], events);
  }
}
