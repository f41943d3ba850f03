package org.tiersmith.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.PairGrid;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.CalibrationKind;
import org.tiersmith.training.FineTuner;
import org.tiersmith.training.RowKeeper;
import org.tiersmith.training.RunListener;
import org.tiersmith.training.TinyShop;
import org.tiersmith.training.TowerFactors;
import org.tiersmith.training.TrainingSettings;

/** A grid's answers are those of the same pairs listed one by one. */
class GridScorerTest {
  private static final double TOLERANCE = 2e-5;
  private static final int TOP = 3;

  @TempDir private Path folder;
  private EncoderCatalogue catalogue;
  private final PairFeatures features = TinyShop.examples(200).features();

  @BeforeEach
  void prepare() throws IOException {
    catalogue = TinyEncoder.catalogue(folder.resolve("models"));
  }

  @ParameterizedTest
  @EnumSource
  void allPairsAndTheTopOfThem(CalibrationKind calibration) throws IOException {
    Path weights = train(calibration);
    PairGrid grid = grid();
    ScoredPairs listed = listed(weights, grid).pairs();
    List<ScoredBlock> all = blocks(weights, grid, 0);

    assertThat(all.stream().mapToInt(ScoredBlock::size).sum()).isEqualTo(listed.size());
    for (ScoredBlock block : all) {
      for (int i = 0; i < block.size(); i++) {
        int pair = block.customer(i) * grid.products().rows() + block.product(i);
        assertThat(block.p0()[i]).isCloseTo((float) listed.p0()[pair], within((float) TOLERANCE));
        assertThat((double) block.k()[i]).isCloseTo(listed.k()[pair], within(1e-3));
        assertThat(block.similarity()[i])
            .isCloseTo(listed.similarity()[pair], within((float) TOLERANCE));
      }
    }
    for (ScoredBlock block : blocks(weights, grid, TOP)) {
      for (int row = 0; row < block.size() / TOP; row++) {
        checkTop(block, row, listed, grid.products().rows());
      }
    }
  }

  @Test
  void vectorsAreThoseOfThePairsListed() throws IOException {
    Path weights = train(CalibrationKind.PLATT);
    PairGrid grid = grid();
    PairScorer.Scored listed = listed(weights, grid);
    TowerFactors factors =
        new GridScorer(catalogue)
            .score(
                weights,
                grid,
                TOP,
                DeviceChoice.CPU,
                RowKeeper.none(),
                block -> {},
                JobContext.detached());
    int customers = grid.customers().rows();
    assertThat(listed.customers().rows()).isEqualTo(IntStream.range(0, customers).toArray());
    assertThat(listed.customers().vectors().data())
        .containsExactly(factors.customerVectors().data(), within(1e-5f));
    assertThat(listed.products().vectors().data())
        .containsExactly(factors.productVectors().data(), within(1e-5f));
  }

  private static void checkTop(ScoredBlock block, int row, ScoredPairs listed, int products) {
    int customer = block.customer(row * TOP);
    double[] best =
        IntStream.range(customer * products, (customer + 1) * products)
            .mapToObj(pair -> listed.p0()[pair])
            .sorted(Comparator.reverseOrder())
            .limit(TOP)
            .mapToDouble(p0 -> p0)
            .toArray();
    for (int i = 0; i < TOP; i++) {
      int at = row * TOP + i;
      int pair = customer * products + block.product(at);
      assertThat((double) block.p0()[at]).isCloseTo(best[i], within(TOLERANCE));
      assertThat((double) block.p0()[at]).isCloseTo(listed.p0()[pair], within(TOLERANCE));
      assertThat((double) block.k()[at]).isCloseTo(listed.k()[pair], within(1e-3));
      assertThat((double) block.similarity()[at])
          .isCloseTo(listed.similarity()[pair], within(TOLERANCE));
    }
  }

  private List<ScoredBlock> blocks(Path weights, PairGrid grid, int top) throws IOException {
    List<ScoredBlock> blocks = new ArrayList<>();
    new GridScorer(catalogue)
        .score(
            weights,
            grid,
            top,
            DeviceChoice.CPU,
            RowKeeper.none(),
            blocks::add,
            JobContext.detached());
    return blocks;
  }

  private Path train(CalibrationKind calibration) throws IOException {
    TrainingSettings settings =
        TinyShop.settings(EncoderForm.TWO_TOWER, 2).change().calibration(calibration).build();
    return new FineTuner(catalogue)
        .train(
            TinyShop.examples(400),
            settings,
            RunListener.none(),
            Files.createDirectories(folder.resolve("run")),
            null,
            JobContext.detached())
        .weights();
  }

  /** All customers and products; each third pair has a history. */
  private PairGrid grid() {
    int customers = features.customers().rows();
    int products = features.products().rows();
    float[] offers = new float[products];
    for (int p = 0; p < products; p++) {
      offers[p] = p % 5;
    }
    int[] from = new int[customers + 1];
    List<Integer> product = new ArrayList<>();
    for (int c = 0; c < customers; c++) {
      for (int p = c % 3; p < products; p += 3) {
        product.add(p);
      }
      from[c + 1] = product.size();
    }
    float[] numbers = new float[product.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = 7 - i % 4;
    }
    return new PairGrid(
        features.customers(),
        features.products(),
        ids(customers),
        ids(products),
        features.numberNames(),
        offers,
        new PairGrid.History(from, product.stream().mapToInt(Integer::intValue).toArray(), numbers),
        new double[products],
        new double[products]);
  }

  private PairScorer.Scored listed(Path weights, PairGrid grid) throws IOException {
    int customers = grid.customers().rows();
    int products = grid.products().rows();
    int n = customers * products;
    float[] numbers = new float[n];
    for (int pair = 0; pair < n; pair++) {
      numbers[pair] = grid.offers()[pair % products];
    }
    for (int c = 0; c < customers; c++) {
      for (int i = grid.history().from()[c]; i < grid.history().from()[c + 1]; i++) {
        numbers[c * products + grid.history().product()[i]] = grid.history().numbers()[i];
      }
    }
    PairFeatures pairs =
        new PairFeatures(
            grid.customers(),
            grid.products(),
            IntStream.range(0, n).map(pair -> pair / products).toArray(),
            IntStream.range(0, n).map(pair -> pair % products).toArray(),
            grid.numberNames(),
            numbers);
    return new PairScorer(catalogue)
        .score(
            weights,
            new CandidatePairs(
                pairs, grid.customerIds(), grid.productIds(), new double[n], new double[n]),
            DeviceChoice.CPU,
            RowKeeper.none(),
            JobContext.detached());
  }

  private static List<String> ids(int n) {
    return IntStream.range(0, n).mapToObj(Integer::toString).toList();
  }
}
