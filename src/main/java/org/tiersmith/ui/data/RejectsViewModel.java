package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.QualityReport;
import org.tiersmith.data.RejectColumns;
import org.tiersmith.data.RejectRows;
import org.tiersmith.model.Text;
import org.tiersmith.service.DataTable;
import org.tiersmith.service.DatasetView;
import org.tiersmith.task.Lane;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/**
 * The rows that an import left out: by which rule, of which file, their cells, and their export.
 */
final class RejectsViewModel {
  private static final Text COUNT = Text.of("ui.data.rejects", "Counting the rows left out");
  private static final Text EXPORT = Text.of("ui.data.export-rejects", "Exporting rejected rows");

  private final DataDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final TableViewModel table;
  private final TableFilter filter;
  private final LatestReading<List<RejectRows.Count>> counts;
  private final ObservableList<Choice> reasons = FXCollections.observableArrayList();
  private final ObservableList<Choice> files = FXCollections.observableArrayList();
  private QualityReport quality = QualityReport.of(List.of());

  /**
   * What the rows can be narrowed to.
   *
   * @param value in the table; null for all rows
   * @param example what is wrong with one of them, in English; empty for all rows and for files
   */
  record Choice(@Nullable String value, String example, long rows) {}

  RejectsViewModel(DataDesk desk, Tasks tasks, Notices notices, TableViewModel table) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    this.table = table;
    this.filter = table.filter();
    this.counts = new LatestReading<>(tasks, notices, COUNT, this::show);
  }

  /** The reasons for which rows were left out, most rows first; the first choice is all. */
  ObservableList<Choice> reasons() {
    return reasons;
  }

  /** The files that have rows left out; the first choice is all. */
  ObservableList<Choice> files() {
    return files;
  }

  /** Counts the rows of newly imported data. */
  void read(DatasetView dataset) {
    quality = dataset.quality();
    if (dataset.counts().rejected() == 0) {
      counts.forget();
      show(List.of());
    } else {
      counts.ask(desk::rejects);
    }
  }

  /** Leaves only the rows of a reason or file, as the column says. */
  void narrow(String column, Choice choice) {
    filter.write(column, choice.value() == null ? "" : "=" + choice.value());
  }

  /** Shows the rows left out: those of a reason, or all where none has that reason any more. */
  void showOnly(String reason) {
    table.factsProperty().set(false);
    table.tableProperty().set(DataTable.REJECTS);
    filter.clear();
    if (reasons.stream().anyMatch(choice -> reason.equals(choice.value()))) {
      filter.write("reason", "=" + reason);
    }
  }

  /** The choice that is made for a column. */
  Choice chosen(String column, List<Choice> choices) {
    String written = filter.written(column);
    return choices.stream()
        .filter(choice -> written.equals("=" + choice.value()))
        .findFirst()
        .orElse(choices.getFirst());
  }

  /** The rule whose title names a reason; none for rows that could not even be read. */
  static Optional<ImportRule> rule(String reason) {
    return Arrays.stream(ImportRule.values())
        .filter(rule -> rule.reason().equals(reason))
        .findFirst();
  }

  /**
   * The cells of a row by the columns of its file; empty where the row could not be taken apart.
   */
  Map<String, String> cells(String file, String json) {
    List<String> values = desk.rejectedCells(json);
    List<String> columns =
        quality.rejects().stream()
            .filter(known -> known.file().equals(file))
            .findFirst()
            .map(RejectColumns::columns)
            .orElse(List.of());
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
      cells.put(columns.get(i), values.get(i) == null ? "" : values.get(i));
    }
    return cells;
  }

  /** Writes the rows to a file that a person can mend and import as an update. */
  void export(Path csv) {
    tasks.start(
        EXPORT,
        Lane.LIGHT,
        context -> desk.exportRejects(csv, context),
        written ->
            notices.done(
                Text.of(
                    "ui.data.rejects-exported",
                    "The rejected rows are in {0}. Mend them there, then import them as an update.",
                    String.join(
                        ", ", written.stream().map(f -> f.getFileName().toString()).toList()))));
  }

  void close() {
    counts.forget();
  }

  private void show(List<RejectRows.Count> found) {
    Map<String, Choice> byReason = new LinkedHashMap<>();
    Map<String, Choice> byFile = new LinkedHashMap<>();
    long all = 0;
    for (RejectRows.Count one : found) {
      byReason.merge(
          one.reason(),
          new Choice(one.reason(), one.message(), one.rows()),
          RejectsViewModel::plus);
      byFile.merge(one.file(), new Choice(one.file(), "", one.rows()), RejectsViewModel::plus);
      all += one.rows();
    }
    offer(reasons, byReason, all);
    offer(files, byFile, all);
  }

  private static void offer(ObservableList<Choice> choices, Map<String, Choice> found, long all) {
    List<Choice> offered = new ArrayList<>(List.of(new Choice(null, "", all)));
    found.values().stream()
        .sorted(Comparator.comparingLong(Choice::rows).reversed())
        .forEach(offered::add);
    choices.setAll(offered);
  }

  private static Choice plus(Choice one, Choice other) {
    return new Choice(one.value(), one.example(), one.rows() + other.rows());
  }
}
