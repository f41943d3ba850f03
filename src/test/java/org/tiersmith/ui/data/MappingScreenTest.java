package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tiersmith.data.Action;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.ImportGuess;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.Join;
import org.tiersmith.data.Privacy;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Text;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.kit.Ui;

class MappingScreenTest {
  private static final Path ORDERS = Path.of("orders-2026.csv");

  @Test
  void joinsLookRightWhereOneIsRememberedAndOneChosen() {
    Pictures.take("data-joins", ui -> screen(ui, Aspect.JOINS, mapping -> {}));
  }

  @Test
  void pricesLookRightWithWhatWasWorkedOut() {
    Pictures.take("data-prices", ui -> screen(ui, Aspect.PRICES, mapping -> {}));
  }

  @Test
  void patternsLookRight() {
    Pictures.take("data-patterns", ui -> screen(ui, Aspect.PATTERNS, mapping -> {}));
  }

  @Test
  void privacyLooksRight() {
    Pictures.take("data-privacy", ui -> screen(ui, Aspect.PRIVACY, mapping -> {}));
  }

  @Test
  void columnsLookRight() {
    Pictures.take(
        "data-columns",
        ui ->
            screen(
                ui,
                Aspect.COLUMNS,
                mapping -> {
                  mapping.draft().fix("type", "purchase");
                  mapping.draft().bind("product_id", "= coalesce(sku, 'none')");
                  mapping.draft().bind("age_band", "rebate");
                }));
  }

  @Test
  void fieldsOfEverySortAreReachedByKeyboard() {
    for (Aspect aspect : List.of(Aspect.COLUMNS, Aspect.JOINS)) {
      Keyboard.reachesAll(ui -> screen(ui, aspect, mapping -> {}));
    }
  }

  /** A file that is remembered with two others, of which one was chosen, and one without a use. */
  private static DataScreen screen(Ui ui, Aspect aspect, Consumer<MappingViewModel> then) {
    FakeDesk desk = new FakeDesk();
    Path people = Path.of("people.csv");
    FileMapping part =
        FileMapping.of(
                ORDERS, Map.of("customer_id", "user", "timestamp", "when", "paid_price", "price"))
            .withJoins(
                List.of(
                    new Join(people, Map.of("user", "user", "sku", "sku")),
                    new Join(
                        Path.of("/home/anna/exports/2025/coupons.csv"), Map.of("sku", "sku"))));
    Text reason =
        Text.of(
            FileGuess.REMEMBERED,
            "Remembered: you chose this on {1} for {0}, which has the same columns",
            "orders-2025.csv",
            "2026-04-02");
    desk.remember(
        new ImportGuess(
            List.of(
                new FileGuess(TableKind.EVENTS, 1, reason, part, List.of(), List.of(), List.of())),
            List.of(Path.of("notes.csv")),
            ImportRules.DEFAULT.with(ImportRule.QUANTITY, Action.REPAIR),
            new Privacy(true, false, List.of("rebate"))));
    DataViewModel model = new DataViewModel(desk, ui.tasks(), ui.notices());
    model.choose(List.of(ORDERS, people, Path.of("notes.csv")));
    model.mapping().aspectProperty().set(aspect);
    then.accept(model.mapping());
    return new DataScreen(model, ui);
  }
}
