package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.Join;
import org.tiersmith.ui.data.LookViewModel.PassedOver;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;

/** What of the files handed in was taken, for what, and what was passed over and why. */
final class FoundBar extends VBox {
  private static final double MOST_HEIGHT = 118;

  private final DataViewModel model;
  private final Texts texts;
  private final Label summary = new Label();
  private final VBox rows = new VBox(4);

  FoundBar(DataViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("found");
    Scroller scroll = new Scroller(rows);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(Scroller.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(MOST_HEIGHT);
    rows.heightProperty()
        .subscribe(
            height -> {
              scroll.setPrefViewportHeight(Math.min(height.doubleValue(), MOST_HEIGHT));
              scroll.setMinHeight(Math.min(height.doubleValue() + 2, MOST_HEIGHT));
            });
    summary.getStyleClass().add("ts-section");
    HBox head =
        new HBox(
            8,
            summary,
            gap(),
            Buttons.icon(Feather.X, texts.bind("found-close"), () -> show(false)));
    head.getStyleClass().add("ts-row");
    getChildren().add(new Card(head, scroll));
    InvalidationListener changed = ignored -> fill();
    model.look().passedOver().addListener(changed);
    model.look().takenProperty().addListener(changed);
    model.draft().files().addListener(changed);
    texts.language().tongueProperty().addListener(changed);
    fill();
  }

  private static Node gap() {
    javafx.scene.layout.Region gap = new javafx.scene.layout.Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private void show(boolean on) {
    setVisible(on);
    setManaged(on);
  }

  /** One file that became one table says so itself. */
  private void fill() {
    List<PassedOver> passed = model.look().passedOver();
    int taken = model.look().takenProperty().get();
    int tables = model.draft().files().size();
    show(!passed.isEmpty() || taken > tables);
    summary.setText(texts.get("found-files", taken, tables, passed.size()));
    List<Node> all = new ArrayList<>();
    model.draft().files().forEach(file -> all.add(row(Feather.CHECK, told(file))));
    passed.forEach(file -> all.add(row(file)));
    rows.getChildren().setAll(all);
  }

  private String told(ChosenFile file) {
    String kind = texts.get("kind." + file.kind().name().toLowerCase(Locale.ROOT));
    StringBuilder told = new StringBuilder(texts.get("found-taken", file.name(), kind));
    if (!file.mapping().more().isEmpty()) {
      told.append(texts.get("found-behind", names(file.mapping().more())));
    }
    if (!file.mapping().joins().isEmpty()) {
      told.append(
          texts.get(
              "found-beside", names(file.mapping().joins().stream().map(Join::file).toList())));
    }
    return told.toString();
  }

  private static String names(List<Path> files) {
    return String.join(", ", files.stream().map(f -> String.valueOf(f.getFileName())).toList());
  }

  private Node row(PassedOver file) {
    HBox row =
        row(
            Feather.MINUS_CIRCLE,
            texts.get(
                "found-passed",
                String.valueOf(file.file().getFileName()),
                texts.language().say(file.why())));
    if (file.usable()) {
      ObservableValue<String> use = texts.bind("found-use");
      row.getChildren().add(Buttons.link(use, () -> model.use(file)));
    }
    return row;
  }

  private static HBox row(Feather icon, String text) {
    Label label = new Label(text);
    label.getStyleClass().add("ts-plain");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox row = new HBox(8, Icons.of(icon), label);
    row.getStyleClass().add("ts-finding");
    return row;
  }
}
