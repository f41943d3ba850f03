package org.tiersmith.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;

class FrozenRowsTest {
  private static final int CUSTOMERS = 1000;
  private static final int ROWS = 70_000;

  @TempDir Path folder;

  @Test
  void makeTheSamePlanFromTheSamePairs() throws IOException {
    Plans plan = plan(20);
    Path file = folder.resolve("plan.rows");
    plan.rows().write(file);
    FrozenRows thawed = FrozenRows.read(file);

    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    plan.csv().write(first, () -> false, share -> {});
    Portfolio portfolio = thawed.portfolio(plan.pairs(), null);
    new PlanCsv(plan.pairs(), portfolio, plan.scenario(), thawed)
        .write(second, () -> false, share -> {});
    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(thawed.verdicts()).hasSizeGreaterThan(10);
  }

  @Test
  void takeLittleRoom() throws IOException {
    Path file = folder.resolve("plan.rows");
    plan(20).rows().write(file);
    assertThat(Files.size(file)).isLessThan(ROWS);
  }

  @Test
  void theSameRowsAreTheSameBytes() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    plan(20).rows().write(first);
    plan(20).rows().write(second);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  /** An index of few names takes one byte at rest, of many two or three. */
  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 65_536, 65_537, 70_000})
  void keepAsManySegmentsAsThereAre(int segments) throws IOException {
    List<String> names = IntStream.range(0, segments).mapToObj(s -> "s" + s).toList();
    int[] segmentOf = IntStream.range(0, segments).map(c -> segments - 1 - c).toArray();
    List<Verdict> verdicts = List.of(new Verdict(0, "", "r"));
    Path file = folder.resolve("plan.rows");
    new FrozenRows(names, segmentOf, verdicts, new char[3]).write(file);
    FrozenRows read = FrozenRows.read(file);
    assertThat(read.segmentNames()).isEqualTo(names);
    assertThat(read.segmentOfCustomer()).isEqualTo(segmentOf);
    assertThat(read.size()).isEqualTo(3);
  }

  @Test
  void keepAsManyVerdictsAsThereAre() throws IOException {
    List<Verdict> verdicts =
        IntStream.range(0, 3000).mapToObj(v -> new Verdict(v % 32, "b" + v, "折 " + v)).toList();
    char[] verdict = new char[3000];
    for (int i = 0; i < verdict.length; i++) {
      verdict[i] = (char) (verdict.length - 1 - i);
    }
    Path file = folder.resolve("plan.rows");
    new FrozenRows(List.of("all"), new int[] {0}, verdicts, verdict).write(file);
    FrozenRows read = FrozenRows.read(file);
    assertThat(read.verdicts()).isEqualTo(verdicts);
    assertThat(IntStream.range(0, read.size()).map(read::verdict))
        .containsExactlyElementsOf(IntStream.range(0, 3000).mapToObj(i -> 2999 - i).toList());
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.rows"), "customer_id,product_id\n1,2\n");
    assertThatThrownBy(() -> FrozenRows.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws IOException {
    Path file = folder.resolve("plan.rows");
    plan(20).rows().write(file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> FrozenRows.read(file)).isInstanceOf(IOException.class);
  }

  @Test
  void rowsOfOtherPairsAreRefused() {
    Plans plan = plan(20);
    FrozenRows rows = Plans.of("c", "p", "s", 3).rows();
    assertThatThrownBy(() -> new PlanCsv(plan.pairs(), plan.portfolio(), plan.scenario(), rows))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOlderPlanIsItsGzippedFile() throws IOException {
    Path gzipped = folder.resolve("plan.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
      out.write("customer_id\r\n李雷\r\n".getBytes(StandardCharsets.UTF_8));
    }
    Path csv = folder.resolve("plan.csv");
    GzippedCsv.export(gzipped, csv);
    assertThat(csv).content().isEqualTo("customer_id\r\n李雷\r\n");
    assertThatThrownBy(() -> GzippedCsv.export(gzipped, folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is a folder");
  }

  /** A plan with all guardrails at work, its customers in as many segments. */
  private static Plans plan(int segments) {
    Random random = new Random(5);
    ScoredPairs pairs =
        new ScoredPairs(
            IntStream.range(0, CUSTOMERS).mapToObj(c -> "C" + c).toList(),
            List.of("tea, green", "mug", "=pan"),
            IntStream.range(0, ROWS).map(i -> i % CUSTOMERS).toArray(),
            IntStream.range(0, ROWS).map(i -> i % 3).toArray(),
            random.doubles(ROWS, 0.01, 0.9).toArray(),
            random.doubles(ROWS, 0, 3).toArray(),
            random.doubles(ROWS, 0, 100).toArray(),
            random.doubles(ROWS, 0, 90).toArray());
    int[] segment = IntStream.range(0, ROWS).map(i -> i % CUSTOMERS % segments).toArray();
    List<String> names = IntStream.range(0, segments).mapToObj(s -> "+" + s).toList();
    return Plans.of(pairs, names, segment, new Policy.Classic(Alpha.of(0.25)));
  }
}
