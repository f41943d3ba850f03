package org.tiersmith.cli;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Text;
import org.tiersmith.service.RunEvaluation;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.training.metrics.SegmentMetrics;

/**
 * A finished run, for scripts and for a person.
 *
 * @param test its answers on the test examples
 * @param numbersOnlyAuc what its numbers reach without text
 */
record RunReport(
    RunView run, RunEvaluation test, Segmentation segmentation, double numbersOnlyAuc) {

  Result result() {
    RunResult done = requireNonNull(run.result(), "a finished run has a result");
    double threshold = done.test().threshold();
    List<SegmentMetrics> segments = test.segments(segmentation, threshold);
    List<String> warnings =
        Stream.concat(done.warnings().stream(), test.doubts(segmentation).stream())
            .map(Text::english)
            .toList();
    return new Result(json(done, segments, warnings), lines(done, segments, warnings));
  }

  private Map<String, Object> json(
      RunResult done, List<SegmentMetrics> segments, List<String> warnings) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.id());
    json.put("epochs", done.epochsDone());
    json.put("examples_per_s", done.examplesPerSecond());
    json.put("device", run.device());
    json.put("randomised", done.randomised());
    json.put("numbers_only_auc", numbersOnlyAuc);
    json.put("test", TestReport.json(done));
    json.put("segments", SegmentReport.json(segments));
    json.put("warnings", warnings);
    return json;
  }

  private List<String> lines(RunResult done, List<SegmentMetrics> segments, List<String> warnings) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "Run %d: %s at %.0f examples/s on %s",
            run.id(),
            Counts.of(done.epochsDone(), "epoch"),
            done.examplesPerSecond(),
            run.device()));
    lines.addAll(
        TestReport.lines(
            done,
            run.settings().split(),
            test.report(done.test().threshold()),
            test.summary().brier()));
    lines.addAll(SegmentReport.lines(segments));
    lines.addAll(UseReport.lines(test));
    lines.add(String.format("Numbers alone, without any text: AUC %.3f", numbersOnlyAuc));
    warnings.forEach(warning -> lines.add("Warning: " + warning));
    return lines;
  }
}
