package org.tiersmith.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.BertConfig;
import org.tiersmith.encoder.BertLayout;
import org.tiersmith.encoder.BertScript;
import org.tiersmith.model.EncoderForm;

/**
 * The network: a head, and what it stands on.
 *
 * <p>A cross-encoder's head is a hidden layer over both texts, their match and all numbers. A
 * two-tower's head keeps the sides apart, each with a hidden layer of its own over its text and
 * numbers, and lets them meet in inner products only: so a logit and a sensitivity for every pair
 * of many customers and products are a few matrix products. The product of the texts passes through
 * a tanh, for a taste that is met can't be met more.
 *
 * @param base what the head stands on
 * @param encoder sizes of the encoder, also where only its vectors are read
 * @param form how texts meet
 * @param numbers whose the scaled numbers are
 * @param adapters what learns in place of the encoder
 */
record ModelShape(
    Base base, BertConfig encoder, EncoderForm form, NumberColumns numbers, Adapters adapters) {
  /** What a head stands on. */
  enum Base {
    /** An encoder that learns with it. */
    ENCODER,
    /** Vectors that an encoder made before. */
    VECTORS,
    /** The numbers alone. */
    NUMBERS
  }

  /** Width of a hidden layer. */
  static final int WIDTH = 128;

  /** Width of the vectors whose product tells how well customer and product match. */
  static final int MATCH = 128;

  /** Width of the hidden layers' outputs that meet in a product, per answer. */
  static final int RANK = 32;

  /** Width of the hidden layer over a pair's own numbers in two-tower form. */
  static final int PAIR_WIDTH = 32;

  /** A two-tower's reach and shift of the match. */
  static final String LINK = "head.link";

  private static final List<String> CROSS_HEAD =
      List.of(
          "head.customer.weight",
          "head.product.weight",
          "head.left.weight",
          "head.right.weight",
          "head.match.weight");

  private static final List<String> NUMBER_HEAD =
      List.of("head.numbers.weight", "head.numbers.bias", "head.answer.weight", "head.answer.bias");

  private static final List<String> TOWER_HEAD =
      List.of(
          "head.customer.weight",
          "head.customer.numbers.weight",
          "head.product.weight",
          "head.product.numbers.weight",
          "head.customer.meet.weight",
          "head.product.meet.weight",
          "head.left.weight",
          "head.right.weight",
          LINK,
          "head.pair.weight",
          "head.answer.weight",
          "head.answer.bias");

  /** The same head on another base. */
  ModelShape on(Base other) {
    return new ModelShape(other, encoder, form, numbers, Adapters.NONE);
  }

  /** The same without adapters, as it is once they are merged. */
  ModelShape merged() {
    return new ModelShape(base, encoder, form, numbers, Adapters.NONE);
  }

  /** Layers below the head that have weights. */
  int layers() {
    return base == Base.ENCODER ? encoder.layers() : 0;
  }

  /** Names of all weights, in the order in which the program expects them. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (base == Base.ENCODER) {
      names.addAll(BertLayout.names(encoder.layers()));
      names.addAll(BertLayout.adapters(encoder.layers(), adapters.targets()));
    }
    names.addAll(headNames());
    return names;
  }

  private List<String> headNames() {
    if (towers()) {
      return TOWER_HEAD;
    }
    List<String> names = new ArrayList<>(base == Base.NUMBERS ? List.of() : CROSS_HEAD);
    names.addAll(NUMBER_HEAD);
    return names;
  }

  /** Whether the head is a two-tower's. */
  boolean towers() {
    return base != Base.NUMBERS && form == EncoderForm.TWO_TOWER;
  }

  /** How many dropout masks one forward pass takes. */
  int uses() {
    return 2 * encodeUses() + 4;
  }

  private int encodeUses() {
    return base == Base.ENCODER ? 1 + 2 * encoder.layers() : 0;
  }

  /** TorchScript source of the forward pass: methods {@code forward}, {@code predict} and more. */
  String script(boolean bfloat16) {
    String head =
        switch (base) {
          case ENCODER -> texts() + read(form == EncoderForm.CROSS ? "cross" : "towers");
          case VECTORS -> texts() + read("vectors");
          case NUMBERS -> read("answer") + read("numbers");
        };
    String body =
        base == Base.ENCODER
            ? BertScript.of(encoder, bfloat16, adapters.targets())
            : BertScript.dropout();
    return body + BertScript.fill(head, places());
  }

  /** The same with method {@code why}: what each word piece and number adds, along a path. */
  String explainingScript() {
    return script(false) + read("why") + read(towers() ? "towerwhy" : "crosswhy");
  }

  private String texts() {
    return read("normal") + (towers() ? read("towerhead") : read("answer") + read("crosshead"));
  }

  private Map<String, Object> places() {
    Map<String, Object> places = new HashMap<>();
    places.put("HEADUSE", 2 * encodeUses());
    places.put("SECONDUSE", encodeUses());
    places.put("HEADAT", names().size() - headNames().size());
    places.put("ANSWERAT", names().size() - 2);
    places.put("HIDDEN", encoder.hidden());
    places.put("RANK", RANK);
    places.put("MATCHSCALE", 1.0 / MATCH);
    int product = numbers.customer() + numbers.product();
    int flags = numbers.plain() + numbers.customerFlags();
    places.put("CUSTOMER", numbers.customer());
    places.put("PRODUCT", product);
    places.put("FLAGS", numbers.plain());
    places.put("CUSTOMERFLAGS", flags);
    places.put("PRODUCTFLAGS", flags + numbers.productFlags());
    places.put("PAIRFLAGS", flags + numbers.productFlags() + numbers.pairFlags());
    return places;
  }

  private static String read(String name) {
    return BertScript.read(ModelShape.class, name + ".torchscript");
  }
}
