package org.tiersmith.ui.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Derivation;
import org.tiersmith.data.Finding;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.TableKind;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** From which columns list prices and discounts of sales are worked out, and how. */
final class PricesTab extends MappingTab {
  private List<String> columns = List.of();
  private Map<String, Label> faults = Map.of();
  private final VBox found = new VBox(4);

  PricesTab(MappingViewModel model, Texts texts) {
    super(model, texts);
  }

  @Override
  protected Node content(ChosenFile file) {
    if (file.kind() != TableKind.EVENTS) {
      return column(hint(texts.bind("prices-of-events")));
    }
    columns = model.columns();
    faults = new LinkedHashMap<>();
    RoleGrid grid = new RoleGrid();
    for (String role : RoleNaming.prices()) {
      Label fault = small("ts-fault");
      faults.put(role, fault);
      Label about = small("ts-muted");
      write(about, texts.get("price-about." + role));
      grid.add(
          Labels.plain(RoleNaming.name(texts, role)),
          new VBox(
              2, new RoleField(model.draft(), texts, role, file.mapping(), columns), about, fault));
    }
    CheckBox usual = new CheckBox();
    usual.setId("usual-price");
    usual.textProperty().bind(texts.bind("usual-price"));
    usual.setWrapText(true);
    usual.setMinHeight(USE_PREF_SIZE);
    usual.setSelected(file.mapping().derive() == Derivation.USUAL_PRICE);
    usual.setOnAction(
        event ->
            model
                .draft()
                .edit(
                    part ->
                        part.withDerive(
                            usual.isSelected() ? Derivation.USUAL_PRICE : Derivation.NONE)));
    return column(
        hint(texts.bind("prices-hint")),
        grid,
        usual,
        hint(texts.bind("usual-price-hint")),
        Labels.section(texts.bind("prices-found")),
        found);
  }

  @Override
  protected void previewed(@Nullable ImportPreview preview) {
    ChosenFile file = model.draft().selectedProperty().get();
    if (preview == null || file == null || file.kind() != TableKind.EVENTS) {
      return;
    }
    faults.forEach(
        (role, label) -> {
          String bound = file.mapping().columns().getOrDefault(role, "");
          write(label, RoleNaming.isFault(preview, bound) ? say(preview.problem()) : "");
        });
    List<Finding> prices =
        preview.source().findings().stream()
            .filter(finding -> finding.text().key().startsWith("price."))
            .toList();
    found.getChildren().clear();
    for (Finding finding : prices) {
      Label line = small("ts-plain");
      write(line, say(finding.text()));
      found.getChildren().add(line);
    }
    if (prices.isEmpty()) {
      found.getChildren().add(hint(texts.bind("prices-as-told")));
    }
  }
}
