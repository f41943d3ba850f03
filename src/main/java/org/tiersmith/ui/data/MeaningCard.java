package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What the selected file means, or how all files are imported, one aspect at a time. */
final class MeaningCard extends VBox {
  private final MappingViewModel model;
  private final Texts texts;
  private final ObjectProperty<Aspect> aspect;

  /**
   * @param chooseFile asks for a file on the disk
   */
  MeaningCard(MappingViewModel model, Ui ui, Texts texts, Supplier<Optional<Path>> chooseFile) {
    this.model = model;
    this.texts = texts;
    this.aspect = model.aspectProperty();
    StackPane tabs = new StackPane();
    show(tabs, Aspect.COLUMNS, new ColumnsTab(model, texts));
    show(tabs, Aspect.ROWS, new RowsTab(model, texts, chooseFile));
    show(tabs, Aspect.PRICES, new PricesTab(model, texts));
    show(tabs, Aspect.JOINS, new JoinsTab(model, texts, chooseFile));
    show(tabs, Aspect.FORMAT, new FormatTab(model, texts));
    show(tabs, Aspect.RULES, new RulesTab(model, ui, texts));
    show(tabs, Aspect.PATTERNS, new PatternsTab(model, texts));
    show(tabs, Aspect.PRIVACY, new PrivacyTab(model, texts));
    Card card = new Card(title(), bar(false), bar(true), tabs).growing(tabs);
    setVgrow(card, javafx.scene.layout.Priority.ALWAYS);
    getChildren().add(card);
  }

  private void show(StackPane tabs, Aspect own, MappingTab tab) {
    tab.setVisible(aspect.get() == own);
    aspect.subscribe(now -> tab.setVisible(now == own));
    tabs.getChildren().add(tab);
  }

  private ChoiceBar<Aspect> bar(boolean whole) {
    List<Choice<Aspect>> choices =
        Aspect.of(whole).stream()
            .map(one -> new Choice<>(one, "show-" + key(one), texts.bind("aspect." + key(one))))
            .toList();
    ChoiceBar<Aspect> bar = new ChoiceBar<>(aspect, choices);
    MappingPane.either(aspect.map(now -> now.whole() == whole), bar);
    return bar;
  }

  private ObservableValue<String> title() {
    return Bindings.createStringBinding(
        () -> {
          ChosenFile file = model.draft().selectedProperty().get();
          if (aspect.get().whole()) {
            return texts.get("whole-import");
          }
          return file == null ? "" : file.name();
        },
        aspect,
        model.draft().selectedProperty(),
        texts.language().tongueProperty());
  }

  private static String key(Aspect aspect) {
    return aspect.name().toLowerCase(java.util.Locale.ROOT);
  }
}
