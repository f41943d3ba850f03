package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;

class FilterBoxTest {
  private static final List<String> ROWS = List.of("kettle", "pan", "lamp");

  private final List<String> asked = new ArrayList<>();
  private FilterBox box;
  private PagedTable<String> table;
  private Stage stage;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          Ui ui = TestUi.of(Tongue.ENGLISH, Mode.LIGHT);
          box = new FilterBox(new ReadOnlyStringWrapper("Find"), Duration.millis(40));
          table = new PagedTable<>(ui);
          table.text("name", new ReadOnlyStringWrapper("Name"), row -> row);
          table.text("length", new ReadOnlyStringWrapper("Length"), row -> "" + row.length());
          table.text("note", new ReadOnlyStringWrapper("Note"), row -> "").setSortable(false);
          table.filteredBy(box, this::matching);
          stage = new Stage();
          stage.setScene(new Scene(new VBox(box, table), 400, 400));
          ui.theme().dress(stage.getScene());
          stage.show();
        });
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private RowSource<String> matching(String filter) {
    asked.add(filter);
    return RowSource.of(ROWS.stream().filter(row -> row.contains(filter)).toList());
  }

  @Test
  void asksOnlyForWhatWasTypedLast() throws Exception {
    Fx.run(
        () -> {
          box.setText("p");
          box.setText("pa");
          box.setText(" pan ");
        });
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> asked.size() > 1);
    Fx.settle();
    assertThat(asked).containsExactly("", "pan");
    assertThat(table.table().getItems()).containsExactly("pan");
  }

  @Test
  void enterFiltersAtOnceAndEscapeClears() {
    Fx.run(
        () -> {
          box.setText("am");
          box.fireEvent(new ActionEvent());
        });
    assertThat(table.table().getItems()).containsExactly("lamp");
    Fx.run(() -> press(box, KeyCode.ESCAPE, false));
    assertThat(table.table().getItems()).hasSize(3);
    assertThat(box.getText()).isEmpty();
  }

  @Test
  void offersToClearAFilterThatLeavesNothing() {
    Fx.run(
        () -> {
          box.setText("zebra");
          box.fireEvent(new ActionEvent());
        });
    Fx.settle();
    VBox none = (VBox) table.table().getPlaceholder();
    assertThat(((Label) none.getChildren().getFirst()).getText())
        .isEqualTo("No rows match “zebra”.");
    Fx.run(((Button) none.getChildren().getLast())::fire);
    assertThat(table.table().getItems()).hasSize(3);
    assertThat(table.table().getPlaceholder()).isInstanceOf(Label.class);
  }

  @Test
  void sortsByKeyboard() {
    assertThat(sortedAfter(KeyCode.RIGHT)).isEqualTo("name ASCENDING");
    assertThat(sortedAfter(KeyCode.RIGHT)).isEqualTo("length ASCENDING");
    assertThat(sortedAfter(KeyCode.DOWN)).isEqualTo("length DESCENDING");
    assertThat(sortedAfter(KeyCode.RIGHT)).isEqualTo("name ASCENDING");
    assertThat(sortedAfter(KeyCode.LEFT)).isEqualTo("length ASCENDING");
  }

  private String sortedAfter(KeyCode code) {
    return Fx.call(
        () -> {
          press(table.table(), code, true);
          TableColumn<String, ?> column = table.table().getSortOrder().getFirst();
          return column.getId() + " " + column.getSortType();
        });
  }

  private static void press(javafx.scene.Node node, KeyCode code, boolean control) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
  }
}
