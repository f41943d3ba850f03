package org.tiersmith.ui.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tiersmith.service.PairView;
import org.tiersmith.service.PairWhy;
import org.tiersmith.training.Attribution;

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

  /** A pair that a model was asked about. */
  static PairWhyView of(PairWhy why) {
    List<Part> parts = new ArrayList<>();
    Iterator<Double> adds = why.attribution().numbers().values().iterator();
    for (PairView.Number number : why.pair().numbers()) {
      parts.add(new Part(number.name(), number.value(), adds.next()));
    }
    return new PairWhyView(
        pieces(why.pair().customerText(), why.attribution().customer()),
        pieces(why.pair().productText(), why.attribution().product()),
        List.copyOf(parts),
        why.attribution().baseline(),
        why.attribution().z());
  }

  /** The whole text: what stands between the words, and what the model does not read, adds 0. */
  private static List<Piece> pieces(String text, List<Attribution.Piece> words) {
    List<Piece> pieces = new ArrayList<>();
    int end = 0;
    for (Attribution.Piece word : words) {
      addPlain(pieces, text.substring(end, Math.max(end, word.from())));
      pieces.add(new Piece(word.text(), word.value()));
      end = word.to();
    }
    addPlain(pieces, text.substring(end));
    return List.copyOf(pieces);
  }

  private static void addPlain(List<Piece> pieces, String between) {
    if (!between.isEmpty()) {
      pieces.add(new Piece(between, 0));
    }
  }

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
