package org.tiersmith.ui.strategy;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands behind the figures: pair by pair with the reason of each, and by segment. */
final class PairsCard extends VBox {
  private static final String PAIRS = "rows.pairs";
  private static final double WIDE = 1080;
  private static final double LEAST = 150;

  private final Live live;
  private final StrategyDesk desk;
  private final HBox header = new HBox(4);
  private final StackPane pages = new StackPane();
  private final ObjectProperty<String> chosen = new SimpleObjectProperty<>(this, "chosen", PAIRS);

  PairsCard(Live live, StrategyDesk desk) {
    this.live = live;
    this.desk = desk;
    getStyleClass().add("ts-card");
    header.getStyleClass().add("ts-card-header");
    header.setMinHeight(32);
    VBox.setVgrow(pages, Priority.ALWAYS);
    getChildren().addAll(header, pages);
    PairFilter filter = new PairFilter(live);
    HBox tools = new HBox(filter);
    HBox.setHgrow(tools, Priority.ALWAYS);
    StackPane saving = new StackPane();
    page(PAIRS, () -> pairs(filter, saving));
    page("rows.segments", () -> segments(saving));
    page("rows.compare", () -> compare(saving));
    filter.visibleProperty().bind(chosen.isEqualTo(PAIRS));
    filter.managedProperty().bind(filter.visibleProperty());
    header.getChildren().addAll(tools, saving);
  }

  /** Adds a page behind a tab; it is made when it is first looked at. */
  private void page(String key, Supplier<Region> maker) {
    ToggleButton tab = new ToggleButton();
    tab.setId(key);
    tab.textProperty().bind(live.texts().bind(key));
    tab.setMinWidth(Region.USE_PREF_SIZE);
    tab.getStyleClass().add("ts-tab");
    tab.setOnAction(
        event -> {
          chosen.set(key);
          tab.setSelected(true);
        });
    chosen.subscribe(
        now -> {
          tab.setSelected(now.equals(key));
          if (now.equals(key) && tab.getUserData() == null) {
            Region page = maker.get();
            page.setMinHeight(LEAST);
            page.visibleProperty().bind(chosen.isEqualTo(key));
            tab.setUserData(page);
            pages.getChildren().add(page);
          }
        });
    header.getChildren().add(tab);
  }

  private Region segments(StackPane saving) {
    SegmentFigures figures = new SegmentFigures(live);
    put(saving, figures.saving(), "rows.segments");
    return figures;
  }

  private Region compare(StackPane saving) {
    ComparePage page = new ComparePage(live);
    put(saving, page.saving(), "rows.compare");
    return page;
  }

  /** Shows a page's button while that page is shown. */
  private void put(StackPane place, Node button, String page) {
    button.visibleProperty().bind(chosen.isEqualTo(page));
    place.getChildren().add(button);
  }

  private Region pairs(PairFilter filter, StackPane saving) {
    PairTable table = new PairTable(live, desk, filter.filterProperty());
    put(saving, table.paged().offerSaving(live.texts().bind(PAIRS)), PAIRS);
    ExplainPanel panel = new ExplainPanel(live, table::unselect);
    HBox.setHgrow(table, Priority.ALWAYS);
    HBox row = new HBox(12, table, panel);
    var narrow =
        Bindings.createBooleanBinding(
            () -> panel.isVisible() && row.getWidth() < WIDE,
            panel.visibleProperty(),
            row.widthProperty());
    narrow.subscribe(table::narrow);
    return row;
  }
}
