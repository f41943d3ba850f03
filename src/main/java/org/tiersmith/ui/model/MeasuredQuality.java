package org.tiersmith.ui.model;

import java.util.List;
import org.tiersmith.model.DiscountRate;
import org.tiersmith.model.Segmentation;
import org.tiersmith.service.RunEvaluation;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.Curve;
import org.tiersmith.training.metrics.DiscountMoney;
import org.tiersmith.training.metrics.DiscountTo;
import org.tiersmith.training.metrics.EvaluationCurves;
import org.tiersmith.training.metrics.SegmentMetrics;

/** A run's quality as it was measured on its test examples, by the present segments. */
record MeasuredQuality(RunEvaluation evaluation, Segmentation segmentation) implements RunQuality {

  /** Makes all that takes time beforehand, so that every later answer is a look-up. */
  static MeasuredQuality of(RunEvaluation evaluation, Segmentation segmentation) {
    MeasuredQuality quality = new MeasuredQuality(evaluation, segmentation);
    evaluation.curves();
    quality.segments(evaluation.usualThreshold());
    quality.money(evaluation.usualThreshold(), QualityViewModel.USUAL_DISCOUNT);
    return quality;
  }

  @Override
  public Curve curve(Kind kind) {
    EvaluationCurves curves = evaluation.curves();
    return switch (kind) {
      case ROC -> curves.roc();
      case PRECISION_RECALL -> curves.precisionRecall();
      case GAIN -> curves.gain();
      case LIFT -> curves.lift();
    };
  }

  @Override
  public Confusion at(double threshold) {
    return evaluation.confusion(threshold);
  }

  @Override
  public DiscountMoney money(double threshold, double rate) {
    return evaluation.money(threshold, new DiscountRate(rate), DiscountTo.BELOW);
  }

  @Override
  public List<SegmentMetrics> segments(double threshold) {
    return evaluation.segments(segmentation, threshold);
  }
}
