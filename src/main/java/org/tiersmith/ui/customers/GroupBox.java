package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.customers.RuleDraft.Group;
import org.tiersmith.ui.customers.RuleDraft.Mode;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** Conditions and groups of which all, any or none must hold. */
final class GroupBox extends VBox {
  private static final int DEEPEST = 3;

  private final Subjects subjects;
  private final RulesViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final BiConsumer<Group, String> changed;
  private final @Nullable Runnable remove;
  private final int depth;
  private final VBox rows = new VBox(6);
  private Group group;

  /**
   * @param changed given the group after a change, and the gesture that it belongs to
   * @param remove takes the group away; null for the outermost
   */
  GroupBox(
      Group group,
      int depth,
      Subjects subjects,
      RulesViewModel model,
      Ui ui,
      Texts texts,
      BiConsumer<Group, String> changed,
      @Nullable Runnable remove) {
    super(8);
    this.group = group;
    this.depth = depth;
    this.subjects = subjects;
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.changed = changed;
    this.remove = remove;
    getStyleClass().add("ts-rule-group");
    getChildren().addAll(head(), rows, adders());
    build();
  }

  private Node head() {
    ComboBox<Mode> mode = Combos.of(ui.language(), each -> texts.choice("mode", each));
    mode.getItems().setAll(Mode.values());
    mode.setValue(group.mode());
    mode.getStyleClass().add("ts-small");
    mode.setPrefWidth(230);
    mode.accessibleTextProperty().bind(texts.bind("rule.mode"));
    mode.setOnAction(
        event -> {
          if (mode.getValue() != null) {
            take(new Group(mode.getValue(), group.parts()), "");
          }
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, mode, gap);
    head.getStyleClass().add("ts-row");
    if (remove != null) {
      head.getChildren().add(Buttons.icon(Feather.X, texts.bind("rule.remove-group"), remove));
    }
    return head;
  }

  private Node adders() {
    HBox adders =
        new HBox(
            10,
            Buttons.link(
                texts.bind("rule.add-condition"),
                () -> {
                  add(ConditionDraft.on(ConditionDraft.CATEGORY, Operator.Family.GOODS));
                  if (rows.getChildren().getLast() instanceof ConditionRow row) {
                    row.begin();
                  }
                }));
    if (depth < DEEPEST) {
      adders
          .getChildren()
          .add(
              Buttons.link(
                  texts.bind("rule.add-group"),
                  () ->
                      add(
                          new Group(
                              group.mode() == Mode.ANY ? Mode.ALL : Mode.ANY,
                              List.of(
                                  ConditionDraft.on(
                                      ConditionDraft.CATEGORY, Operator.Family.GOODS))))));
    }
    return adders;
  }

  private void add(RuleDraft part) {
    take(group.with(part), "");
    build();
  }

  private void take(Group now, String gesture) {
    group = now;
    changed.accept(now, gesture);
  }

  /** Makes a row for each part. */
  private void build() {
    List<Node> made = new ArrayList<>();
    for (int i = 0; i < group.parts().size(); i++) {
      made.add(row(i));
    }
    rows.getChildren().setAll(made);
  }

  private Node row(int place) {
    return switch (group.parts().get(place)) {
      case ConditionDraft condition ->
          new ConditionRow(
              condition,
              subjects,
              model,
              ui,
              texts,
              (now, gesture) -> replace(place, now, gesture.isEmpty() ? "" : place + gesture),
              () -> remove(place));
      case Group inner ->
          new GroupBox(
              inner,
              depth + 1,
              subjects,
              model,
              ui,
              texts,
              (now, gesture) -> replace(place, now, gesture.isEmpty() ? "" : place + "/" + gesture),
              () -> remove(place));
    };
  }

  private void replace(int place, RuleDraft part, String gesture) {
    List<RuleDraft> parts = new ArrayList<>(group.parts());
    parts.set(place, part);
    take(new Group(group.mode(), parts), gesture);
    if (gesture.isEmpty() && part instanceof ConditionDraft) {
      rows.getChildren().set(place, row(place));
    }
  }

  private void remove(int place) {
    List<RuleDraft> parts = new ArrayList<>(group.parts());
    parts.remove(place);
    take(new Group(group.mode(), parts), "");
    build();
  }
}
