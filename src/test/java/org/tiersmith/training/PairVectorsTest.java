package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tiersmith.encoder.BertConfig.Pooling;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.PairFeatures;

class PairVectorsTest {
  private static final float[] EAST = {3, 0};
  private static final float[] NORTH = {0, 0.5f};
  private static final float[] NOWHERE = {0, 0};

  @Test
  void similarityIsTheCosineWhateverTheLengths() {
    float[] diagonal = {7, 7};
    float[] west = {-0.001f, 0};
    float[][] products = {EAST, NORTH, diagonal, west};
    assertThat(similarities(new float[][] {EAST, NOWHERE}, products))
        .containsExactly(
            new float[] {1, 0, (float) Math.sqrt(0.5), -1, 0, 0, 0, 0}, Offset.offset(1e-6f));
  }

  @Test
  void neverLeavesItsRange() {
    float[][] customers = new float[1][384];
    for (int i = 0; i < 384; i++) {
      customers[0][i] = (float) Math.sin(i) * 1.1f;
    }
    assertThat(similarities(customers, customers)[0]).isBetween(0.9999f, 1f);
  }

  @Test
  void asksForNoVectorThatNoPairNeeds() {
    PairVectors vectors = vectors(new float[][] {EAST, null}, new float[][] {null, NORTH, EAST});
    assertThat(vectors.similarities(new int[] {2, 1})).containsExactly(1, 0);
  }

  @Test
  void namesTheRowsThatPairsAreOf() {
    PairVectors vectors = vectors(new float[][] {EAST, NORTH}, new float[][] {EAST});
    // Two pairs, of the customers in rows 7 and 4, whose texts are the first and the second.
    SideVectors side = vectors.side(true, new int[] {7, 4});
    assertThat(side.rows()).containsExactly(4, 7);
    assertThat(side.vectors().data()).containsExactly(0, 1, 1, 0);
    assertThat(side.vectors().shape()).containsExactly(2, 2);
  }

  private static float[] similarities(float[][] customers, float[][] products) {
    int[] all = new int[customers.length * products.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return vectors(customers, products).similarities(all);
  }

  /** Pair i joins customer i / products with product i % products. */
  private static PairVectors vectors(float[][] customers, float[][] products) {
    int size = customers.length * products.length;
    int[] customer = new int[size];
    int[] product = new int[size];
    for (int i = 0; i < size; i++) {
      customer[i] = i / products.length;
      product[i] = i % products.length;
    }
    PairFeatures all = TinyShop.allPairs();
    PairFeatures features =
        new PairFeatures(
            all.customers(), all.products(), customer, product, all.numberNames(), new float[size]);
    PairInputs inputs =
        new PairInputs(
            features,
            pieces(customers.length),
            pieces(products.length),
            NumberScaling.fit(features, new int[] {0}));
    Sequences sequences = new Sequences(1, 2, 1, 16, Pooling.MEAN, null);
    return new PairVectors(
        new BatchInputs(EncoderForm.TWO_TOWER, sequences, inputs), customers, products);
  }

  private static TextPieces pieces(int rows) {
    int[] ofRow = new int[rows];
    for (int i = 0; i < rows; i++) {
      ofRow[i] = i;
    }
    return new TextPieces(new int[rows][], ofRow);
  }
}
