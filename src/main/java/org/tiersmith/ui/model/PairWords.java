package org.tiersmith.ui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.PairView;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.model.PairWhyView.Part;
import org.tiersmith.ui.model.PairWhyView.Piece;

/** Puts a pair into words: the verdict, both texts, the numbers, and what each of them adds. */
final class PairWords {
  /** A gap that a reader may overlook, as a share of the way from the base to the total. */
  private static final double SMALL_GAP = 0.05;

  private final Formats formats;
  private final Texts texts;

  PairWords(Formats formats, Texts texts) {
    this.formats = formats;
    this.texts = texts;
  }

  /**
   * All of it, from top to bottom.
   *
   * @param why null where it is not explained
   */
  List<Node> of(PairReading pair, @Nullable PairWhyView why, PairViewModel.State state) {
    PairView view = pair.view();
    List<Node> parts = new ArrayList<>();
    parts.add(verdict(pair));
    if (state == PairViewModel.State.EXPLAINING) {
      parts.add(Labels.muted(texts.bind("pair.explaining")));
    }
    if (why == null) {
      parts.add(said("pair.customer-text", plain(view.customerText())));
      parts.add(said("pair.product-text", plain(view.productText())));
      parts.add(numbers(view.numbers()));
    } else {
      parts.add(said("pair.customer-text", coloured(why.customer(), why)));
      parts.add(said("pair.product-text", coloured(why.product(), why)));
      parts.add(Labels.paragraph(new ReadOnlyStringWrapper(texts.get("pair.legend"))));
      parts.add(parts(why.numbers()));
      parts.add(Labels.paragraph(new ReadOnlyStringWrapper(sum(why))));
    }
    return parts;
  }

  private Label verdict(PairReading pair) {
    double tenth = 1 - (1 - pair.p0()) * Math.exp(-0.1 * pair.k());
    Label label =
        Labels.paragraph(
            new ReadOnlyStringWrapper(
                texts.get(
                    "pair.verdict",
                    formats.percent(pair.p0(), 1),
                    formats.money(pair.listPrice()),
                    formats.number(pair.k(), 2),
                    formats.percent(tenth, 1))));
    label.getStyleClass().add("ts-verdict");
    return label;
  }

  private Node said(String title, Node text) {
    return new VBox(2, Labels.muted(texts.bind(title)), text);
  }

  private static Label plain(String text) {
    Label label = Labels.plain(new ReadOnlyStringWrapper(text));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private Node coloured(List<Piece> pieces, PairWhyView why) {
    return new AttributedText(pieces, why.strongest(), formats);
  }

  private GridPane numbers(List<PairView.Number> numbers) {
    GridPane grid = grid();
    int row = 0;
    for (PairView.Number number : numbers) {
      grid.add(name(number.name()), 0, row);
      grid.add(figure(value(number.value())), 1, row++);
    }
    return grid;
  }

  /** The numbers that matter most first. */
  private GridPane parts(List<Part> numbers) {
    GridPane grid = grid();
    grid.add(head("pair.number"), 0, 0);
    grid.add(head("pair.value"), 1, 0);
    grid.add(head("pair.adds"), 2, 0);
    List<Part> sorted =
        numbers.stream()
            .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.adds())))
            .toList();
    int row = 1;
    for (Part part : sorted) {
      grid.add(name(part.name()), 0, row);
      grid.add(figure(value(part.value())), 1, row);
      Label adds = figure(signed(part.adds()));
      adds.getStyleClass().add(part.adds() > 0 ? "ts-adds" : "ts-takes");
      grid.add(adds, 2, row++);
    }
    return grid;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("ts-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(names);
    return grid;
  }

  private Label head(String key) {
    Label label = Labels.section(texts.bind(key));
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private static Label figure(String text) {
    Label label = Labels.plain(new ReadOnlyStringWrapper(text));
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHalignment(label, javafx.geometry.HPos.RIGHT);
    return label;
  }

  /** How the parts come together, and what they leave unexplained. */
  private String sum(PairWhyView why) {
    String sum =
        texts.get("pair.sum", formats.number(why.base(), 2), formats.number(why.total(), 2));
    double way = Math.abs(why.total() - why.base());
    return Math.abs(why.gap()) <= SMALL_GAP * Math.max(way, 1)
        ? sum
        : texts.get("pair.gap", sum, signed(why.gap()));
  }

  private String signed(double value) {
    return formats.signed(value, formats.number(value, 2));
  }

  /** A number in words, which may take two lines. */
  private Label name(String number) {
    Label label = Labels.muted(new ReadOnlyStringWrapper(texts.get("number." + number)));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private String value(double value) {
    return formats.number(value, Math.rint(value) == value ? 0 : 3);
  }
}
