package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Comparison.Better;
import org.tiersmith.ui.kit.Comparison.Figure;
import org.tiersmith.ui.kit.KeyFigure.Tone;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;

class ComparisonTableTest {
  private final List<Integer> chosen = new ArrayList<>();
  private Ui ui;
  private ComparisonTable table;
  private Stage stage;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          ui = TestUi.of(Tongue.ENGLISH, Mode.LIGHT);
          table = new ComparisonTable(ui, this::choose);
          stage = new Stage();
          stage.setScene(new Scene(table, 600, 300));
          ui.theme().dress(stage.getScene());
          table.show(comparison(3, 0));
          stage.show();
        });
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private void choose(int base) {
    chosen.add(base);
    table.show(comparison(3, base));
  }

  private Comparison comparison(int scenarios, int base) {
    double[] profit = new double[scenarios];
    double[] waste = new double[scenarios];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < scenarios; i++) {
      names.add("Scenario " + i);
      profit[i] = 100_000 + 20_000 * (i % 4);
      waste[i] = 0.3 + 0.01 * i;
    }
    return new Comparison(
        names,
        List.of(
            new Figure("Incremental profit", Better.HIGHER, profit, ui.formats()::money, null),
            new Figure(
                "Waste",
                Better.LOWER,
                waste,
                share -> ui.formats().percent(share, 0),
                share -> ui.formats().number(share * 100, 1) + " pp")),
        base);
  }

  @Test
  void showsChangesAgainstTheChosenScenarioAndMarksTheBest() {
    assertThat(cells())
        .containsExactly(
            "100,000 ",
            "120,000 +20.0 %",
            "140,000 +40.0 %",
            "30 % ",
            "31 % +1.0 pp",
            "32 % +2.0 pp");
    assertThat(best()).containsExactly("140,000", "30 %");
    fire(2);
    assertThat(chosen).containsExactly(2);
    assertThat(cells()).startsWith("100,000 −28.6 %").endsWith("32 % ");
    assertThat(heads()).extracting(ToggleButton::isSelected).containsExactly(false, false, true);
  }

  @Test
  void aPressedHeadingStaysPressed() {
    fire(0);
    assertThat(heads().getFirst().isSelected()).isTrue();
  }

  @Test
  void saysEachFigureToThoseWhoHear() {
    Node cell = Fx.call(() -> table.lookupAll(".ts-comparison-cell").iterator().next());
    assertThat(cell.getAccessibleText()).isEqualTo("Scenario 0, Incremental profit: 100,000 ");
  }

  @Test
  void theNamesStayWhileManyScenariosScrollSideways() {
    Fx.run(() -> table.show(comparison(40, 0)));
    Fx.settle();
    double before = nameLeft();
    List<ToggleButton> heads = heads();
    Fx.run(() -> heads.getLast().requestFocus());
    Fx.settle();
    ScrollPane sideways = (ScrollPane) table.lookup("#comparison-scroll");
    assertThat(sideways.getHvalue()).isEqualTo(1);
    assertThat(nameLeft()).isEqualTo(before);
    Fx.run(() -> heads.getFirst().requestFocus());
    assertThat(sideways.getHvalue()).isZero();
  }

  @Test
  void unknownFiguresAreNeitherBestNorChanged() {
    Figure figure =
        new Figure(
            "Profit", Better.HIGHER, new double[] {Double.NaN, 5, 5}, Double::toString, null);
    assertThat(figure.isBest(0)).isFalse();
    assertThat(figure.isBest(1)).isFalse();
    assertThat(figure.change(1, 0, ui.formats())).isEmpty();
    assertThat(figure.tone(1, 0)).isEqualTo(Tone.NEUTRAL);
    Figure lower =
        new Figure("Cost", Better.LOWER, new double[] {0, -4, 2}, Double::toString, null);
    assertThat(lower.isBest(1)).isTrue();
    assertThat(lower.tone(2, 0)).isEqualTo(Tone.BAD);
    assertThat(lower.change(2, 0, ui.formats())).isEmpty();
    assertThat(lower.change(2, 1, ui.formats())).isEqualTo("+150.0 %");
  }

  @Test
  void handsOutItsValues() {
    ValueTable values = comparison(2, 0).values("Name");
    assertThat(values.columns()).containsExactly("Name", "Scenario 0", "Scenario 1");
    assertThat(values.rows().getFirst())
        .containsExactly("Incremental profit", 100_000.0, 120_000.0);
  }

  @Test
  void refusesFiguresWithoutAValueForEachScenario() {
    assertThatThrownBy(
            () ->
                new Comparison(
                    List.of("a", "b"),
                    List.of(new Figure("x", Better.NEITHER, new double[1], Double::toString, null)),
                    0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void fire(int index) {
    ToggleButton head = heads().get(index);
    Fx.run(head::fire);
  }

  private double nameLeft() {
    return Fx.call(
        () -> {
          Node names = table.lookup(".ts-comparison-names");
          return names.localToScene(names.getLayoutBounds()).getMinX();
        });
  }

  private List<ToggleButton> heads() {
    return Fx.call(
        () ->
            table.lookupAll(".ts-comparison-head").stream().map(ToggleButton.class::cast).toList());
  }

  private List<String> cells() {
    return Fx.call(
        () ->
            table.lookupAll(".ts-comparison-cell").stream()
                .map(ComparisonCell.class::cast)
                .map(
                    cell ->
                        ((Label) cell.getChildren().get(0)).getText()
                            + " "
                            + ((Label) cell.getChildren().get(1)).getText())
                .toList());
  }

  private List<String> best() {
    return Fx.call(
        () ->
            table.lookupAll(".ts-comparison-value:best").stream()
                .map(label -> ((Label) label).getText())
                .toList());
  }
}
