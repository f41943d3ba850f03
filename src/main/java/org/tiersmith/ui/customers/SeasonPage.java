package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.season.Demand;
import org.tiersmith.profile.season.ForecastErrors;
import org.tiersmith.profile.season.Measure;
import org.tiersmith.ui.customers.SeasonViewModel.Entry;
import org.tiersmith.ui.customers.SeasonViewModel.Shown;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** When what is bought: the categories, and the demand of one of them. */
final class SeasonPage extends StackPane {
  private final SeasonViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;

  SeasonPage(SeasonViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    getStyleClass().addAll("ts-content", "ts-even-cards");
    getChildren().add(Lazily.of(model.shown(), texts, model::load, this::parts));
    model.look();
  }

  private Node parts() {
    TableView<Entry> table = table();
    Card list =
        new Card(
                grouped(now -> texts.choice("categories", now)),
                choices(),
                without(),
                table,
                summary())
            .growing(table);
    list.setPrefWidth(330);
    list.setMinWidth(330);
    VBox right = new VBox(12, new DemandCard(model, ui, texts), new PatternCards(model, ui, texts));
    HBox.setHgrow(right, Priority.ALWAYS);
    return new HBox(12, list, right);
  }

  /** What the entries are, which is not categories where the shop has none. */
  private ObservableValue<String> grouped(Function<Demand.Grouping, String> said) {
    return Bindings.createStringBinding(
        () -> {
          Shown now = model.shown().valueProperty().get();
          return said.apply(now == null ? Demand.Grouping.CATEGORY : now.seasons().grouping());
        },
        model.shown().valueProperty(),
        ui.language().tongueProperty());
  }

  private Node without() {
    Label note = Labels.paragraph(texts.bind("season.no-categories"));
    note.setId("no-categories");
    model
        .shown()
        .valueProperty()
        .subscribe(
            now -> {
              note.setVisible(now != null && now.seasons().grouping() != Demand.Grouping.CATEGORY);
              note.setManaged(note.isVisible());
            });
    return note;
  }

  private Node choices() {
    ChoiceBar<Measure> measures =
        new ChoiceBar<>(
            model.measureProperty(),
            List.of(
                new Choice<>(Measure.UNITS, "season-units", texts.bind("season.units")),
                new Choice<>(Measure.REVENUE, "season-revenue", texts.bind("revenue"))));
    ComboBox<Country> countries =
        Combos.of(ui.language(), country -> ui.language().say(country.title()));
    countries.setId("country");
    countries.getItems().setAll(Country.values());
    countries.getStyleClass().add("ts-small");
    countries.setMaxWidth(Double.MAX_VALUE);
    countries.accessibleTextProperty().bind(texts.bind("season.country"));
    model
        .shown()
        .valueProperty()
        .subscribe(
            now -> {
              if (now != null) {
                countries.setValue(now.country());
              }
            });
    countries.setOnAction(
        event -> {
          if (countries.getValue() != null) {
            model.choose(countries.getValue());
          }
        });
    HBox.setHgrow(countries, Priority.ALWAYS);
    HBox choices = new HBox(10, measures, countries);
    choices.getStyleClass().add("ts-row");
    return choices;
  }

  private TableView<Entry> table() {
    TableView<Entry> table = new TableView<>();
    table.setId("categories");
    table.getStyleClass().addAll("ts-table", "ts-dense");
    table.setFixedCellSize(28);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<Entry, String> name =
        TableColumns.text(grouped(now -> texts.choice("category", now)), e -> name(texts, e));
    name.setCellFactory(ignored -> new WholeCell<>());
    TableColumns.widths(name, 90, 130);
    table.getColumns().add(name);
    TableColumn<Entry, Number> swing =
        TableColumns.sorted(
            texts.bind("season.swing"),
            e ->
                e.season().pattern().months().isEmpty()
                    ? Double.NaN
                    : e.season().pattern().yearlySwing(),
            v -> formats.percent(v, 0));
    TableColumns.widths(swing, 74, 80, 100);
    TableColumn<Entry, Number> error =
        TableColumns.sorted(
            texts.bind("season.error"), SeasonPage::error, v -> formats.percent(v, 0));
    TableColumns.widths(error, 74, 80, 100);
    table.getColumns().addAll(List.of(swing, error));
    model
        .shown()
        .valueProperty()
        .subscribe(now -> table.getItems().setAll(now == null ? List.of() : now.entries()));
    model.selectedProperty().subscribe(now -> table.getSelectionModel().select(now));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.select(chosen);
              }
            });
    ui.language().tongueProperty().subscribe(tongue -> table.refresh());
    return table;
  }

  private static double error(Entry entry) {
    @Nullable ForecastErrors errors = entry.season().outlook().errors();
    return errors == null ? Double.NaN : errors.wmape();
  }

  /** A category's name; the whole shop has one in the person's language. */
  static String name(Texts texts, Entry entry) {
    String name = entry.season().category();
    return name.isEmpty() ? texts.get("season.all") : name;
  }

  private Node summary() {
    return Labels.paragraph(
        Bindings.createStringBinding(
            () -> {
              Shown now = model.shown().valueProperty().get();
              return now == null || now.seasons().judged() == 0
                  ? texts.get("season.none-judged")
                  : texts.get("season.won", now.seasons().won(), now.seasons().judged());
            },
            model.shown().valueProperty(),
            ui.language().tongueProperty()));
  }
}
