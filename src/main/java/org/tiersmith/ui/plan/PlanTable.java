package org.tiersmith.ui.plan;

import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.tiersmith.service.GivenNames;
import org.tiersmith.service.PlanView;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The frozen plans with what each was expected to bring. */
final class PlanTable extends TableView<PlanView> {
  private static final double ROW_HEIGHT = 32;

  private final Texts texts;
  private boolean following;

  PlanTable(Ui ui, Texts texts, PlanViewModel model) {
    this.texts = texts;
    Formats formats = ui.formats();
    setId("plans");
    getStyleClass().add("ts-table");
    setFixedCellSize(ROW_HEIGHT);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<PlanView, String> name =
        TableColumns.text(
            texts.bind("column.name"),
            view -> ui.language().say(GivenNames.scenario(view.plan().name())));
    TableColumns.widths(name, 96, 170);
    TableColumn<PlanView, String> frozen =
        TableColumns.text(texts.bind("column.frozen"), view -> formats.moment(view.created()));
    TableColumns.widths(frozen, 152, 160, 220);
    getColumns().add(name);
    getColumns().add(frozen);
    number("column.rows", 66, view -> formats.count(view.plan().rows()));
    number(
        "column.incremental-profit",
        128,
        view -> signed(formats, view.plan().totals().incrementalProfit()));
    number("column.discount-cost", 100, v -> formats.money(v.plan().totals().discountCost()));
    number("column.waste", 62, v -> formats.percent(v.plan().totals().wasteShare(), 0));
    number("column.coverage", 90, v -> formats.percent(v.plan().totals().coverage(), 0));
    setItems(model.plans());
    follow(model);
    ui.language().tongueProperty().subscribe(this::refresh);
  }

  private void number(String key, double width, Function<PlanView, String> value) {
    TableColumn<PlanView, String> column = TableColumns.number(texts.bind(key), value);
    TableColumns.widths(column, width, width, 1.4 * width);
    getColumns().add(column);
  }

  private static String signed(Formats formats, double amount) {
    return formats.signed(amount, formats.money(amount));
  }

  /** Table and state show the same selection; while rows are exchanged the state leads. */
  private void follow(PlanViewModel model) {
    model
        .selectedProperty()
        .subscribe(
            plan -> {
              following = true;
              if (plan == null) {
                getSelectionModel().clearSelection();
              } else {
                getSelectionModel().select(plan);
              }
              following = false;
            });
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            plan -> {
              if (!following && plan != null) {
                model.selectedProperty().set(plan);
              }
            });
  }
}
