package org.tiersmith.scoring;

import java.io.IOException;
import java.nio.file.Path;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.PairGrid;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.ModelRunner;
import org.tiersmith.training.RowKeeper;
import org.tiersmith.training.TowerFactors;

/**
 * Applies a trained two-tower model to every pair of many customers and products. Each text is
 * encoded once; then pairs are a matrix product, given away block by block and never held.
 */
public final class GridScorer {
  /** Share of the work that reading the texts is. */
  private static final double READ = 0.8;

  /** Answers of a block at most, so that it takes some ten megabytes. */
  private static final int BLOCK = 4 << 20;

  private final EncoderCatalogue catalogue;

  public GridScorer(EncoderCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Takes blocks in the order of customers. */
  @FunctionalInterface
  public interface Sink {
    /** Takes a block, which is its own from then on. */
    void take(ScoredBlock block) throws IOException;
  }

  /**
   * Reads the grid's texts.
   *
   * @param weights a file that training wrote, of a two-tower model
   * @param keeper keeps the texts' vectors meanwhile, to go on from them after a stop
   * @throws org.tiersmith.model.Problem when the weights do not fit the grid's features, or the
   *     device can't be had
   */
  public TowerFactors read(
      Path weights, PairGrid grid, DeviceChoice device, RowKeeper keeper, JobContext context)
      throws IOException {
    TorchRuntime runtime = TorchRuntime.start(device);
    try (ModelRunner runner = ModelRunner.open(weights, catalogue, runtime)) {
      return runner.factors(grid, keeper, context);
    }
  }

  /**
   * Scores all pairs, or each customer's likeliest.
   *
   * @param top pairs per customer, those of highest p0; 0 for all
   * @param keeper as for {@link #read}; the pairs themselves take seconds and are not kept
   * @return what the model knows of customers and products
   */
  public TowerFactors score(
      Path weights,
      PairGrid grid,
      int top,
      DeviceChoice device,
      RowKeeper keeper,
      Sink sink,
      JobContext context)
      throws IOException {
    TowerFactors factors = read(weights, grid, device, keeper, context.part(0, READ));
    score(factors, grid.history(), top, device, sink, context.part(READ, 1));
    return factors;
  }

  /** The same from what {@link #read} read. */
  public static void score(
      TowerFactors factors,
      PairGrid.History history,
      int top,
      DeviceChoice device,
      Sink sink,
      JobContext context)
      throws IOException {
    int customers = factors.customers().shape()[0];
    long products = factors.products().shape()[0];
    int rows = (int) Math.clamp(BLOCK / products, 1, GridKernel.ROWS);
    try (GridKernel kernel = new GridKernel(TorchRuntime.start(device), factors, history, top)) {
      for (int from = 0; from < customers; from += rows) {
        context.checkCancelled();
        sink.take(kernel.block(from, Math.min(rows, customers - from)));
        long done = Math.min(customers, (long) from + rows);
        context.progress(
            (double) done / customers,
            Text.of("scoring.grid", "Scored {0} of {1} customers", done, customers));
      }
    }
  }
}
