package org.tiersmith.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FileFormat;
import org.tiersmith.data.FilePreview;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** How the selected file is written, where what was found out is wrong. */
final class FormatTab extends MappingTab {
  private static final List<String> ENCODINGS =
      List.of("UTF-8", "UTF-16", "GB18030", "windows-1252", "ISO-8859-1", "Shift_JIS");
  private static final List<String> DELIMITERS = List.of(",", ";", "tab", "|", " ");
  private static final List<String> QUOTES = List.of("\"", "'", "");
  private static final List<String> DECIMALS = List.of(".", ",");
  private static final String AS_FOUND = "\0";

  FormatTab(MappingViewModel model, Texts texts) {
    super(model, texts);
  }

  @Override
  protected Node content(ChosenFile file) {
    FilePreview look = file.preview();
    FileFormat chosen = file.mapping().format();
    FileFormat found = look.found();
    RoleGrid grid = new RoleGrid();
    add(grid, "encoding", ENCODINGS, chosen.encoding(), look.encoding(), chosen::withEncoding);
    add(
        grid,
        "delimiter",
        DELIMITERS,
        chosen.delimiter(),
        found.delimiter(),
        chosen::withDelimiter);
    add(grid, "quote", QUOTES, chosen.quote(), found.quote(), chosen::withQuote);
    add(grid, "decimal", DECIMALS, chosen.decimal(), found.decimal(), chosen::withDecimal);
    add(
        grid,
        "day-first",
        List.of("true", "false"),
        text(chosen.dayFirst()),
        text(found.dayFirst()),
        value -> chosen.withDayFirst(value == null ? null : Boolean.valueOf(value)));
    if (!look.sheets().isEmpty()) {
      add(grid, "sheet", look.sheets(), chosen.sheet(), found.sheet(), chosen::withSheet);
    }
    return column(hint(texts.bind("format-hint", FormatNames.format(texts, look.format()))), grid);
  }

  private void add(
      RoleGrid grid,
      String key,
      List<String> usual,
      @Nullable String chosen,
      @Nullable String found,
      Function<@Nullable String, FileFormat> with) {
    ComboBox<String> box =
        Combos.of(texts.language(), value -> named(key, value, chosen == null ? found : null));
    List<String> values = new ArrayList<>(List.of(AS_FOUND));
    Stream.concat(usual.stream(), Stream.ofNullable(chosen)).distinct().forEach(values::add);
    box.getItems().setAll(values);
    box.setValue(chosen == null ? AS_FOUND : chosen);
    box.setId("format-" + key);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setPrefWidth(10);
    box.accessibleTextProperty().bind(texts.bind("format." + key));
    box.setOnAction(
        event -> {
          String value = box.getValue();
          if (value != null) {
            model.write(with.apply(value.equals(AS_FOUND) ? null : value));
          }
        });
    grid.add(Labels.plain(texts.bind("format." + key)), box);
  }

  private String named(String key, String value, @Nullable String found) {
    if (value.equals(AS_FOUND)) {
      return found == null ? texts.get("as-found") : texts.get("format-found", shown(key, found));
    }
    return shown(key, value);
  }

  private String shown(String key, String value) {
    return switch (key) {
      case "day-first" -> texts.get(value.equals("true") ? "day-month" : "month-day");
      case "delimiter" -> FormatNames.sign(texts, value);
      case "decimal" -> texts.get(value.equals(",") ? "comma" : "point");
      default ->
          switch (value) {
            case "tab" -> texts.get("tab");
            case " " -> texts.get("space");
            case "" -> texts.get("no-quotes");
            default -> value;
          };
    };
  }

  private static @Nullable String text(@Nullable Boolean value) {
    return value == null ? null : value.toString();
  }
}
