package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** A BERT forward pass in plain Java, double precision, to compare the program with. */
public final class PlainBert {
  private final BertConfig config;
  private final Map<String, Tensor> weights;

  public PlainBert(BaseEncoder encoder) {
    this.config = encoder.config();
    this.weights = encoder.weights();
  }

  /** Last hidden states of one sequence without padding. */
  public double[][] encode(long[] ids, long[] types) {
    double[][] x = new double[ids.length][config.hidden()];
    for (int i = 0; i < ids.length; i++) {
      for (int j = 0; j < config.hidden(); j++) {
        x[i][j] =
            at("embeddings.word_embeddings.weight", ids[i], j)
                + at("embeddings.position_embeddings.weight", i, j)
                + at("embeddings.token_type_embeddings.weight", types[i], j);
      }
    }
    x = normalised(x, "embeddings.LayerNorm");
    for (int layer = 0; layer < config.layers(); layer++) {
      x = layer(x, "encoder.layer." + layer + ".");
    }
    return x;
  }

  private double[][] layer(double[][] x, String prefix) {
    double[][] attended =
        linear(attention(x, prefix + "attention.self."), prefix + "attention.output.dense");
    double[][] y = normalised(sum(x, attended), prefix + "attention.output.LayerNorm");
    double[][] wide = linear(y, prefix + "intermediate.dense");
    for (double[] row : wide) {
      for (int j = 0; j < row.length; j++) {
        row[j] = row[j] * normalCumulative(row[j]);
      }
    }
    return normalised(sum(y, linear(wide, prefix + "output.dense")), prefix + "output.LayerNorm");
  }

  private double[][] attention(double[][] x, String prefix) {
    double[][] q = linear(x, prefix + "query");
    double[][] k = linear(x, prefix + "key");
    double[][] v = linear(x, prefix + "value");
    int width = config.hidden() / config.heads();
    double[][] out = new double[x.length][config.hidden()];
    for (int head = 0; head < config.heads(); head++) {
      for (int i = 0; i < x.length; i++) {
        double[] share = new double[x.length];
        double total = 0;
        for (int j = 0; j < x.length; j++) {
          double dot = 0;
          for (int c = head * width; c < (head + 1) * width; c++) {
            dot += q[i][c] * k[j][c];
          }
          share[j] = Math.exp(dot / Math.sqrt(width));
          total += share[j];
        }
        for (int j = 0; j < x.length; j++) {
          for (int c = head * width; c < (head + 1) * width; c++) {
            out[i][c] += share[j] / total * v[j][c];
          }
        }
      }
    }
    return out;
  }

  private double[][] linear(double[][] x, String name) {
    int out = tensor(name + ".bias").data().length;
    double[][] y = new double[x.length][out];
    for (int i = 0; i < x.length; i++) {
      for (int o = 0; o < out; o++) {
        double value = tensor(name + ".bias").data()[o];
        for (int c = 0; c < x[i].length; c++) {
          value += x[i][c] * at(name + ".weight", o, c);
        }
        y[i][o] = value;
      }
    }
    return y;
  }

  private double[][] normalised(double[][] x, String name) {
    double[][] y = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double mean = 0;
      for (double value : x[i]) {
        mean += value / x[i].length;
      }
      double variance = 0;
      for (double value : x[i]) {
        variance += (value - mean) * (value - mean) / x[i].length;
      }
      y[i] = new double[x[i].length];
      for (int j = 0; j < y[i].length; j++) {
        y[i][j] =
            (x[i][j] - mean)
                    / Math.sqrt(variance + config.layerNormEpsilon())
                    * tensor(name + ".weight").data()[j]
                + tensor(name + ".bias").data()[j];
      }
    }
    return y;
  }

  private static double[][] sum(double[][] a, double[][] b) {
    double[][] c = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        c[i][j] = a[i][j] + b[i][j];
      }
    }
    return c;
  }

  /** By Simpson's rule; good to 1e-9 for the values that occur here. */
  public static double normalCumulative(double x) {
    int n = 200;
    double step = x / n;
    double sum = 1 + Math.exp(-x * x / 2);
    for (int i = 1; i < n; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * Math.exp(-i * step * i * step / 2);
    }
    return 0.5 + sum * step / 3 / Math.sqrt(2 * Math.PI);
  }

  private double at(String name, long row, int column) {
    Tensor tensor = tensor(name);
    return tensor.data()[(int) row * tensor.shape()[1] + column];
  }

  private Tensor tensor(String name) {
    return requireNonNull(weights.get(name), name);
  }
}
