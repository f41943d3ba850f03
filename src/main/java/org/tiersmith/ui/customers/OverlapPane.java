package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.SegmentOverlap;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.HeatGrid;

/** How much of each segment lies in each one of another scheme, or of its own. */
final class OverlapPane extends VBox {
  private final ComparisonsViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final HeatGrid grid = new HeatGrid();

  OverlapPane(SegmentsViewModel segments, Ui ui, Texts texts) {
    super(8);
    this.model = segments.comparisons();
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    Node place = Lazily.of(model.overlap(), texts, model::look, () -> grid);
    VBox.setVgrow(place, Priority.ALWAYS);
    grid.setMinHeight(80);
    getChildren().addAll(head(), place);
    model.overlap().valueProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(t -> show(model.overlap().valueProperty().get()));
  }

  private Node head() {
    Label with = Labels.muted(texts.bind("overlap.with"));
    with.setMinWidth(USE_PREF_SIZE);
    ComboBox<SegmentScheme> others =
        Combos.of(ui.language(), scheme -> ui.language().say(scheme.title()));
    others.setId("other-scheme");
    others.setPrefWidth(280);
    others.getStyleClass().add("ts-small");
    others.accessibleTextProperty().bind(texts.bind("overlap.with"));
    model
        .schemesProperty()
        .subscribe(
            all -> {
              others.getItems().setAll(all);
              others.setValue(model.otherProperty().get());
            });
    model.otherProperty().subscribe(others::setValue);
    others.setOnAction(
        event -> {
          if (others.getValue() != null) {
            model.otherProperty().set(others.getValue());
          }
        });
    Label note = Labels.muted(texts.bind("overlap.note"));
    note.setMinWidth(0);
    note.getStyleClass().add("ts-may-be-cut");
    HBox head = new HBox(10, with, others, note);
    head.getStyleClass().add("ts-row");
    return head;
  }

  private void show(@Nullable SegmentOverlap overlap) {
    if (overlap == null) {
      grid.show(null);
      return;
    }
    List<List<HeatGrid.Cell>> cells = new ArrayList<>();
    for (int r = 0; r < overlap.rows().size(); r++) {
      List<HeatGrid.Cell> row = new ArrayList<>();
      for (int c = 0; c < overlap.columns().size(); c++) {
        row.add(cell(overlap, r, c));
      }
      cells.add(row);
    }
    grid.show(
        new HeatGrid.Model(
            "",
            overlap.rows().stream().map(this::said).toList(),
            overlap.columns().stream().map(this::said).toList(),
            cells));
  }

  private HeatGrid.Cell cell(SegmentOverlap overlap, int row, int column) {
    double share = overlap.share(row, column);
    long shared = overlap.shared().get(row).get(column);
    return new HeatGrid.Cell(
        Double.isNaN(share) ? 0 : share,
        shared == 0 ? "" : formats.percent(share, 0),
        texts.get(
            "overlap.reading",
            said(overlap.rows().get(row)),
            said(overlap.columns().get(column)),
            shared,
            formats.number(overlap.jaccard(row, column), 2)));
  }

  private String said(String segment) {
    return ui.language().say(GivenNames.segment(segment));
  }
}
