package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Labels;

/** Which policy, its formula, and the controls that this policy has. */
final class PolicyPane extends VBox {
  private final Live live;
  private final StrategyDesk desk;
  private final StrategyViewModel model;
  private final VBox place = new VBox();
  private @Nullable PolicyControls controls;
  private @Nullable PolicyKind built;
  private @Nullable StrategyGround builtOn;

  PolicyPane(Live live, StrategyDesk desk) {
    super(10);
    this.live = live;
    this.desk = desk;
    this.model = live.model();
    getChildren()
        .addAll(
            Labels.section(live.texts().bind("policy")),
            chooser(),
            Labels.paragraph(live.text(this::formula)),
            place);
    model.currentProperty().subscribe(this::rebuild);
    model.groundProperty().subscribe(this::rebuild);
    rebuild();
  }

  private ComboBox<PolicyKind> chooser() {
    ComboBox<PolicyKind> chooser =
        Combos.of(live.ui().language(), kind -> live.texts().choice("policy", kind));
    chooser.setMaxWidth(Double.MAX_VALUE);
    chooser.setId("policy");
    chooser.accessibleTextProperty().bind(live.texts().bind("policy"));
    model
        .groundProperty()
        .subscribe(
            ground ->
                chooser
                    .getItems()
                    .setAll(
                        List.of(PolicyKind.values()).stream()
                            .filter(kind -> model.start(kind).isPresent())
                            .toList()));
    model.currentProperty().subscribe(shown -> show(chooser, shown));
    model.groundProperty().subscribe(ground -> show(chooser, model.currentProperty().get()));
    chooser
        .valueProperty()
        .subscribe(
            kind -> {
              if (kind != null) {
                model.choose(kind);
              }
            });
    return chooser;
  }

  private static void show(ComboBox<PolicyKind> chooser, @Nullable Scenario shown) {
    if (shown != null) {
      chooser.setValue(PolicyKind.of(shown.policy()));
    }
  }

  private String formula() {
    Scenario shown = model.currentProperty().get();
    return shown == null ? "" : live.texts().choice("formula", PolicyKind.of(shown.policy()));
  }

  private void rebuild() {
    Scenario shown = model.currentProperty().get();
    StrategyGround ground = model.groundProperty().get();
    if (shown == null || ground == null) {
      return;
    }
    PolicyKind kind = PolicyKind.of(shown.policy());
    if (kind == built && Objects.equals(ground, builtOn)) {
      return;
    }
    built = kind;
    builtOn = ground;
    if (controls != null) {
      controls.close();
    }
    PolicyControls now = new PolicyControls(live, desk, ground, shown);
    controls = now;
    place.getChildren().setAll(now);
  }
}
