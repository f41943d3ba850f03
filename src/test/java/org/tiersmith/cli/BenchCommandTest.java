package org.tiersmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.bench.Bench;
import org.tiersmith.bench.Benches;

/** Every bench runs on a few rows and says what scripts rely on. */
class BenchCommandTest {
  @TempDir private Path folder;
  private CommandRun run = new CommandRun(Path.of(""));

  @BeforeEach
  void open() {
    run = new CommandRun(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "frontier, 'rows,tiers,solve_s,query_us,gap,figures_ms,bytes_per_pair,scratch_ratio'",
    "export, 'rows,write_s,rows_per_s,bytes,heap_mb'",
    "what-if, 'rows,build_s,alpha_p99_ms,tier_value_ms,bytes_per_pair,naive_ms,duckdb_ms'"
  })
  void saysItsFiguresToScripts(String bench, String keys) throws Exception {
    assertThat(run.command("bench", bench, "--rows", "2000", "--json")).isEqualTo(Tiersmith.OK);
    JsonNode json = new ObjectMapper().readTree(run.output());
    assertThat(json.properties().stream().map(Map.Entry::getKey).toList())
        .containsSubsequence(keys.split(","));
    assertThat(json.get("rows").asInt()).isEqualTo(2000);
    assertThat(json.properties())
        .allSatisfy(each -> assertThat(each.getValue().isNumber()).isTrue());
  }

  @Test
  void severalBenchesAnswerByName() throws Exception {
    assertThat(run.command("bench", "export", "frontier", "--rows=500", "--seed=3", "--json"))
        .isEqualTo(Tiersmith.OK);
    JsonNode json = new ObjectMapper().readTree(run.output());
    assertThat(json.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("export", "frontier");
    assertThat(json).allSatisfy(each -> assertThat(each.get("rows").asInt()).isEqualTo(500));
  }

  @Test
  void saysItsFiguresToAPerson() {
    assertThat(run.command("bench", "export", "--rows", "3000")).isEqualTo(Tiersmith.OK);
    assertThat(run.output()).contains("export: 3,000 rows", "rows/s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "33", "many"})
  void aBadNumberOfTiersIsOneLine(String tiers) {
    assertThat(run.command("bench", "frontier", "--rows", "9", "--tiers", tiers))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.errors().lines()).hasSize(1);
    assertThat(run.problem()).contains(tiers);
  }

  @Test
  void anUnknownBenchNamesThoseThereAre() {
    assertThat(run.command("bench", "imports")).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.errors().lines()).hasSize(1);
    assertThat(run.problem()).contains("\"imports\"");
    assertThat(Benches.all())
        .isNotEmpty()
        .extracting(Bench::name)
        .allSatisfy(name -> assertThat(run.problem()).contains(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "many", "99999999999"})
  void aBadNumberOfRowsIsOneLine(String rows) {
    assertThat(run.command("bench", "export", "--rows", rows)).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.errors().lines()).hasSize(1);
    assertThat(run.problem()).contains(rows);
  }
}
