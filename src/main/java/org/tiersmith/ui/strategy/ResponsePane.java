package org.tiersmith.ui.strategy;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.response.ResponseKind;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Labels;

/** With which response a scenario reckons: learned for each pair, or fitted to each segment. */
final class ResponsePane extends VBox {
  private final Live live;
  private final ComboBox<ResponseKind> chooser;

  ResponsePane(Live live) {
    super(6);
    this.live = live;
    chooser = Combos.of(live.ui().language(), kind -> live.texts().choice("response", kind));
    chooser.setId("response");
    chooser.setMaxWidth(Double.MAX_VALUE);
    chooser.accessibleTextProperty().bind(live.texts().bind("response"));
    Label why = Labels.paragraph(live.text(this::reason, live.model().groundProperty()));
    why.getStyleClass().add("ts-muted");
    getChildren().addAll(Labels.section(live.texts().bind("response")), chooser, why);
    live.model().groundProperty().subscribe(this::fill);
    live.model().currentProperty().subscribe(this::show);
    chooser.valueProperty().subscribe(this::chosen);
  }

  private void fill(@Nullable StrategyGround ground) {
    boolean fitted = ground != null && ground.fitted();
    chooser
        .getItems()
        .setAll(fitted ? List.of(ResponseKind.values()) : List.of(ResponseKind.LEARNED));
    chooser.setDisable(!fitted);
    show(live.model().currentProperty().get());
  }

  private void show(@Nullable Scenario scenario) {
    if (scenario != null) {
      chooser.setValue(scenario.response());
    }
  }

  private void chosen(@Nullable ResponseKind kind) {
    Scenario shown = live.model().currentProperty().get();
    if (kind != null && shown != null && shown.response() != kind) {
      live.model().edit("", Edits.response(kind));
    }
  }

  private String reason() {
    StrategyGround ground = live.model().groundProperty().get();
    Scenario shown = live.model().currentProperty().get();
    if (ground == null || shown == null) {
      return "";
    }
    return ground.fitted()
        ? live.texts().choice("response.says", shown.response())
        : live.texts().get("response.no-fit");
  }
}
