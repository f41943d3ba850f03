package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;

/**
 * Makes the lists of arrays that the program's methods read.
 *
 * @param form how texts meet
 * @param sequences makes padded texts
 * @param inputs the pairs
 */
record BatchInputs(EncoderForm form, Sequences sequences, PairInputs inputs) {

  /** Whether texts are encoded apart. */
  boolean towers() {
    return form == EncoderForm.TWO_TOWER;
  }

  /** Word pieces that a pair takes in a batch, padding to the multiple counted. */
  int paddedLength(int pair) {
    int[] customer = inputs.customers().pieces()[inputs.customerText(pair)];
    int[] product = inputs.products().pieces()[inputs.productText(pair)];
    return form == EncoderForm.CROSS
        ? Sequences.padded(sequences.length(customer, product))
        : Sequences.padded(sequences.length(customer))
            + Sequences.padded(sequences.length(product));
  }

  /**
   * Numbers, discounts, outcomes, then the texts of these pairs.
   *
   * @param change what is done to the pieces of each text before
   */
  List<NDArray> labelled(
      NDManager manager, int[] pairs, Examples examples, UnaryOperator<int[]> change) {
    List<NDArray> list = new ArrayList<>(labels(manager, pairs, examples));
    list.addAll(texts(manager, pairs, change));
    return list;
  }

  private List<NDArray> texts(NDManager manager, int[] pairs, UnaryOperator<int[]> change) {
    return form == EncoderForm.CROSS
        ? cross(manager, pairs, change)
        : towers(manager, pairs, change);
  }

  /** Numbers, discounts and outcomes of these pairs. */
  List<NDArray> labels(NDManager manager, int[] pairs, Examples examples) {
    float[] rates = new float[pairs.length];
    float[] outcomes = new float[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      rates[i] = examples.discount()[pairs[i]];
      outcomes[i] = examples.purchased()[pairs[i]] ? 1 : 0;
    }
    return List.of(numbers(manager, pairs), manager.create(rates), manager.create(outcomes));
  }

  /** The same without discounts and outcomes, in whose place stand the numbers. */
  List<NDArray> unlabelled(NDManager manager, int[] pairs) {
    NDArray numbers = numbers(manager, pairs);
    List<NDArray> list = new ArrayList<>(List.of(numbers, numbers, numbers));
    list.addAll(cross(manager, pairs, UnaryOperator.identity()));
    return list;
  }

  /** The first pair alone, with numbers in place of discounts and outcomes. */
  List<NDArray> lonePair(NDManager manager) {
    int[] pair = {0};
    NDArray numbers = numbers(manager, pair);
    List<NDArray> list = new ArrayList<>(List.of(numbers, numbers, numbers));
    list.addAll(texts(manager, pair, UnaryOperator.identity()));
    return list;
  }

  NDArray numbers(NDManager manager, int[] pairs) {
    return manager.create(inputs.numbers(pairs), new Shape(pairs.length, inputs.scaling().width()));
  }

  private List<NDArray> cross(NDManager manager, int[] pairs, UnaryOperator<int[]> change) {
    int[][] customers = new int[pairs.length][];
    int[][] products = new int[pairs.length][];
    for (int i = 0; i < pairs.length; i++) {
      customers[i] = change.apply(inputs.customers().pieces()[inputs.customerText(pairs[i])]);
      products[i] = change.apply(inputs.products().pieces()[inputs.productText(pairs[i])]);
    }
    List<NDArray> list = new ArrayList<>(sequences.both(manager, customers, products));
    list.add(manager.create(LongStream.range(0, pairs.length).toArray()));
    return list;
  }

  private List<NDArray> towers(NDManager manager, int[] pairs, UnaryOperator<int[]> change) {
    IndexMap customers = IndexMap.of(pairs, inputs::customerText);
    IndexMap products = IndexMap.of(pairs, inputs::productText);
    List<NDArray> list =
        new ArrayList<>(lone(manager, inputs.customers(), customers.keys(), change));
    list.addAll(lone(manager, inputs.products(), products.keys(), change));
    list.add(manager.create(customers.places()));
    list.add(manager.create(products.places()));
    return list;
  }

  /** Lone texts of one side. */
  List<NDArray> lone(NDManager manager, TextPieces side, int[] texts) {
    return lone(manager, side, texts, UnaryOperator.identity());
  }

  private List<NDArray> lone(
      NDManager manager, TextPieces side, int[] texts, UnaryOperator<int[]> change) {
    int[][] pieces =
        Arrays.stream(texts).mapToObj(t -> change.apply(side.pieces()[t])).toArray(int[][]::new);
    return sequences.lone(manager, pieces);
  }
}
