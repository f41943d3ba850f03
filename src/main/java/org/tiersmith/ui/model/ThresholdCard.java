package org.tiersmith.ui.model;

import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.DiscountMoney;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.LabelledSlider;
import org.tiersmith.ui.kit.LabelledSlider.Estimate;
import org.tiersmith.ui.kit.LabelledSlider.Layout;
import org.tiersmith.ui.kit.LabelledSlider.Range;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.ValueFormat;

/** From which probability on a purchase is expected, and how that turns out, also in money. */
final class ThresholdCard extends HBox {
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final QualityViewModel model;

  ThresholdCard(Ui ui, Texts texts, QualityViewModel model) {
    super(12);
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    this.model = model;
    VBox sliders = new VBox(10, threshold(), discount(), money());
    sliders.setMinWidth(280);
    Card left = new Card(texts.bind("threshold"), sliders).subtitled(texts.bind("threshold.how"));
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setPrefWidth(420);
    Card right = new Card(texts.bind("confusion"), new ConfusionGrid(ui, texts, model));
    right.subtitled(Bindings.createStringBinding(this::tested, model.confusionBinding(), tongue()));
    right.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(left, right);
  }

  private String tested() {
    Confusion now = model.confusionBinding().get();
    return now == null
        ? ""
        : texts.get(
            "confusion.how", now.rows(), formats.percent(now.positives() / (double) now.rows(), 1));
  }

  private Observable tongue() {
    return ui.language().tongueProperty();
  }

  private LabelledSlider threshold() {
    LabelledSlider slider =
        new LabelledSlider(
            Layout.INLINE,
            texts.bind("threshold.slider"),
            new Range(0, 1, 0.01),
            ValueFormat.number(2),
            formats,
            ui.language());
    slider.setId("threshold");
    slider.valueProperty().bindBidirectional(model.thresholdProperty());
    model.qualityProperty().subscribe(quality -> slider.estimateProperty().set(best(quality)));
    return slider;
  }

  /** The mark on the track: the threshold of the best F1 on the validation examples. */
  private @Nullable Estimate best(@Nullable RunQuality quality) {
    double best = model.thresholdProperty().get();
    return quality == null ? null : new Estimate(best, best, best);
  }

  private LabelledSlider discount() {
    LabelledSlider slider =
        new LabelledSlider(
            Layout.INLINE,
            texts.bind("threshold.discount"),
            new Range(0, 0.5, 0.01),
            ValueFormat.percent(0),
            formats,
            ui.language());
    slider.setId("wrong-discount");
    slider.valueProperty().bindBidirectional(model.discountProperty());
    return slider;
  }

  private VBox money() {
    Label figure = Labels.plain(said(now -> formats.money(now.waste())));
    figure.setId("wrong-discounts");
    figure.getStyleClass().add("ts-figure");
    Label about = Labels.paragraph(said(this::about));
    VBox box = new VBox(2, figure, about);
    box.getStyleClass().add("ts-money");
    return box;
  }

  private ObservableValue<String> said(Function<DiscountMoney, String> words) {
    return Bindings.createStringBinding(
        () -> {
          DiscountMoney now = model.moneyBinding().get();
          return now == null ? "" : words.apply(now);
        },
        model.moneyBinding(),
        formats.currencyProperty(),
        tongue());
  }

  private String about(DiscountMoney money) {
    String waste =
        texts.get(
            "threshold.money", formats.percent(model.discountProperty().get(), 0), money.given());
    return money.costKnown() == 0
        ? waste
        : texts.get(
            "threshold.net",
            waste,
            formats.money(money.won()),
            formats.money(money.incrementalProfit()));
  }
}
