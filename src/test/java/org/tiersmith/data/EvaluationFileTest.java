package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.Scratch;
import org.tiersmith.model.Evaluation;
import org.tiersmith.model.Split;
import org.tiersmith.task.JobContext;

class EvaluationFileTest {
  @TempDir private Path folder;

  @Property(tries = 15)
  void readsWhatItWrote(@ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int n)
      throws IOException {
    try (Scratch scratch = Scratch.make()) {
      Evaluation written = sample(seed, n);
      Path file = scratch.folder().resolve("evaluation.parquet");
      EvaluationFile.write(written, file);
      Evaluation read = EvaluationFile.read(file, JobContext.detached());
      assertThat(read.split()).isEqualTo(written.split());
      assertThat(read.p()).isEqualTo(written.p());
      assertThat(read.p0()).isEqualTo(written.p0());
      assertThat(read.k()).isEqualTo(written.k());
      assertThat(read.discount()).isEqualTo(written.discount());
      assertThat(read.purchased()).isEqualTo(written.purchased());
      assertThat(read.listPrice()).isEqualTo(written.listPrice());
      assertThat(read.unitCost()).isEqualTo(written.unitCost());
      for (int i = 0; i < n; i++) {
        assertThat(read.customerIds().get(read.customer()[i]))
            .isEqualTo(written.customerIds().get(written.customer()[i]));
        assertThat(read.productIds().get(read.product()[i]))
            .isEqualTo(written.productIds().get(written.product()[i]));
      }
    }
  }

  @Test
  void namesAreThoseOfTheContract() {
    Path file = folder.resolve("evaluation.parquet");
    EvaluationFile.write(sample(1, 5), file);
    List<String> columns =
        SmallShop.rows(
            "SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM "
                + Duck.parquet(file)
                + ")",
            row -> row.words(0));
    assertThat(columns)
        .containsExactly(
            "customer_id VARCHAR",
            "product_id VARCHAR",
            "split VARCHAR",
            "p DOUBLE",
            "p0 DOUBLE",
            "k DOUBLE",
            "discount DOUBLE",
            "purchased BOOLEAN",
            "list_price DOUBLE",
            "unit_cost DOUBLE");
  }

  @Test
  void joinsAnswersWithTheExamplesBehindThem() {
    SmallShop shop = new SmallShop(folder);
    StringBuilder rows =
        new StringBuilder("event_id,customer_id,product_id,timestamp,type,list_price,")
            .append("discount_rate,purchased\n");
    for (int i = 0; i < 40; i++) {
      rows.append(
          String.format(
              "E%d,C%d,P%d,2025-01-%02d 10:00:00,exposure,%d,0.%d,%d%n",
              i, 1 + i % 3, 1 + i % 2, 1 + i % 28, 10 + i, i % 4, i % 5 / 4));
    }
    shop.write("events.csv", rows.toString());
    Tables tables = shop.load().tables();
    Path examples = folder.resolve("examples.parquet");
    ExampleBuilder.build(tables, ExampleSettings.DEFAULT, examples, JobContext.detached());
    int[] last = {39, 30, 35};
    double[] p = {0.3, 0.1, 0.2};
    double[] p0 = {0.03, 0.01, 0.02};
    double[] k = {3, 1, 2};
    Evaluation evaluation =
        EvaluationBuilder.of(tables, examples, last, p, p0, k, JobContext.detached());
    assertThat(evaluation.p()).containsExactly(0.1, 0.2, 0.3);
    assertThat(evaluation.p0()).containsExactly(0.01, 0.02, 0.03);
    assertThat(evaluation.k()).containsExactly(1, 2, 3);
    List<String> expected =
        SmallShop.rows(
            "SELECT customer_id || product_id || list_price || discount_rate || purchased || split"
                + " FROM "
                + Duck.parquet(examples)
                + " WHERE example_id IN (30, 35, 39) ORDER BY example_id",
            row -> row.words(0));
    assertThat(
            IntStream.range(0, 3)
                .mapToObj(
                    i ->
                        evaluation.customerIds().get(evaluation.customer()[i])
                            + evaluation.productIds().get(evaluation.product()[i])
                            + evaluation.listPrice()[i]
                            + evaluation.discount()[i]
                            + evaluation.purchased()[i]
                            + EvaluationFile.name(Split.values()[evaluation.split()[i]])))
        .isEqualTo(expected);
    assertThat(evaluation.unitCost()).containsOnly(12, 3);
    assertThatThrownBy(
            () ->
                EvaluationBuilder.of(
                    tables, examples, new int[] {40}, p, p0, k, JobContext.detached()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Evaluation sample(long seed, int n) {
    Random random = new Random(seed);
    List<String> customers = IntStream.range(0, 1 + n / 10).mapToObj(i -> "C " + i + "\"").toList();
    List<String> products = IntStream.range(0, 7).mapToObj(i -> "商品," + i).toList();
    Evaluation evaluation = Evaluation.empty(customers, products, n);
    for (int i = 0; i < n; i++) {
      evaluation.customer()[i] = random.nextInt(customers.size());
      evaluation.product()[i] = random.nextInt(products.size());
      evaluation.split()[i] = (byte) (1 + random.nextInt(2));
      evaluation.p0()[i] = random.nextDouble();
      evaluation.k()[i] = random.nextExponential();
      evaluation.discount()[i] = random.nextInt(4) * 0.1;
      evaluation.p()[i] =
          1 - (1 - evaluation.p0()[i]) * Math.exp(-evaluation.k()[i] * evaluation.discount()[i]);
      evaluation.purchased()[i] = random.nextBoolean();
      evaluation.listPrice()[i] = random.nextDouble() * 100;
      evaluation.unitCost()[i] = random.nextBoolean() ? Double.NaN : random.nextDouble();
    }
    return evaluation;
  }
}
