package org.tiersmith.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.Split;

/**
 * Examples in which customers buy what their text says they love, and those with blue in their text
 * answer discounts.
 */
public final class TinyShop {
  private static final List<String> TOPICS = List.of("coffee", "running", "books", "garden");
  private static final List<String> GOODS = List.of("mug", "shoe", "novel", "spade");

  private TinyShop() {}

  /** So many examples; half train, a quarter each validate and test. */
  public static Examples examples(int size) {
    Random random = new Random(3);
    int[] customer = new int[size];
    int[] product = new int[size];
    float[] numbers = new float[size];
    float[] discount = new float[size];
    boolean[] bought = new boolean[size];
    byte[] split = new byte[size];
    for (int i = 0; i < size; i++) {
      customer[i] = random.nextInt(8);
      product[i] = random.nextInt(8);
      numbers[i] = random.nextInt(10) == 0 ? Float.NaN : random.nextFloat();
      discount[i] = random.nextInt(4) * 0.1f;
      boolean match = customer[i] % 4 == product[i] % 4;
      double hazard = (match ? 1.5 : 0.1) + (customer[i] >= 4 ? 3 : 0) * discount[i];
      bought[i] = random.nextDouble() < -Math.expm1(-hazard);
      split[i] = (byte) Math.max(0, i * 4 / size - 1);
    }
    return new Examples(
        features(customer, product, numbers),
        discount,
        bought,
        split,
        Collections.nCopies(size, ""));
  }

  /** Every customer with every product. */
  public static PairFeatures allPairs() {
    int[] customer = new int[64];
    int[] product = new int[64];
    float[] numbers = new float[64];
    for (int i = 0; i < 64; i++) {
      customer[i] = i / 8;
      product[i] = i % 8;
      numbers[i] = 0.5f;
    }
    return features(customer, product, numbers);
  }

  private static PairFeatures features(int[] customer, int[] product, float[] numbers) {
    List<String> customers = new ArrayList<>();
    List<String> products = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String colour = i < 4 ? "red " : "blue ";
      customers.add(colour + TOPICS.get(i % 4));
      products.add(colour + GOODS.get(i % 4));
    }
    return new PairFeatures(
        new FeatureTable(customers, List.of("age"), new float[] {1, 2, 3, 4, 1, 2, 3, 4}),
        new FeatureTable(products, List.of(), new float[0]),
        customer,
        product,
        List.of("recency"),
        numbers);
  }

  /** Settings for the tiny encoder. */
  public static TrainingSettings settings(EncoderForm form, int epochs) {
    return TrainingSettings.defaults(form)
        .change()
        .encoder("tiny")
        .sizes(epochs, 32, 24, 0)
        .device(DeviceChoice.CPU)
        .seed(5)
        .learningRate(3e-3)
        .tuning(new Tuning(1e-2, 0.9, 0.01, 0.1, 0.05, 9, 0, 2))
        .build();
  }

  static int test(Examples examples) {
    int count = 0;
    for (byte split : examples.split()) {
      count += Split.values()[split] == Split.TEST ? 1 : 0;
    }
    return count;
  }
}
