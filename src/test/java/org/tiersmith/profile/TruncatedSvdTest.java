package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.RawStore;

/** The truncated SVD against a full one, and keywords as a matrix. */
class TruncatedSvdTest {

  @Test
  void lengthsOfTheColumnsAreTheLargestSingularValues() {
    double[][] dense = matrix(60, 30, 4);
    double[] rows = TruncatedSvd.rows(sparse(dense), 4, 9);
    double[] singular = singularValues(dense);
    for (int c = 0; c < 4; c++) {
      double squares = 0;
      for (int i = 0; i < 60; i++) {
        squares += rows[i * 4 + c] * rows[i * 4 + c];
      }
      assertThat(Math.sqrt(squares)).isCloseTo(singular[c], within(1e-6 * singular[0]));
    }
  }

  @Test
  void keepsTheDistancesOfAMatrixOfThatRank() {
    double[][] dense = matrix(40, 25, 3);
    double[] rows = TruncatedSvd.rows(sparse(dense), 3, 9);
    for (int i = 1; i < 40; i++) {
      double full = 0;
      for (int j = 0; j < 25; j++) {
        full += Math.pow(dense[i][j] - dense[0][j], 2);
      }
      double low = 0;
      for (int c = 0; c < 3; c++) {
        low += Math.pow(rows[i * 3 + c] - rows[c], 2);
      }
      assertThat(low).isCloseTo(full, within(1e-6));
    }
  }

  @Test
  void aMatrixSmallerThanTheRankLeavesTheRestZero() {
    double[] rows = TruncatedSvd.rows(sparse(new double[][] {{3, 0}, {0, 4}}), 4, 9);
    assertThat(rows).hasSize(8);
    assertThat(rows[4]).isCloseTo(4, within(1e-9));
    assertThat(rows[1]).isCloseTo(3, within(1e-9));
    assertThat(new double[] {rows[2], rows[3], rows[6], rows[7]}).containsOnly(0);
  }

  @Test
  void keywordsWeighTheMoreTheRarerTheyAre() {
    SparseRows words = KeywordMatrix.of(List.of("tea · Kettle", "tea", "", "tea · kettle · odd"));
    assertThat(words.width()).isEqualTo(2);
    assertThat(words.starts()).containsExactly(0, 2, 3, 3, 5);
    assertThat(words.values()[1]).isGreaterThan(words.values()[0]);
    assertThat(Math.hypot(words.values()[0], words.values()[1])).isCloseTo(1, within(1e-12));
    assertThat(words.values()[2]).isEqualTo(1);
  }

  private static double[][] matrix(int rows, int columns, int rank) {
    Random random = new Random(3);
    double[][] left = new double[rows][rank];
    double[][] right = new double[rank][columns];
    for (double[] row : left) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    for (int r = 0; r < rank; r++) {
      double scale = 1 << (rank - r);
      Arrays.setAll(right[r], i -> scale * random.nextGaussian());
    }
    double[][] product = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int r = 0; r < rank; r++) {
          product[i][j] += left[i][r] * right[r][j];
        }
      }
    }
    return product;
  }

  private static double[] singularValues(double[][] dense) {
    SingularValue<Double> svd = SingularValue.R064.make(RawStore.wrap(dense));
    svd.decompose(RawStore.wrap(dense));
    return svd.getSingularValues().toRawCopy1D();
  }

  private static SparseRows sparse(double[][] dense) {
    int[] starts = new int[dense.length + 1];
    List<Integer> columns = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < dense.length; i++) {
      for (int j = 0; j < dense[i].length; j++) {
        if (dense[i][j] != 0) {
          columns.add(j);
          values.add(dense[i][j]);
        }
      }
      starts[i + 1] = columns.size();
    }
    return new SparseRows(
        starts,
        columns.stream().mapToInt(Integer::intValue).toArray(),
        values.stream().mapToDouble(Double::doubleValue).toArray(),
        dense[0].length);
  }
}
