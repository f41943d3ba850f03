package org.tiersmith.ui.model;

import java.util.List;

/**
 * Why the model gives a pair its probability, in log-odds.
 *
 * @param customer the customer's text in pieces, in order
 * @param product the product's text in pieces, in order
 * @param numbers what each number adds
 * @param base log-odds of an empty text with middling numbers
 * @param total log-odds of this pair
 */
record PairWhyView(
    List<Piece> customer, List<Piece> product, List<Part> numbers, double base, double total) {

  /** A piece of a text as it is written, with what it adds. */
  record Piece(String text, double adds) {}

  /** A number with its value and what it adds. */
  record Part(String name, double value, double adds) {}

  /** What all parts together miss of the way from the base to the total. */
  double gap() {
    double sum = 0;
    for (Piece piece : customer) {
      sum += piece.adds();
    }
    for (Piece piece : product) {
      sum += piece.adds();
    }
    for (Part part : numbers) {
      sum += part.adds();
    }
    return total - base - sum;
  }

  /** The strongest piece of both texts, in either direction. */
  double strongest() {
    return java.util.stream.Stream.concat(customer.stream(), product.stream())
        .mapToDouble(piece -> Math.abs(piece.adds()))
        .max()
        .orElse(0);
  }
}
