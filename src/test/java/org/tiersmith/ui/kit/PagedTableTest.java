package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.RowSource.Page;
import org.tiersmith.ui.kit.RowSource.Request;
import org.tiersmith.ui.kit.Theme.Mode;

class PagedTableTest {
  private static final long MILLIONS = 10_000_000;

  private final List<Request> asked = new ArrayList<>();
  private PagedTable<Long> table;
  private final TestUi.Answers desktop = new TestUi.Answers();
  private Ui ui;
  private Stage stage;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          ui =
              TestUi.of(
                  Tongue.ENGLISH,
                  Mode.LIGHT,
                  new SameThreadJobRunner((job, failure) -> {}),
                  desktop);
          table = new PagedTable<>(ui);
          table.text("number", new ReadOnlyStringWrapper("Number"), i -> "" + i);
          table.sourceProperty().set(this::read);
          stage = new Stage();
          stage.setScene(new Scene(table, 400, 500));
          ui.theme().dress(stage.getScene());
          stage.show();
        });
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private CompletableFuture<Page<Long>> read(Request request) {
    asked.add(request);
    long to = Math.min(MILLIONS, request.offset() + request.limit());
    return CompletableFuture.completedFuture(
        new Page<>(LongStream.range(request.offset(), to).boxed().toList(), MILLIONS));
  }

  @Test
  void holdsOnlyTheRowsThatFit() {
    assertThat(table.table().getItems()).hasSizeBetween(10, 16).startsWith(0L, 1L);
  }

  @Test
  void pagesAndJumpsByKeyboard() {
    int fitting = table.table().getItems().size();
    press(KeyCode.PAGE_DOWN);
    assertThat(table.table().getItems().getFirst()).isEqualTo(fitting);
    press(KeyCode.END);
    assertThat(table.table().getItems().getLast()).isEqualTo(MILLIONS - 1);
    press(KeyCode.HOME);
    assertThat(table.table().getItems().getFirst()).isZero();
  }

  @Test
  void arrowsWalkBeyondTheLastRowShown() {
    int fitting = table.table().getItems().size();
    Fx.run(() -> table.table().getSelectionModel().select(fitting - 1));
    press(KeyCode.DOWN);
    press(KeyCode.DOWN);
    assertThat(table.table().getSelectionModel().getSelectedItem()).isEqualTo(fitting + 1L);
    press(KeyCode.HOME);
    assertThat(table.table().getSelectionModel().getSelectedItem()).isZero();
    press(KeyCode.UP);
    assertThat(table.table().getSelectionModel().getSelectedItem()).isZero();
  }

  @Test
  void asksTheSourceToSortFromTheTop() {
    press(KeyCode.PAGE_DOWN);
    Fx.run(() -> table.table().getSortOrder().add(table.table().getColumns().getFirst()));
    Request last = asked.getLast();
    assertThat(last.sortColumn()).isEqualTo("number");
    assertThat(last.ascending()).isTrue();
    assertThat(last.offset()).isZero();
  }

  @Test
  void showsOnlyTheAnswerToTheLatestQuestion() {
    CompletableFuture<Page<Long>> slow = new CompletableFuture<>();
    Fx.run(
        () -> {
          table.sourceProperty().set(request -> slow);
          table.sourceProperty().set(RowSource.of(List.of(42L)));
          slow.complete(new Page<>(List.of(7L), 1));
        });
    assertThat(table.table().getItems()).containsExactly(42L);
  }

  @Test
  void doesNotSayThatThereAreNoRowsWhileTheyAreRead() {
    CompletableFuture<Page<Long>> late = new CompletableFuture<>();
    Fx.run(() -> table.sourceProperty().set(null));
    assertThat(placeholder()).isEqualTo("No rows");
    Fx.run(() -> table.sourceProperty().set(request -> late));
    assertThat(placeholder()).isEqualTo("Reading …");
    late.complete(new Page<>(List.of(), 0));
    Fx.settle();
    assertThat(placeholder()).isEqualTo("No rows");
  }

  private String placeholder() {
    return ((Labeled) table.table().getPlaceholder()).getText();
  }

  @Test
  void tellsWhenRowsCannotBeRead() {
    Fx.run(
        () ->
            table
                .sourceProperty()
                .set(r -> CompletableFuture.failedFuture(new IllegalStateException("gone"))));
    assertThat(ui.notices().open()).hasSize(1);
  }

  @Test
  void savesAllRowsInTheirOrderWithPlainNumbers(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rows.csv");
    desktop.choosing(file);
    Fx.run(
        () -> {
          table.number(
              "price", new ReadOnlyStringWrapper("Price"), i -> i * 1000.5, ui.formats()::money);
          table.sourceProperty().set(RowSource.of(List.of(3L, 1L, 2L)));
          table.offerSaving(new ReadOnlyStringWrapper("Pairs")).getItems().getFirst().fire();
        });
    Fx.settle();
    assertThat(Files.readString(file))
        .isEqualTo("Number,Price\r\n3,3001.5\r\n1,1000.5\r\n2,2001\r\n");
    assertThat(ui.notices().open()).hasSize(1);
  }

  @Test
  void savesLargeTablesPageByPageWithProgressUntilCancelled(@TempDir Path folder) {
    List<Double> seen = new ArrayList<>();
    RowSaver<Long> saver =
        new RowSaver<>(
            List.of("Number"), List.of(i -> i), this::read, new Request(0, 1, "number", false));
    Path file = folder.resolve("rows.csv");
    JobContext context =
        new JobContext(progress -> seen.add(progress.fraction()), () -> seen.size() >= 3);
    asked.clear();
    assertThatThrownBy(() -> saver.to(file).run(context)).isInstanceOf(CancelledException.class);
    assertThat(seen).containsExactly(0.005, 0.01, 0.015);
    assertThat(asked).allMatch(r -> "number".equals(r.sortColumn()) && !r.ascending());
    assertThat(asked).extracting(Request::offset).containsExactly(0L, 50_000L, 100_000L);
    assertThat(folder).isEmptyDirectory();
  }

  private void press(KeyCode code) {
    Fx.run(
        () ->
            Event.fireEvent(
                table.table(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }
}
