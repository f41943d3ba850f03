package org.tiersmith.ui.customers;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.encoder.EncoderInfo;
import org.tiersmith.service.TextPreview.Counts;
import org.tiersmith.service.TextPreview.Lengths;
import org.tiersmith.ui.customers.TextsViewModel.Ground;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Facts;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.NumberBox;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.ValueFormat;

/** How long texts by a template are for an encoder, and how many are too long for it. */
final class LengthsCard extends VBox {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 512;

  /** From this share of texts on, those that are cut are worth a warning. */
  private static final double MUCH = 0.05;

  private final TextsViewModel model;
  private final TextTrial trial;
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final Facts facts = new Facts();
  private final Label cut = new Label();

  LengthsCard(TextsViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.trial = model.trial();
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    cut.setId("lengths-cut");
    cut.getStyleClass().add("ts-obstacle");
    cut.setWrapText(true);
    cut.setMinHeight(USE_PREF_SIZE);
    facts.setPrefHeight(190);
    facts.setMinHeight(120);
    trial.countsProperty().subscribe(this::showAll);
    ui.language().tongueProperty().subscribe(this::showAll);
    showAll();
    Label name = Labels.muted(texts.bind("lengths.most"));
    name.setMinWidth(USE_PREF_SIZE);
    HBox reader = new HBox(8, encoders(), name, most());
    reader.getStyleClass().add("ts-row");
    getChildren().add(new Card(texts.bind("lengths"), reader, cut, facts));
  }

  private ComboBox<String> encoders() {
    ComboBox<String> encoders = Combos.of(ui.language(), this::title);
    encoders.setId("encoder");
    encoders.getStyleClass().add("ts-small");
    encoders.setPrefWidth(190);
    encoders.accessibleTextProperty().bind(texts.bind("lengths.encoder"));
    model.ground().valueProperty().subscribe(ground -> fill(encoders, ground));
    trial.encoderProperty().subscribe(encoders::setValue);
    encoders.setOnAction(
        event -> {
          if (encoders.getValue() != null) {
            trial.encoderProperty().set(encoders.getValue());
          }
        });
    return encoders;
  }

  private void fill(ComboBox<String> encoders, @Nullable Ground ground) {
    if (ground != null) {
      encoders.getItems().setAll(ground.reader().encoders().stream().map(EncoderInfo::id).toList());
      encoders.setValue(trial.encoderProperty().get());
    }
  }

  private Node most() {
    NumberBox most =
        new NumberBox(
            texts.bind("lengths.most"),
            SHORTEST,
            LONGEST,
            1,
            ValueFormat.number(0),
            formats,
            ui.language());
    most.setId("max-length");
    most.getStyleClass().add("ts-tier-rate");
    trial.maxLengthProperty().subscribe(now -> most.valueProperty().set(now.doubleValue()));
    most.valueProperty()
        .subscribe(
            now -> {
              if (now.intValue() >= SHORTEST) {
                trial.maxLengthProperty().set(now.intValue());
              }
            });
    return most;
  }

  private String title(String id) {
    Ground ground = model.ground().valueProperty().get();
    return ground == null
        ? id
        : ground.reader().encoders().stream()
            .filter(each -> each.id().equals(id))
            .map(EncoderInfo::title)
            .findFirst()
            .orElse(id);
  }

  private void showAll() {
    facts.clear();
    Counts counts = trial.countsProperty().get();
    cut.setText(
        counts == null
            ? ""
            : texts.get("lengths.cut", formats.percent(counts.cut(), 1), counts.maxLength()));
    cut.setVisible(counts != null && counts.cut() >= MUCH);
    cut.setManaged(cut.isVisible());
    if (counts != null) {
      show("lengths.customers", counts.customers());
      show("lengths.products", counts.products());
      show("lengths.pairs", counts.pairs());
    }
  }

  private void show(String who, Lengths lengths) {
    facts.fact(
        texts.bind(who),
        texts.get(
            "lengths.of",
            lengths.median(),
            lengths.p95(),
            lengths.most(),
            formats.percent(lengths.tooLong() / (double) Math.max(1, lengths.texts()), 1)));
  }
}
