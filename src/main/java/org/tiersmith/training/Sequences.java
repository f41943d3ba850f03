package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.encoder.BertConfig.Pooling;
import org.tiersmith.encoder.Tokeniser;

/**
 * Makes padded batches of word pieces.
 *
 * @param start piece that opens a sequence
 * @param separator piece that ends a text
 * @param between how many separators stand between two texts
 * @param maxLength longest sequence, in pieces
 * @param pooling how a lone text becomes one vector
 * @param rows the embedding row of each piece; null if they are the same
 */
record Sequences(
    int start, int separator, int between, int maxLength, Pooling pooling, int @Nullable [] rows) {
  /** Kernels are fastest on such lengths, and fewer lengths mean fewer shapes to plan for. */
  private static final int MULTIPLE = 8;

  /** Pieces that remain for the customer however long the product's text is. */
  private static final int LEAST_CUSTOMER = 8;

  /** Sequences with a tokeniser's marks. */
  static Sequences of(Tokeniser tokeniser, int maxLength, Pooling pooling) {
    return new Sequences(
        tokeniser.start(), tokeniser.separator(), tokeniser.between(), maxLength, pooling, null);
  }

  /** The same over a smaller embedding table. */
  Sequences withRows(int[] newRows) {
    return new Sequences(start, separator, between, maxLength, pooling, newRows);
  }

  /** Pieces of a lone text with its two marks. */
  int length(int[] text) {
    return Math.min(text.length + 2, maxLength);
  }

  /** Pieces of both texts with all marks. */
  int length(int[] customer, int[] product) {
    return Math.min(customer.length + productLength(product) + marks(), maxLength);
  }

  private int marks() {
    return 2 + between;
  }

  /** Pieces of the customer's text that remain beside the product's. */
  int customerLength(int[] customer, int[] product) {
    return length(customer, product) - marks() - productLength(product);
  }

  /** Pieces of the product's text that remain beside the customer's. */
  int productLength(int[] product) {
    return Math.min(product.length, maxLength - marks() - LEAST_CUSTOMER);
  }

  /** Lone texts: ids, types, mask and pooling mask, each [texts, longest]. */
  List<NDArray> lone(NDManager manager, int[][] texts) {
    int longest = 0;
    for (int[] text : texts) {
      longest = Math.max(longest, length(text));
    }
    Grid grid = new Grid(texts.length, padded(longest));
    for (int i = 0; i < texts.length; i++) {
      int n = length(texts[i]) - 2;
      int at = grid.mark(i, 0, start);
      at = grid.text(i, at, texts[i], n, 0);
      at = grid.mark(i, at, separator);
      grid.pool(grid.first, i, 0, pooling == Pooling.FIRST ? 1 : at);
    }
    return List.of(
        grid.longs(manager, grid.ids),
        grid.longs(manager, grid.types),
        grid.floats(manager, grid.mask),
        grid.floats(manager, grid.first));
  }

  /** Pairs of texts: ids, types, mask, customer's and product's pooling masks. */
  List<NDArray> both(NDManager manager, int[][] customers, int[][] products) {
    int longest = 0;
    for (int i = 0; i < customers.length; i++) {
      longest = Math.max(longest, length(customers[i], products[i]));
    }
    return both(manager, customers, products, padded(longest));
  }

  /** The same, padded to a width. */
  List<NDArray> both(NDManager manager, int[][] customers, int[][] products, int width) {
    Grid grid = new Grid(customers.length, width);
    for (int i = 0; i < customers.length; i++) {
      int second = productLength(products[i]);
      int first = customerLength(customers[i], products[i]);
      int at = grid.mark(i, 0, start);
      grid.pool(grid.first, i, at, at + first);
      at = grid.text(i, at, customers[i], first, 0);
      for (int j = 0; j < between; j++) {
        at = grid.mark(i, at, separator);
      }
      grid.pool(grid.second, i, at, at + second);
      at = grid.text(i, at, products[i], second, 1);
      grid.type(i, at, 1);
      grid.mark(i, at, separator);
    }
    return List.of(
        grid.longs(manager, grid.ids),
        grid.longs(manager, grid.types),
        grid.floats(manager, grid.mask),
        grid.floats(manager, grid.first),
        grid.floats(manager, grid.second));
  }

  /** The longest length that is not padded beyond so many places. */
  static int longestPadded(int places) {
    return places / MULTIPLE * MULTIPLE;
  }

  static int padded(int length) {
    return (length + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
  }

  private int row(int piece) {
    return rows == null ? piece : rows[piece];
  }

  /** The arrays of one batch while they are filled. */
  private final class Grid {
    private final int width;
    private final Shape shape;
    private final long[] ids;
    private final long[] types;
    private final float[] mask;
    private final float[] first;
    private final float[] second;

    private Grid(int rows, int width) {
      this.width = width;
      this.shape = new Shape(rows, width);
      int size = rows * width;
      ids = new long[size];
      types = new long[size];
      mask = new float[size];
      first = new float[size];
      second = new float[size];
    }

    private int mark(int line, int at, int piece) {
      ids[line * width + at] = row(piece);
      mask[line * width + at] = 1;
      return at + 1;
    }

    private void type(int line, int at, int type) {
      types[line * width + at] = type;
    }

    private int text(int line, int at, int[] pieces, int length, int type) {
      for (int i = 0; i < length; i++) {
        type(line, at + i, type);
        mark(line, at + i, pieces[i]);
      }
      return at + length;
    }

    private void pool(float[] pool, int line, int from, int to) {
      for (int i = from; i < to; i++) {
        pool[line * width + i] = 1;
      }
    }

    private NDArray longs(NDManager manager, long[] values) {
      return manager.create(values, shape);
    }

    private NDArray floats(NDManager manager, float[] values) {
      return manager.create(values, shape);
    }
  }
}
