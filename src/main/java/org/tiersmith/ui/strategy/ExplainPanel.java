package org.tiersmith.ui.strategy;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.strategy.Explanation;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.strategy.StrategyViewModel.Explained;

/** Why a pair got its discount, and what each other tier would have brought. */
final class ExplainPanel extends VBox {
  private static final double WIDTH = 344;

  private final Live live;
  private final Formats formats;
  private final Label title = new Label();
  private final Label reason = new Label();
  private final GridPane facts = new GridPane();
  private final GridPane tiers = new GridPane();

  /**
   * @param away called when the person closes it
   */
  ExplainPanel(Live live, Runnable away) {
    super(6);
    this.live = live;
    this.formats = live.ui().formats();
    setId("explanation");
    getStyleClass().add("ts-explain");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    title.getStyleClass().addAll("ts-section", "ts-may-be-cut");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button close = Buttons.icon(Feather.X, live.texts().bind("explain.close"), away);
    close.getStyleClass().add("ts-small-icon");
    HBox header = new HBox(6, title, close);
    header.setAlignment(Pos.CENTER_LEFT);
    reason.getStyleClass().add("ts-paragraph");
    reason.setWrapText(true);
    reason.setMinHeight(USE_PREF_SIZE);
    facts.getStyleClass().add("ts-explain-facts");
    tiers.getStyleClass().add("ts-explain-tiers");
    columns();
    VBox content = new VBox(10, reason, facts, tiers);
    content.getStyleClass().add("ts-explain-content");
    ScrollPane scroll = new Scroller(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.accessibleTextProperty().bind(title.textProperty());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(header, scroll);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            away.run();
            event.consume();
          }
        });
    visibleProperty().bind(live.model().explainedProperty().isNotNull());
    managedProperty().bind(visibleProperty());
    live.model().explainedProperty().subscribe(this::show);
    live.ui().language().tongueProperty().subscribe(this::again);
  }

  private void columns() {
    for (int i = 0; i < 4; i++) {
      ColumnConstraints fact = new ColumnConstraints();
      fact.setPercentWidth(i % 2 == 0 ? 27 : 23);
      fact.setHalignment(i % 2 == 0 ? HPos.LEFT : HPos.RIGHT);
      facts.getColumnConstraints().add(fact);
    }
    for (int i = 0; i < 5; i++) {
      ColumnConstraints tier = new ColumnConstraints();
      tier.setPercentWidth(i == 4 ? 14 : i == 0 ? 16 : i == 1 ? 19 : 25.5);
      tier.setHalignment(i == 4 ? HPos.CENTER : HPos.RIGHT);
      tiers.getColumnConstraints().add(tier);
    }
  }

  private void again() {
    show(live.model().explainedProperty().get());
  }

  private void show(@Nullable Explained explained) {
    facts.getChildren().clear();
    tiers.getChildren().clear();
    if (explained == null) {
      return;
    }
    Explanation why = explained.why();
    title.setText(explained.row().customerId() + " × " + explained.row().title());
    reason.setText(live.ui().language().say(why.reason()));
    fill(why);
    fillTiers(why);
  }

  private void fill(Explanation why) {
    fact("p0", formats.percent(why.p0(), 1));
    fact("p", formats.percent(why.probability(), 1));
    fact("hazard", formats.number(why.hazard(), 3));
    fact("raw", Double.isNaN(why.rawRate()) ? "–" : formats.percent(why.rawRate(), 1));
    fact("asked", Rates.text(formats, why.askedRate()));
    fact("granted", Rates.text(formats, why.rate()));
    fact("profit", signed(why.incrementalProfit()));
    fact("waste", formats.money(why.waste(), 2));
    fact(
        "bound",
        why.boundBy() == BoundBy.NONE
            ? live.texts().get("explain.nothing")
            : live.texts().choice("bound", why.boundBy()));
    if (Double.isNaN(why.rawRate())) {
      fact("next-earns", signed(why.nextTierEarns()));
    } else {
      fact("next", next(why));
    }
    if (!Double.isNaN(why.shadowPrice())) {
      fact("shadow", formats.money(100 * why.shadowPrice(), 2));
    }
  }

  /** The similarity rule asks for the next tier at a cosine, the others at a probability. */
  private String next(Explanation why) {
    if (Double.isNaN(why.nextTierAt())) {
      return "–";
    }
    Scenario shown = live.model().currentProperty().get();
    return shown != null && shown.policy() instanceof Policy.Similarity
        ? "cos " + formats.number(why.nextTierAt(), 2)
        : "p " + formats.percent(why.nextTierAt(), 1);
  }

  private String signed(double profit) {
    return formats.signed(profit, formats.money(profit, 2));
  }

  private void fact(String key, String value) {
    int at = facts.getChildren().size() / 2;
    Label name = Labels.muted(live.texts().bind("explain." + key));
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label said = Labels.plain(new ReadOnlyStringWrapper(value));
    said.setMinWidth(Region.USE_PREF_SIZE);
    facts.add(name, at % 2 * 2, at / 2);
    facts.add(said, at % 2 * 2 + 1, at / 2);
  }

  private void fillTiers(Explanation why) {
    String[] heads = {"tier", "tier-p", "cost", "profit", "allowed"};
    for (int c = 0; c < heads.length; c++) {
      tiers.add(Labels.muted(live.texts().bind("explain." + heads[c])), c, 0);
    }
    int row = 1;
    for (Explanation.Option option : why.options()) {
      boolean granted = Math.abs(option.rate() - why.rate()) < 1e-12;
      cell(Rates.text(formats, option.rate()), 0, row, granted);
      cell(formats.percent(option.probability(), 1), 1, row, granted);
      cell(formats.money(option.discountCost(), 2), 2, row, granted);
      cell(signed(option.incrementalProfit()), 3, row, granted);
      cell(granted ? "●" : option.allowed() ? "✓" : "–", 4, row, granted);
      row++;
    }
  }

  private void cell(String text, int column, int row, boolean granted) {
    Label label = Labels.plain(new ReadOnlyStringWrapper(text));
    label.setMinWidth(Region.USE_PREF_SIZE);
    if (granted) {
      label.getStyleClass().add("ts-section");
    }
    tiers.add(label, column, row);
  }
}
