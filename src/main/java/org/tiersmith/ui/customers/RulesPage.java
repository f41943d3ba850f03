package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.profile.RuleSegment;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.ui.customers.OwnSegments.Saved;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The segments that a person makes: a list in their order, and the one being edited. */
final class RulesPage extends StackPane {
  private final RulesViewModel model;
  private final Ui ui;
  private final Texts texts;

  RulesPage(RulesViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    getStyleClass().addAll("ts-content", "ts-even-cards");
    getChildren().add(Lazily.of(model.ground(), texts, model::load, this::parts));
    model.look();
  }

  private Node parts() {
    Node some = new HBox(12, list(), editor());
    Node none =
        new EmptyState(
            Feather.FILTER,
            texts.bind("rules.none"),
            texts.bind("rules.none.next"),
            EmptyState.action(texts.bind("rules.example-1"), this::addLapsed),
            Buttons.plain(texts.bind("rules.example-2"), this::addFrequent),
            Buttons.link(texts.bind("rules.blank"), this::addBlank));
    some.visibleProperty().bind(when(saved -> !saved.segments().isEmpty()));
    some.managedProperty().bind(some.visibleProperty());
    none.visibleProperty().bind(when(saved -> saved.segments().isEmpty()));
    none.managedProperty().bind(none.visibleProperty());
    return new StackPane(some, none);
  }

  private Card list() {
    ListView<RuleSegment> list = new ListView<>();
    list.setId("rules");
    list.getStyleClass().addAll("ts-named-list", "ts-rules");
    list.accessibleTextProperty().bind(texts.bind("rules"));
    list.setCellFactory(any -> new RuleCell(model, ui, texts));
    model.own().savedProperty().subscribe(saved -> fill(list, saved));
    model.counts().knownProperty().subscribe(counts -> list.refresh());
    model.own().selectedProperty().subscribe(id -> fill(list, model.own().savedProperty().get()));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            segment -> {
              if (segment != null) {
                model.own().selectedProperty().set(segment.id());
              }
            });
    ui.language().tongueProperty().subscribe(tongue -> list.refresh());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            onSelected(model.own()::remove);
          }
        });
    Card card = new Card(texts.bind("rules"), list, buttons()).growing(list);
    card.withActions(Buttons.icon(Feather.PLUS, texts.bind("rules.add"), this::addBlank));
    card.setPrefWidth(300);
    card.setMinWidth(280);
    return card;
  }

  private void fill(ListView<RuleSegment> list, @Nullable Saved saved) {
    Long id = model.own().selectedProperty().get();
    List<RuleSegment> segments = saved == null ? List.of() : saved.segments();
    if (!list.getItems().equals(segments)) {
      list.getItems().setAll(segments);
    }
    list.refresh();
    segments.stream()
        .filter(segment -> id != null && segment.id() == id)
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
  }

  private Node editor() {
    RuleEditor editor = new RuleEditor(model, ui, texts);
    HBox.setHgrow(editor, Priority.ALWAYS);
    return editor;
  }

  private Node buttons() {
    Button undo = Buttons.icon(Feather.ROTATE_CCW, texts.bind("undo"), model.own()::undo);
    undo.disableProperty().bind(when(saved -> saved.undoable() == null));
    Button redo = Buttons.icon(Feather.ROTATE_CW, texts.bind("redo"), model.own()::redo);
    redo.disableProperty().bind(when(saved -> saved.redoable() == null));
    HBox row =
        new HBox(
            4,
            Buttons.icon(
                Feather.ARROW_UP,
                texts.bind("rules.up"),
                () -> onSelected(id -> model.own().move(id, -1))),
            Buttons.icon(
                Feather.ARROW_DOWN,
                texts.bind("rules.down"),
                () -> onSelected(id -> model.own().move(id, 1))),
            Buttons.icon(
                Feather.COPY,
                texts.bind("rules.duplicate"),
                () -> onSelected(model.own()::duplicate)),
            Buttons.icon(
                Feather.TRASH_2, texts.bind("rules.remove"), () -> onSelected(model.own()::remove)),
            undo,
            redo);
    row.getStyleClass().add("ts-row");
    return row;
  }

  private void onSelected(LongConsumer action) {
    Long id = model.own().selectedProperty().get();
    if (id != null) {
      action.accept(id);
    }
  }

  private BooleanBinding when(Predicate<Saved> holds) {
    return Bindings.createBooleanBinding(
        () -> {
          Saved saved = model.own().savedProperty().get();
          return saved != null && holds.test(saved);
        },
        model.own().savedProperty());
  }

  /** Bought often and not lately. */
  private void addLapsed() {
    model
        .own()
        .add(
            texts.get("rules.example-1.name"),
            new SegmentRule.AllOf(
                List.of(
                    new SegmentRule.NumberIs("orders", SegmentRule.Comparison.AT_LEAST, 3),
                    new SegmentRule.NumberIs("recency_days", SegmentRule.Comparison.MORE, 60))));
  }

  /** Waits for discounts, or buys little. */
  private void addFrequent() {
    model
        .own()
        .add(
            texts.get("rules.example-2.name"),
            new SegmentRule.AnyOf(
                List.of(
                    new SegmentRule.NumberIs(
                        "discount_affinity", SegmentRule.Comparison.AT_LEAST, 0.6),
                    new SegmentRule.NumberIs(
                        "mean_discount", SegmentRule.Comparison.AT_LEAST, 0.2))));
  }

  private void addBlank() {
    model
        .own()
        .add(
            texts.get("rules.new-name"),
            new SegmentRule.AllOf(
                List.of(new SegmentRule.NumberIs("orders", SegmentRule.Comparison.AT_LEAST, 1))));
  }
}
