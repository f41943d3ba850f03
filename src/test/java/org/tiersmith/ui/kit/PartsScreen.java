package org.tiersmith.ui.kit;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.chart.CanvasChart;

/** A screen of rows of parts to look at, each in a card; charts follow the language. */
final class PartsScreen implements Screen {
  private final Ui ui;
  private final ScreenFrame frame = ScreenFrame.of("parts", Feather.GRID, text("Parts"));
  private final VBox rows = new VBox(12);

  PartsScreen(Ui ui) {
    this.ui = ui;
    rows.getStyleClass().add("ts-content");
  }

  @Override
  public ScreenFrame frame() {
    return frame;
  }

  @Override
  public Parent content() {
    return rows;
  }

  PartsScreen row(Region... cards) {
    HBox row = new HBox(12, cards);
    VBox.setVgrow(row, Priority.ALWAYS);
    rows.getChildren().add(row);
    return this;
  }

  /** A card with a chart whose model is made anew for each language. */
  <M> Card chart(String title, double width, CanvasChart<M> chart, Supplier<M> model) {
    ui.language().tongueProperty().subscribe(tongue -> chart.show(model.get()));
    return card(title, width, chart);
  }

  Card card(String title, double width, Region part) {
    Card card = new Card(text(title), part).growing(part);
    card.setPrefWidth(width);
    HBox.setHgrow(card, Priority.SOMETIMES);
    return card;
  }

  boolean chinese() {
    return ui.language().tongue() == Tongue.CHINESE;
  }

  static ObservableValue<String> text(String text) {
    return new ReadOnlyStringWrapper(text);
  }
}
