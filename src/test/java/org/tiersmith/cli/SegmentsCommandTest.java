package org.tiersmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.encoder.TinyEncoder;

/** Segments on the command line, from the list to a plan with an alpha of one of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentsCommandTest {
  private CommandRun run = new CommandRun(Path.of(""));
  private Path folder = Path.of("");
  private String project = "";

  @BeforeAll
  void scoreSample(@TempDir Path temporary) throws IOException {
    folder = temporary;
    run = new CommandRun(folder);
    project = folder.resolve("shop.tiersmith").toString();
    TinyEncoder.catalogue(folder.resolve("models"));
    assertThat(run.importSample(folder.resolve("shop.tiersmith"))).isZero();
    assertThat(
            run.command(
                "train", project, "--encoder", TinyEncoder.ID, "--epochs", "1", "--device", "cpu"))
        .as(run.errors())
        .isZero();
    assertThat(run.command("score", project, "--device", "cpu")).as(run.errors()).isZero();
  }

  @Test
  void listsSegmentsWithTheirFigures() throws IOException {
    JsonNode json = json("--by", "rfm");
    assertThat(json.get("scheme").asText()).isEqualTo("rfm");
    assertThat(json.get("churn").asText()).isNotBlank();
    assertThat(json.get("schemes")).extracting(JsonNode::asText).contains("cluster", "topic");
    int customers = 0;
    for (JsonNode segment : json.get("segments")) {
      customers += segment.get("customers").asInt();
      assertThat(segment.get("probability").asDouble()).isBetween(0.0, 1.0);
    }
    assertThat(customers).isEqualTo(40);
    assertThat(run.command("segments", project, "--by", "rfm")).isZero();
    assertThat(run.output().lines().toList().getFirst()).contains("RFM").endsWith("(rfm)");
  }

  @Test
  void anUnknownWayIsRefusedWithThoseThereAre() {
    assertThat(run.command("segments", project, "--by", "mood")).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("mood", "rfm", "cluster");
    assertThat(run.command("segments", project, "--use")).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("--by");
  }

  @Test
  void aPlanTakesAnAlphaOfACluster() throws IOException {
    JsonNode before = json();
    String cluster = json("--by", "cluster").get("segments").get(0).get("segment").asText();
    assertThat(json().get("scheme")).isEqualTo(before.get("scheme"));
    assertThat(json("--by", "cluster", "--use").get("scheme").asText()).isEqualTo("cluster");
    assertThat(json().get("scheme").asText()).isEqualTo("cluster");
    Path plan = folder.resolve("plan.csv");
    int status =
        run.command(
            "plan",
            project,
            "--policy",
            "classic",
            "--alpha",
            "0",
            "--alpha-segment",
            cluster + "=2",
            "--out",
            plan.toString());
    assertThat(status).as(run.errors()).isZero();
    List<String> discounted =
        Files.readAllLines(plan).stream()
            .skip(1)
            .filter(line -> !line.contains(",0,") && !line.contains(",0.0,"))
            .toList();
    assertThat(discounted).isNotEmpty().allSatisfy(line -> assertThat(line).contains(cluster));
  }

  private JsonNode json(String... more) throws IOException {
    String[] command = new String[more.length + 3];
    command[0] = "segments";
    command[1] = project;
    command[2] = "--json";
    System.arraycopy(more, 0, command, 3, more.length);
    assertThat(run.command(command)).as(run.errors()).isZero();
    return new ObjectMapper().readTree(run.output());
  }
}
