package org.tiersmith.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.BertConfig;
import org.tiersmith.encoder.BertLayout;
import org.tiersmith.encoder.BertScript;
import org.tiersmith.model.EncoderForm;

/**
 * The network: a head, and what it stands on.
 *
 * @param base what the head stands on
 * @param encoder sizes of the encoder, also where only its vectors are read
 * @param form how texts meet
 * @param numbers width of the scaled numbers
 */
record ModelShape(Base base, BertConfig encoder, EncoderForm form, int numbers) {

  /** What a head stands on. */
  enum Base {
    /** An encoder that learns with it. */
    ENCODER,
    /** Vectors that an encoder made before. */
    VECTORS,
    /** The numbers alone. */
    NUMBERS
  }

  /** Width of the head's hidden layer. */
  static final int WIDTH = 128;

  /** Width of the vectors whose product tells how well customer and product match. */
  static final int MATCH = 128;

  private static final List<String> TEXT_HEAD =
      List.of(
          "head.customer.weight",
          "head.product.weight",
          "head.left.weight",
          "head.right.weight",
          "head.match.weight");
  private static final List<String> NUMBER_HEAD =
      List.of("head.numbers.weight", "head.numbers.bias", "head.answer.weight", "head.answer.bias");

  /** The same head on another base. */
  ModelShape on(Base other) {
    return new ModelShape(other, encoder, form, numbers);
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
    }
    if (base != Base.NUMBERS) {
      names.addAll(TEXT_HEAD);
    }
    names.addAll(NUMBER_HEAD);
    return names;
  }

  /** How many dropout masks one forward pass takes. */
  int uses() {
    return 2 * encodeUses() + 3;
  }

  private int encodeUses() {
    return base == Base.ENCODER ? 1 + 2 * encoder.layers() : 0;
  }

  /** TorchScript source of the forward pass: methods {@code forward}, {@code predict} and more. */
  String script(boolean bfloat16) {
    Map<String, Object> places =
        Map.of(
            "ANSWERUSE",
            2 * encodeUses(),
            "ANSWERAT",
            names().size() - 2,
            "HEADAT",
            base == Base.ENCODER ? BertLayout.names(encoder.layers()).size() : 0,
            "HIDDEN",
            encoder.hidden(),
            "SECONDUSE",
            encodeUses());
    String head =
        switch (base) {
          case ENCODER -> read("head") + read(form == EncoderForm.CROSS ? "cross" : "towers");
          case VECTORS -> read("head") + read("vectors");
          case NUMBERS -> read("numbers");
        };
    String body = base == Base.ENCODER ? BertScript.of(encoder, bfloat16) : BertScript.dropout();
    return body + BertScript.fill(read("answer") + head, places);
  }

  private static String read(String name) {
    return BertScript.read(ModelShape.class, name + ".torchscript");
  }
}
