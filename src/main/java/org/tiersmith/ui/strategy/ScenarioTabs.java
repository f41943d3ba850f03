package org.tiersmith.ui.strategy;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.service.Proposals;
import org.tiersmith.service.ScenarioBoard;
import org.tiersmith.service.ScenarioEntry;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Scroller;

/** One tab a scenario, and what can be done with them. */
final class ScenarioTabs extends HBox {
  private final Live live;
  private final StrategyViewModel model;
  private final HBox tabs = new HBox(4);
  private final ScrollPane scroll = new Scroller(tabs);

  ScenarioTabs(Live live) {
    super(4);
    this.live = live;
    this.model = live.model();
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(120);
    HBox.setHgrow(this, Priority.SOMETIMES);
    tabs.setAlignment(Pos.CENTER_LEFT);
    scroll.getStyleClass().add("ts-tabs-scroll");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.setMinWidth(60);
    getChildren().addAll(scroll, adder(), actions());
    model.boardProperty().subscribe(this::show);
    live.ui().language().tongueProperty().subscribe(() -> show(model.boardProperty().get()));
  }

  private void show(ScenarioBoard board) {
    List<ScenarioEntry> entries = board.entries();
    boolean same =
        tabs.getChildren().stream().map(Node::getUserData).toList().equals(labels(entries));
    if (!same) {
      tabs.getChildren().setAll(entries.stream().map(this::tab).toList());
    }
    for (int i = 0; i < entries.size(); i++) {
      if (tabs.getChildren().get(i) instanceof ToggleButton button) {
        button.setSelected(entries.get(i).id() == model.currentId());
        mark(button, entries.get(i));
      }
    }
  }

  private List<Object> labels(List<ScenarioEntry> entries) {
    return entries.stream().<Object>map(entry -> entry.id() + "|" + name(entry)).toList();
  }

  private String name(ScenarioEntry entry) {
    return live.scenario(entry.scenario());
  }

  private Node tab(ScenarioEntry entry) {
    ToggleButton button = new ToggleButton(name(entry));
    Region dot = new Region();
    dot.getStyleClass().add("ts-dot");
    button.setGraphic(dot);
    button.getStyleClass().add("ts-tab");
    button.setMinWidth(USE_PREF_SIZE);
    button.setUserData(entry.id() + "|" + name(entry));
    button.setOnAction(
        event -> {
          model.select(entry.id());
          button.setSelected(true);
        });
    button.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            rename();
          }
        });
    button.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.F2) {
            rename();
          }
        });
    return button;
  }

  private void mark(ToggleButton button, ScenarioEntry entry) {
    Node dot = button.getGraphic();
    dot.getStyleClass().setAll("ts-dot");
    if (entry.id() == model.currentId()) {
      dot.getStyleClass().add("ts-dot-current");
    } else if (model.compared().filter(other -> other.id() == entry.id()).isPresent()) {
      dot.getStyleClass().add("ts-dot-compared");
    }
  }

  private MenuButton adder() {
    MenuButton menu = menu(Feather.PLUS, "scenario.add");
    menu.setId("scenario-add");
    menu.setOnShowing(
        event ->
            menu.getItems()
                .setAll(
                    List.of(PolicyKind.values()).stream()
                        .filter(kind -> model.start(kind).isPresent())
                        .map(this::addItem)
                        .toList()));
    menu.getItems().add(new MenuItem());
    return menu;
  }

  private MenuItem addItem(PolicyKind kind) {
    MenuItem item = new MenuItem(live.texts().choice("policy", kind));
    item.setOnAction(
        event -> model.start(kind).ifPresent(policy -> model.add(kind, Proposals.name(policy))));
    return item;
  }

  private MenuButton actions() {
    MenuButton menu = menu(Feather.MORE_HORIZONTAL, "scenario.actions");
    menu.setId("scenario-actions");
    menu.getItems()
        .addAll(
            item("scenario.duplicate", model::duplicate),
            item("scenario.rename", this::rename),
            new SeparatorMenuItem(),
            item("scenario.delete", model::remove));
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId(key);
    item.textProperty().bind(live.texts().bind(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private MenuButton menu(Feather icon, String key) {
    MenuButton menu = new MenuButton(null, Icons.of(icon));
    menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    menu.accessibleTextProperty().bind(live.texts().bind(key));
    javafx.scene.control.Tooltip tooltip = new javafx.scene.control.Tooltip();
    tooltip.textProperty().bind(live.texts().bind(key));
    menu.setTooltip(tooltip);
    menu.setMinWidth(USE_PREF_SIZE);
    return menu;
  }

  /** Puts a field in the current tab's place until Enter or Escape. */
  private void rename() {
    List<ScenarioEntry> entries = model.boardProperty().get().entries();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).id() == model.currentId()) {
        String shown = name(entries.get(i));
        TextField field = new TextField(shown);
        field.setPrefColumnCount(Math.max(8, field.getText().length()));
        field.setId("scenario-name");
        tabs.getChildren().set(i, field);
        field.requestFocus();
        field.selectAll();
        field.setOnAction(event -> named(shown, field.getText()));
        field.setOnKeyPressed(
            event -> {
              if (event.getCode() == KeyCode.ESCAPE) {
                keepingFocus(this::redraw);
                event.consume();
              }
            });
        field.focusedProperty().subscribe((before, now) -> leave(field, shown, before, now));
      }
    }
  }

  private void leave(TextField field, String shown, boolean before, boolean now) {
    if (before && !now && tabs.getChildren().contains(field)) {
      named(shown, field.getText());
    }
  }

  /** A name that is left as it is shown is no name that the person gave. */
  private void named(String shown, String name) {
    if (!name.equals(shown)) {
      model.rename(name);
    }
    redraw();
  }

  private void redraw() {
    tabs.getChildren().clear();
    show(model.boardProperty().get());
  }

  /** Ends the renaming; who did it by keyboard stands on the current tab afterwards. */
  private void keepingFocus(Runnable end) {
    end.run();
    tabs.getChildren().stream()
        .filter(tab -> tab instanceof ToggleButton button && button.isSelected())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }
}
