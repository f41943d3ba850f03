package org.tiersmith.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.LineChart;
import org.tiersmith.ui.kit.chart.LineChart.Line;
import org.tiersmith.ui.kit.chart.LineChart.Mark;
import org.tiersmith.ui.kit.chart.LineChart.Style;

/** Makes the chart of the chosen runs' curves. */
final class CurveDrawing {
  /** From there on runs are laid over one another by the share of each that is done. */
  private static final double VERY_DIFFERENT = 3;

  private static final int MOST_MARKS = 12;
  private static final int VALIDATION = 1;

  private final Formats formats;
  private final Texts texts;
  private final ModelViewModel model;

  CurveDrawing(Formats formats, Texts texts, ModelViewModel model) {
    this.formats = formats;
    this.texts = texts;
    this.model = model;
  }

  /** What the lines mean, in a few words. */
  String how(CurveKind kind) {
    List<RunCurve> curves = curves();
    if (curves.size() > 1) {
      String shares = isByShare(curves) ? texts.get("curves.shares") : "";
      String dashed =
          kind.steps().isEmpty() || kind.validation().isEmpty() ? "" : texts.get("curves.dashed");
      return dashed.isEmpty() || shares.isEmpty() ? dashed + shares : dashed + " · " + shares;
    }
    return switch (kind) {
      case LOSS -> texts.get("curves.loss");
      case AUC -> texts.get("curves.auc");
      case RATE -> texts.get("curves.rate");
      case SPEED -> texts.get("curves.speed");
    };
  }

  /** The chart; empty while there is nothing to draw. */
  Optional<LineChart.Model> of(CurveKind kind) {
    List<RunCurve> curves = curves();
    boolean shares = isByShare(curves);
    List<Line> lines = new ArrayList<>();
    Span span = new Span();
    for (RunCurve curve : curves) {
      add(kind, curve, curves.size() > 1, shares ? 1.0 / curve.lastStep() : 1, lines, span);
    }
    if (lines.stream().allMatch(line -> line.series().size() == 0)) {
      return Optional.empty();
    }
    double steps = curves.stream().mapToLong(RunCurve::lastStep).max().orElse(1);
    return Optional.of(
        new LineChart.Model(
            shares
                ? new Axis(0, 1, v -> formats.percent(v, 0), texts.get("curves.share"))
                : new Axis(0, steps, formats::compact, texts.get("curves.step")),
            span.axis(kind, formats),
            lines,
            shares ? List.of() : marks(),
            new LineChart.Reading(
                shares
                    ? v -> texts.get("curves.at-share", formats.percent(v, 0))
                    : v -> texts.get("curves.at-step", Math.round(v)),
                exact(kind))));
  }

  private List<RunCurve> curves() {
    return model.runs().chosenProperty().get().stream()
        .map(run -> model.curves().curve(run.id()))
        .filter(curve -> curve.lastStep() > 0)
        .toList();
  }

  private static boolean isByShare(List<RunCurve> curves) {
    long least = curves.stream().mapToLong(RunCurve::lastStep).min().orElse(0);
    long most = curves.stream().mapToLong(RunCurve::lastStep).max().orElse(0);
    return least > 0 && most > VERY_DIFFERENT * least;
  }

  private void add(
      CurveKind kind, RunCurve curve, boolean several, double scale, List<Line> lines, Span span) {
    int colour = several ? model.runs().colour(curve.run()) : 0;
    Track steps = curve.track(kind.steps());
    Track validation = curve.track(kind.validation());
    RunView selected = model.runs().selectedProperty().get();
    boolean main = !several || (selected != null && selected.id() == curve.run());
    String run = texts.get("run.short", Long.toString(curve.run()));
    if (steps.size() > 0) {
      if (main && kind != CurveKind.RATE) {
        lines.add(new Line(steps.raw("", scale, false), colour, Style.FAINT));
      }
      String name = several ? run : kind == CurveKind.LOSS ? texts.get("curves.train") : "";
      String said = name.isEmpty() ? texts.choice("curve", kind) : name;
      lines.add(new Line(steps.smoothed(said, scale), colour, Style.SOLID));
      span.add(steps);
    }
    if (validation.size() > 0) {
      boolean alone = steps.size() == 0;
      String name =
          !several
              ? texts.get("curves.validation")
              : alone ? run : texts.get("curves.validation-of", run);
      lines.add(
          new Line(
              validation.raw(name, scale, true),
              several || alone ? colour : VALIDATION,
              several && !alone ? Style.DASHED : Style.SOLID));
      span.add(validation);
    }
  }

  /** Where the selected run's epochs begin, the first left out. */
  private List<Mark> marks() {
    long each = model.progress().stepsAnEpoch();
    long last = model.progress().lastStep();
    List<Mark> marks = new ArrayList<>();
    for (long step = each, epoch = 2; each > 0 && step < last; step += each, epoch++) {
      marks.add(new Mark(step, texts.get("curves.epoch", epoch)));
    }
    return marks.size() > MOST_MARKS ? List.of() : marks;
  }

  private DoubleFunction<String> exact(CurveKind kind) {
    return switch (kind) {
      case LOSS, AUC -> v -> formats.number(v, 4);
      case RATE -> CurveDrawing::scientific;
      case SPEED -> v -> texts.get("per-second", formats.number(v, 0));
    };
  }

  /** 0.00012 as 1.2e-4, as learning rates are written. */
  static String scientific(double rate) {
    if (rate == 0 || Double.isNaN(rate)) {
      return rate == 0 ? "0" : Formats.UNKNOWN;
    }
    int power = (int) Math.floor(Math.log10(Math.abs(rate)) + 1e-9);
    double lead = Math.round(rate / Math.pow(10, power) * 100) / 100.0;
    String digits = lead == Math.rint(lead) ? Long.toString((long) lead) : Double.toString(lead);
    return digits + "e" + power;
  }

  /** From the least to the greatest of all smoothed lines. */
  private static final class Span {
    private double low = Double.NaN;
    private double high = Double.NaN;

    void add(Track track) {
      low = Double.isNaN(low) ? track.low() : Math.min(low, track.low());
      high = Double.isNaN(high) ? track.high() : Math.max(high, track.high());
    }

    Axis axis(CurveKind kind, Formats formats) {
      double air = 0.1 * (high - low);
      return switch (kind) {
        case LOSS -> around(Math.max(0, low - air), high + air, v -> formats.number(v, 2));
        case AUC ->
            around(Math.max(0, low - air), Math.min(1, high + air), v -> formats.number(v, 3));
        case RATE -> around(0, high, CurveDrawing::scientific);
        case SPEED -> around(0, high + air, formats::compact);
      };
    }

    private static Axis around(double low, double high, DoubleFunction<String> label) {
      return Axis.around(low, high, label, "");
    }
  }
}
