package org.tiersmith.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.encoder.BertConfig;
import org.tiersmith.encoder.BertLayout;
import org.tiersmith.encoder.BertScript;
import org.tiersmith.model.EncoderForm;

/**
 * The network: an encoder under a head, or the head alone.
 *
 * @param encoder sizes of the encoder; null for a model of numbers only
 * @param form how texts meet; of no matter without an encoder
 * @param numbers width of the scaled numbers
 */
record ModelShape(@Nullable BertConfig encoder, EncoderForm form, int numbers) {
  /** Width of the head's hidden layer. */
  static final int WIDTH = 128;

  private static final List<String> TEXT_HEAD =
      List.of("head.customer.weight", "head.product.weight", "head.match.weight");
  private static final List<String> NUMBER_HEAD =
      List.of("head.numbers.weight", "head.numbers.bias", "head.answer.weight", "head.answer.bias");

  /** Names of all weights, in the order in which the program expects them. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (encoder != null) {
      names.addAll(BertLayout.names(encoder.layers()));
      names.addAll(TEXT_HEAD);
    }
    names.addAll(NUMBER_HEAD);
    return names;
  }

  /** How many dropout masks one forward pass takes. */
  int uses() {
    return 2 * encodeUses() + 1;
  }

  private int encodeUses() {
    return encoder == null ? 0 : 1 + 2 * encoder.layers();
  }

  /** TorchScript source of the forward pass: methods {@code forward}, {@code predict} and more. */
  String script(boolean bfloat16) {
    int answerAt = names().size() - 2;
    String answer =
        BertScript.fill(
            read("answer"), Map.of("ANSWERUSE", 2 * encodeUses(), "ANSWERAT", answerAt));
    if (encoder == null) {
      return BertScript.dropout() + answer + read("numbers");
    }
    String form = read(this.form == EncoderForm.CROSS ? "cross" : "towers");
    Map<String, Object> places =
        Map.of(
            "HEADAT", BertLayout.names(encoder.layers()).size(),
            "HIDDEN", encoder.hidden(),
            "SECONDUSE", encodeUses());
    return BertScript.of(encoder, bfloat16) + answer + BertScript.fill(read("head") + form, places);
  }

  private static String read(String name) {
    return BertScript.read(ModelShape.class, name + ".torchscript");
  }
}
