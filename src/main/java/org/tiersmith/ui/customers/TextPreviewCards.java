package org.tiersmith.ui.customers;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.encoder.EncoderInfo;
import org.tiersmith.service.TextPreview;
import org.tiersmith.service.TextPreview.Counts;
import org.tiersmith.service.TextPreview.Lengths;
import org.tiersmith.ui.customers.TextsViewModel.Tried;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Facts;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.NumberBox;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.ValueFormat;

/** What comes of a template for one customer or product, and how long such texts are. */
final class TextPreviewCards extends VBox {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 512;

  private final TextsViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;

  TextPreviewCards(TextsViewModel model, Ui ui, Texts texts) {
    super(12);
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    Card preview = preview();
    VBox.setVgrow(preview, Priority.ALWAYS);
    getChildren().addAll(preview, lengths());
  }

  private Card preview() {
    ComboBox<String> ids = new ComboBox<>();
    ids.setId("try-on");
    ids.setEditable(true);
    ids.setPrefWidth(150);
    ids.getStyleClass().add("ts-small");
    ids.accessibleTextProperty().bind(texts.bind("template.try-on"));
    Runnable fill =
        () -> {
          TextsViewModel.Ground ground = model.ground().valueProperty().get();
          if (ground != null) {
            ids.getItems().setAll(ground.ids(model.sideProperty().get()));
            ids.setValue(model.idProperty().get());
          }
        };
    model.ground().valueProperty().subscribe(fill);
    model.idProperty().subscribe(fill);
    fill.run();
    ids.setOnAction(
        event -> {
          String chosen = ids.getValue();
          if (chosen != null && !chosen.isBlank()) {
            model.idProperty().set(chosen.strip());
          }
        });
    Label text = Labels.paragraph(said(tried -> tried.preview() == null ? "" : text(tried)));
    text.setId("preview");
    text.getStyleClass().add("ts-preview");
    ScrollPane scroll = new Scroller(text);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.setMinHeight(90);
    Label pieces =
        Labels.muted(
            said(
                tried ->
                    tried.preview() instanceof TextPreview preview
                        ? texts.get("pieces", preview.pieces())
                        : ""));
    return new Card(texts.bind("template.preview"), scroll, pieces)
        .growing(scroll)
        .withActions(ids);
  }

  private static String text(Tried tried) {
    TextPreview preview = tried.preview();
    return preview == null ? "" : preview.text();
  }

  private ObservableValue<String> said(Function<Tried, String> words) {
    return Bindings.createStringBinding(
        () -> {
          Tried tried = model.triedProperty().get();
          return tried == null ? "" : words.apply(tried);
        },
        model.triedProperty(),
        ui.language().tongueProperty());
  }

  private Card lengths() {
    Facts facts = new Facts();
    facts.setPrefHeight(190);
    facts.setMinHeight(120);
    Runnable show = () -> show(facts);
    model.countsProperty().subscribe(show);
    ui.language().tongueProperty().subscribe(show);
    show.run();
    return new Card(texts.bind("lengths"), reader(), facts);
  }

  private Node reader() {
    ComboBox<String> encoders = Combos.of(ui.language(), this::title);
    encoders.setId("encoder");
    encoders.getStyleClass().add("ts-small");
    encoders.setPrefWidth(190);
    encoders.accessibleTextProperty().bind(texts.bind("lengths.encoder"));
    model
        .ground()
        .valueProperty()
        .subscribe(
            ground -> {
              if (ground != null) {
                encoders
                    .getItems()
                    .setAll(ground.reader().encoders().stream().map(EncoderInfo::id).toList());
                encoders.setValue(model.encoderProperty().get());
              }
            });
    model.encoderProperty().subscribe(encoders::setValue);
    encoders.setOnAction(
        event -> {
          if (encoders.getValue() != null) {
            model.encoderProperty().set(encoders.getValue());
          }
        });
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
    model.maxLengthProperty().subscribe(now -> most.valueProperty().set(now.doubleValue()));
    most.valueProperty()
        .subscribe(
            now -> {
              if (now.intValue() >= SHORTEST) {
                model.maxLengthProperty().set(now.intValue());
              }
            });
    Label name = Labels.muted(texts.bind("lengths.most"));
    name.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(8, encoders, name, most);
    row.getStyleClass().add("ts-row");
    return row;
  }

  private String title(String id) {
    TextsViewModel.Ground ground = model.ground().valueProperty().get();
    return ground == null
        ? id
        : ground.reader().encoders().stream()
            .filter(each -> each.id().equals(id))
            .map(EncoderInfo::title)
            .findFirst()
            .orElse(id);
  }

  private void show(Facts facts) {
    facts.clear();
    Counts counts = model.countsProperty().get();
    if (counts == null) {
      return;
    }
    show(facts, "lengths.customers", counts.customers());
    show(facts, "lengths.products", counts.products());
    show(facts, "lengths.pairs", counts.pairs());
  }

  private void show(Facts facts, String who, Lengths lengths) {
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
