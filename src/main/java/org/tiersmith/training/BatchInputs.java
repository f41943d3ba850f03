package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** Numbers, discounts, outcomes, then the texts of these pairs. */
  List<NDArray> labelled(NDManager manager, int[] pairs, Examples examples) {
    List<NDArray> list = new ArrayList<>(labels(manager, pairs, examples));
    list.addAll(form == EncoderForm.CROSS ? cross(manager, pairs) : towers(manager, pairs));
    return list;
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
    list.addAll(cross(manager, pairs));
    return list;
  }

  /** The first pair alone, with numbers in place of discounts and outcomes. */
  List<NDArray> lonePair(NDManager manager) {
    int[] pair = {0};
    NDArray numbers = numbers(manager, pair);
    List<NDArray> list = new ArrayList<>(List.of(numbers, numbers, numbers));
    list.addAll(form == EncoderForm.CROSS ? cross(manager, pair) : towers(manager, pair));
    return list;
  }

  NDArray numbers(NDManager manager, int[] pairs) {
    return manager.create(inputs.numbers(pairs), new Shape(pairs.length, inputs.scaling().width()));
  }

  private List<NDArray> cross(NDManager manager, int[] pairs) {
    int[][] customers = new int[pairs.length][];
    int[][] products = new int[pairs.length][];
    for (int i = 0; i < pairs.length; i++) {
      customers[i] = inputs.customers().pieces()[inputs.customerText(pairs[i])];
      products[i] = inputs.products().pieces()[inputs.productText(pairs[i])];
    }
    List<NDArray> list = new ArrayList<>(sequences.both(manager, customers, products));
    list.add(manager.create(LongStream.range(0, pairs.length).toArray()));
    return list;
  }

  private List<NDArray> towers(NDManager manager, int[] pairs) {
    IndexMap customers = IndexMap.of(pairs, inputs::customerText);
    IndexMap products = IndexMap.of(pairs, inputs::productText);
    List<NDArray> list = new ArrayList<>(lone(manager, inputs.customers(), customers.keys()));
    list.addAll(lone(manager, inputs.products(), products.keys()));
    list.add(manager.create(customers.places()));
    list.add(manager.create(products.places()));
    return list;
  }

  /** Lone texts of one side. */
  List<NDArray> lone(NDManager manager, TextPieces side, int[] texts) {
    int[][] pieces = Arrays.stream(texts).mapToObj(t -> side.pieces()[t]).toArray(int[][]::new);
    return sequences.lone(manager, pieces);
  }
}
