package org.tiersmith.encoder;

import java.util.Arrays;

/**
 * A named weight's values on the Java heap.
 *
 * @param shape extent of each axis
 * @param data row-major values, as many as the product of {@code shape}
 */
public record Tensor(int[] shape, float[] data) {

  public Tensor {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != data.length) {
      throw new IllegalArgumentException(
          data.length + " values for shape " + Arrays.toString(shape));
    }
  }

  /** A tensor of one axis. */
  public static Tensor vector(float... data) {
    return new Tensor(new int[] {data.length}, data);
  }

  /** The matrix without its first rows. */
  Tensor from(int row) {
    int columns = shape[1];
    return new Tensor(
        new int[] {shape[0] - row, columns}, Arrays.copyOfRange(data, row * columns, data.length));
  }

  /** The matrix with rows and columns exchanged. */
  Tensor transposed() {
    int rows = shape[0];
    int columns = shape[1];
    float[] out = new float[data.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        out[j * rows + i] = data[i * columns + j];
      }
    }
    return new Tensor(new int[] {columns, rows}, out);
  }
}
