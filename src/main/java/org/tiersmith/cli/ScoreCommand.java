package org.tiersmith.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.ScoreView;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.JobContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores pairs with a trained model. */
@Command(name = "score", description = "Scores (customer, product) pairs with a trained model.")
final class ScoreCommand extends ProjectCommand {
  @Option(names = "--run", paramLabel = "ID", description = "the run; the last one without")
  private @Nullable Long run;

  @Option(
      names = "--pairs",
      paramLabel = "F",
      description = "CSV with customer_id and product_id; all pairs (or a sample) without")
  private @Nullable Path pairs;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "only the N products that each customer is likeliest to buy; two-tower runs")
  private @Nullable Integer top;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu",
      defaultValue = "auto",
      description = "where to compute; auto without: the GPU where one works")
  private String device = "auto";

  ScoreCommand(Workbench workbench, Console console, Interrupts interrupts) {
    super(workbench, console, interrupts);
  }

  @Override
  Result work(ProjectSession session, JobContext context) throws Exception {
    ScoreView score = session.scoring().score(run, request(), Choices.device(device), context);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", score.runId());
    json.put("pairs", score.pairs());
    json.put("rejected", score.rejected());
    json.put("resumed_from", score.resumed() == null ? 0 : score.resumed().from());
    json.put("pairs_per_s", score.pairsPerSecond());
    return new Result(json, lines(score));
  }

  private @Nullable PairRequest request() {
    if (top != null && pairs != null) {
      throw Problem.of("cli.top-and-pairs", "Say --top or --pairs, not both.");
    }
    if (top != null && top < 1) {
      throw Problem.of("cli.top", "--top must be 1 or more, not {0}.", top);
    }
    return top != null
        ? new PairRequest.Top(top)
        : pairs == null ? null : new PairRequest.Listed(pairs);
  }

  private static List<String> lines(ScoreView score) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "Run %d scored %s, %,.0f a second",
            score.runId(), Counts.of(score.pairs(), "pair"), score.pairsPerSecond()));
    if (score.resumed() != null) {
      lines.add("  " + score.resumed().text().english());
    }
    if (score.firstRejected() != null) {
      lines.add(
          String.format(
              "  %s left out; the first: %s",
              Counts.of(score.rejected(), "row"), score.firstRejected().english()));
    }
    return lines;
  }
}
