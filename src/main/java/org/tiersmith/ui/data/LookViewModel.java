package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FileFormat;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Text;
import org.tiersmith.task.Lane;
import org.tiersmith.ui.kit.TaskItem;
import org.tiersmith.ui.kit.Tasks;

/** A look at what a person handed in: how far it is, what was taken and what passed over. */
final class LookViewModel {
  static final Text LOOK = Text.of("ui.data.look", "Looking at the files");
  private static final Text NO_USE =
      Text.of("ui.data.no-use", "No use was found for it beside the other files.");

  private final DataDesk desk;
  private final Tasks tasks;
  private final ImportDraft draft;
  private final ReadOnlyObjectWrapper<@Nullable TaskItem> running =
      new ReadOnlyObjectWrapper<>(this, "running");
  private final ReadOnlyIntegerWrapper taken = new ReadOnlyIntegerWrapper(this, "taken");
  private final ObservableList<PassedOver> passedOver = FXCollections.observableArrayList();
  private long question;

  /**
   * A file that was not taken.
   *
   * @param usable whether it could be read, so that a person may take it after all
   */
  record PassedOver(Path file, Text why, boolean usable) {}

  LookViewModel(DataDesk desk, Tasks tasks, ImportDraft draft) {
    this.desk = desk;
    this.tasks = tasks;
    this.draft = draft;
    draft
        .stateProperty()
        .subscribe(now -> passedOver.removeIf(file -> file.usable() && !now.isUnused(file.file())));
  }

  /** The look that goes on; null where none does. */
  ReadOnlyObjectProperty<@Nullable TaskItem> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How many files the last look took. */
  ReadOnlyIntegerProperty takenProperty() {
    return taken.getReadOnlyProperty();
  }

  /** What the last look did not take, and why. */
  ObservableList<PassedOver> passedOver() {
    return passedOver;
  }

  /** Looks at files, folders and archives beside the files that the draft has. */
  void look(List<Path> handedIn, Runnable done, Consumer<Throwable> failed) {
    List<Path> all =
        Stream.concat(draft.state().paths().stream(), handedIn.stream()).distinct().toList();
    forget();
    long asked = question;
    TaskItem item =
        tasks.start(
            LOOK,
            Lane.LIGHT,
            context -> FoundFiles.look(desk, all, context),
            found -> {
              if (asked == question) {
                take(found);
                end();
                done.run();
              }
            },
            thrown -> {
              if (asked == question) {
                end();
                failed.accept(thrown);
              }
            });
    if (asked == question) {
      running.set(item);
    }
  }

  /** Gives the look up. */
  void cancel() {
    TaskItem item = running.get();
    if (item != null) {
      item.cancel();
    }
  }

  /** Takes a file that was passed over for what no other file is yet. */
  void use(PassedOver file, Runnable done, Consumer<Throwable> failed) {
    TableKind kind =
        Stream.of(TableKind.EVENTS, TableKind.PRODUCTS, TableKind.CUSTOMERS)
            .filter(each -> !draft.state().taken().contains(each))
            .findFirst()
            .orElse(TableKind.EVENTS);
    tasks.quietly(
        LOOK,
        context ->
            ChosenFile.of(
                desk.mapping().preview(file.file(), FileFormat.GUESSED, context),
                desk.mapping().guess(kind, file.file(), FileFormat.GUESSED, context)),
        chosen -> {
          if (passedOver.remove(file)) {
            draft.change(now -> now.and(chosen));
            taken.set(taken.get() + 1);
            done.run();
          }
        },
        failed);
  }

  /** Forgets what was found, and a look that goes on. */
  void forget() {
    cancel();
    end();
    taken.set(0);
    passedOver.clear();
  }

  private void end() {
    question++;
    running.set(null);
  }

  private void take(FoundFiles found) {
    DraftState with = found.into(draft.state());
    draft.arrive(with);
    List<Path> unused = found.look().guess().unused().stream().filter(with::isUnused).toList();
    taken.set(found.look().files() - unused.size());
    unused.forEach(file -> passedOver.add(new PassedOver(file, NO_USE, true)));
    found
        .look()
        .skipped()
        .forEach(file -> passedOver.add(new PassedOver(file.path(), file.why(), false)));
  }
}
