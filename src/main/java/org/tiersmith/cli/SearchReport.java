package org.tiersmith.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.training.SettingValue;
import org.tiersmith.training.SettingValue.OfChoice;
import org.tiersmith.training.SettingValue.OfNumber;

/**
 * All runs of a command, and the best of them at length.
 *
 * @param best the report of the best
 * @param varied settings in which the runs differ
 */
record SearchReport(Result best, List<String> varied, List<TriedRun> runs) {

  Result result() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(best.json());
    json.put("runs", runs.stream().map(this::json).toList());
    return new Result(json, runs.size() == 1 ? best.lines() : lines());
  }

  private Map<String, Object> json(TriedRun tried) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", tried.run().id());
    json.put("state", tried.run().state().name().toLowerCase(Locale.ROOT));
    Map<String, Object> settings = new LinkedHashMap<>();
    differing(tried).forEach(value -> settings.put(value.key(), json(value)));
    json.put("settings", settings);
    json.put("validation_loss", tried.validationLoss());
    json.put("test_auc", tried.testAuc());
    return json;
  }

  private static Object json(SettingValue value) {
    return switch (value) {
      case OfNumber number when number.setting().isWhole() -> Math.round(number.value());
      case OfNumber number -> number.value();
      case OfChoice choice -> choice.word();
    };
  }

  private List<SettingValue> differing(TriedRun tried) {
    return tried.values().stream().filter(value -> varied.contains(value.key())).toList();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(Counts.of(runs.size(), "run") + ", the best by validation loss first:");
    lines.add(
        String.format("  %5s %9s %15s %8s  %s", "run", "", "validation loss", "test AUC", ""));
    runs.stream()
        .sorted(Comparator.comparingDouble(SearchReport::place))
        .map(this::line)
        .forEach(lines::add);
    lines.addAll(best.lines());
    return lines;
  }

  /** Runs that were not finished come last. */
  private static double place(TriedRun tried) {
    return tried.run().result() == null ? Double.NaN : tried.validationLoss();
  }

  private String line(TriedRun tried) {
    return String.format(
        "  %5d %9s %15s %8s  %s",
        tried.run().id(),
        tried.run().state().name().toLowerCase(Locale.ROOT),
        loss(tried.validationLoss()),
        TestReport.number(tried.testAuc()),
        RunQueue.said(differing(tried)));
  }

  private static String loss(double loss) {
    return Double.isNaN(loss) ? "unknown" : String.format("%.4f", loss);
  }
}
