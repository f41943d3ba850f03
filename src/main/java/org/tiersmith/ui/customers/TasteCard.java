package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tiersmith.profile.CustomerTraits;
import org.tiersmith.service.TextPreview;
import org.tiersmith.ui.customers.PeopleViewModel.Person;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.CategoryBars;

/** What a customer likes and may buy, and what the model reads of it. */
final class TasteCard extends VBox {
  private static final int MOST = 6;

  /** Topics below are noise: every text has a trace of each. */
  private static final double LEAST_SHARE = 0.015;

  private final PeopleViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;

  TasteCard(PeopleViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    Node tastes = Lazily.of(model.traits(), texts, model::describe, this::tastes);
    HBox.setHgrow(tastes, Priority.ALWAYS);
    ((Region) tastes).setMinWidth(0);
    ((Region) tastes).setPrefWidth(400);
    HBox bars = new HBox(20, tastes, likely());
    bars.setPrefHeight(190);
    bars.setMinHeight(150);
    VBox.setVgrow(bars, Priority.ALWAYS);
    Card card = new Card(bars, reads());
    VBox.setVgrow(card, Priority.ALWAYS);
    setPrefHeight(330);
    setMinHeight(280);
    getChildren().add(card);
  }

  private Node tastes() {
    HBox both =
        new HBox(
            20,
            bars(
                "taste.words",
                traits ->
                    traits.keywords().stream()
                        .limit(MOST)
                        .map(w -> new CategoryBars.Row(w.word(), w.weight(), ""))
                        .toList()),
            bars(
                "taste.topics",
                traits ->
                    traits.topics().stream()
                        .filter(t -> t.share() >= LEAST_SHARE)
                        .limit(MOST)
                        .map(t -> row(t.name(), t.share()))
                        .toList()));
    both.setMinWidth(0);
    return both;
  }

  private CategoryBars.Row row(String name, double share) {
    return new CategoryBars.Row(name, share, formats.percent(share, 0));
  }

  private Region bars(String title, Function<CustomerTraits, List<CategoryBars.Row>> rows) {
    CategoryBars bars = new CategoryBars();
    model
        .traits()
        .valueProperty()
        .subscribe(
            traits ->
                bars.show(traits == null ? null : new CategoryBars.Model(rows.apply(traits))));
    return titled(title, bars);
  }

  private Region likely() {
    CategoryBars bars = new CategoryBars();
    Label none = Labels.paragraph(texts.bind("likely.none"));
    model
        .personProperty()
        .subscribe(
            person -> {
              boolean any = person != null && !person.likely().isEmpty();
              none.setVisible(!any);
              none.setManaged(!any);
              bars.setVisible(any);
              bars.setManaged(any);
              bars.show(person == null ? null : likely(person));
            });
    VBox place = new VBox(bars, none);
    VBox.setVgrow(bars, Priority.ALWAYS);
    return titled("likely", place);
  }

  private CategoryBars.Model likely(Person person) {
    return new CategoryBars.Model(
        person.likely().stream()
            .limit(MOST)
            .map(l -> new CategoryBars.Row(l.title(), l.probability(), percent(l.probability())))
            .toList());
  }

  private String percent(double share) {
    return formats.percent(share, 1);
  }

  private Region titled(String title, Region content) {
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox all = new VBox(4, Labels.section(texts.bind(title)), content);
    all.setMinWidth(0);
    all.setPrefWidth(240);
    HBox.setHgrow(all, Priority.ALWAYS);
    return all;
  }

  private Node reads() {
    Label tokens =
        Labels.muted(
            Bindings.createStringBinding(
                () -> {
                  TextPreview reads = model.readsProperty().get();
                  return reads == null ? "" : texts.get("pieces", reads.pieces());
                },
                model.readsProperty(),
                ui.language().tongueProperty()));
    HBox head = new HBox(8, Labels.section(texts.bind("reads")), tokens);
    head.getStyleClass().add("ts-row");
    Label text = Labels.paragraph(model.readsProperty().map(TextPreview::text).orElse(""));
    ScrollPane scroll = new Scroller(text);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.setPrefHeight(72);
    scroll.setMinHeight(48);
    return new VBox(4, head, scroll);
  }
}
