package org.tiersmith.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tiersmith.data.ImportRule;
import org.tiersmith.service.DataTable;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.Looks;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Ui;

/** What a person does on the data screen with mouse and keys. */
class DataGesturesTest {
  private final FakeDesk desk = FakeDesk.filled();
  private final Ui ui = TestUi.of(new TestUi.Answers().choosing(Path.of("mend.csv")));
  private DataViewModel model;
  private Stage stage;

  @BeforeEach
  void open() {
    model = Fx.call(() -> new DataViewModel(desk, ui.tasks(), ui.notices()));
    stage = Fx.call(() -> Keyboard.open(ui, new DataScreen(model, ui)));
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  @Test
  void looksAtARowLeftOutAndExportsAll() {
    Fx.run(() -> model.table().tableProperty().set(DataTable.REJECTS));
    Fx.settle();
    TableView<?> table = find(".ts-paged-table .table-view", TableView.class);
    Fx.run(() -> table.getSelectionModel().select(1));
    Fx.settle();
    Node details = find("#reject-details", Node.class);
    assertThat(details.isVisible()).isTrue();
    assertThat(texts(details)).contains("sku", "P-001", "–").anyMatch(t -> t.contains("Line 10"));
    assertThat(Fx.call(() -> Looks.faults(stage.getScene()))).isEmpty();
    Fx.run(find("#export-rejects", Button.class)::fire);
    assertThat(desk.exported()).isEqualTo(Path.of("mend.csv"));
    Fx.run(() -> model.table().tableProperty().set(DataTable.EVENTS));
    Fx.settle();
    assertThat(details.isVisible()).isFalse();
    assertThat(find("#reject-tools", Node.class).isVisible()).isFalse();
  }

  @Test
  void choosesTheReasonAndSeesItInTheFilterToo() {
    Fx.run(() -> model.table().tableProperty().set(DataTable.REJECTS));
    Fx.settle();
    ComboBox<?> reasons = find("#by-reason", ComboBox.class);
    Fx.run(() -> reasons.getSelectionModel().select(1));
    Fx.settle();
    assertThat(desk.lastQuery().filters()).extracting(f -> f.low()).containsExactly(reason());
    Fx.run(() -> model.table().filter().clear());
    assertThat(reasons.getSelectionModel().getSelectedIndex()).isZero();
  }

  @Test
  void aColumnsFactsStandBesideItsDistribution() {
    Fx.run(find("#show-facts", ToggleButton.class)::fire);
    TableView<?> facts = find("#column-facts", TableView.class);
    Fx.run(() -> facts.getSelectionModel().select(2));
    Fx.settle();
    assertThat(find("#distribution-column", ComboBox.class).getValue()).isEqualTo("list_price");
  }

  @Test
  void aFilterThatLeavesNoRowsLeavesNoFiguresOfTheColumnEither() {
    desk.leaveNothing();
    Fx.run(() -> model.table().showColumn("list_price"));
    Fx.settle();
    assertThat(find("#distribution-facts", Label.class).getText()).isEqualTo("No values to show.");
  }

  @Test
  void figuresSayWhatTheImportFound() {
    assertThat(texts(stage.getScene().getRoot())).contains("2026-01-01 to 2026-04-30");
  }

  @Test
  void offersToReplaceOrUpdateHoweverOftenMemoryIsTidied() {
    Node choice = find("#update-choice", Node.class);
    assertThat(choice.isVisible()).isFalse();
    System.gc();
    Fx.run(() -> model.choose(List.of(Path.of("orders.csv"))));
    Fx.settle();
    assertThat(choice.isVisible()).isTrue();
    assertThat(choice.isManaged()).isTrue();
  }

  @Test
  void choosesToBringTheDataUpToDate() {
    Fx.run(() -> model.choose(List.of(Path.of("orders.csv"))));
    Fx.settle();
    Fx.run(find("#update-data", ToggleButton.class)::fire);
    assertThat(model.draft().updateProperty().get()).isTrue();
    Fx.run(model::startImport);
    Fx.settle();
    assertThat(find("#changes", Node.class).isVisible()).isTrue();
    assertThat(texts(find("#changes", Node.class))).anyMatch(t -> t.contains("19.9 → 21.9"));
  }

  private static String reason() {
    return ImportRule.MISSING_CUSTOMER.reason();
  }

  private static List<String> texts(Node within) {
    return Fx.call(
        () ->
            within.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .collect(Collectors.toList()));
  }

  private <T> T find(String selector, Class<T> type) {
    return type.cast(
        Objects.requireNonNull(
            Fx.call(() -> stage.getScene().getRoot().lookup(selector)), selector));
  }
}
