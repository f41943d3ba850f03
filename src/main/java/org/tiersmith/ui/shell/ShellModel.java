package org.tiersmith.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tiersmith.ui.kit.Screen;

/** Which screens there are and which of them is at the front. On the FX thread. */
public final class ShellModel {
  private final ObservableList<Screen> screens = FXCollections.observableArrayList();

  /** One wrapper for all who ask: it hears the list weakly, and listeners hang on it. */
  private final ObservableList<Screen> readOnly = FXCollections.unmodifiableObservableList(screens);

  private final ReadOnlyObjectWrapper<Screen> current;
  private final StringProperty projectName = new SimpleStringProperty(this, "projectName", "");
  private final StringProperty status = new SimpleStringProperty(this, "status", "");

  /**
   * @param first the screens at the start, in the rail's order; the first of them is at the front
   */
  public ShellModel(List<? extends Screen> first) {
    screens.setAll(first);
    current = new ReadOnlyObjectWrapper<>(this, "current", first.getFirst());
    first.getFirst().shown();
  }

  public ObservableList<Screen> screens() {
    return readOnly;
  }

  public Screen current() {
    return current.get();
  }

  public ReadOnlyObjectProperty<Screen> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The open project's name, for the window's title; empty while none is open. */
  public StringProperty projectNameProperty() {
    return projectName;
  }

  /** A few words at the right end of the task bar, such as "saved". */
  public StringProperty statusProperty() {
    return status;
  }

  /** Puts the screen with that id to the front, if it can be opened now. */
  public void open(String id) {
    find(id).ifPresent(this::open);
  }

  /** Puts the n-th screen of the rail, counted from 0, to the front, if it can be opened now. */
  public void open(int index) {
    if (index >= 0 && index < screens.size()) {
      open(screens.get(index));
    }
  }

  /**
   * Changes the screens, as when a project is opened or closed. Those that are left out are closed;
   * the front stays where it was, if it can.
   */
  public void replace(List<? extends Screen> others) {
    List<Screen> gone = screens.stream().filter(screen -> !others.contains(screen)).toList();
    String front = current().id();
    screens.setAll(others);
    Screen next =
        find(front).filter(screen -> screen.frame().enabled().getValue()).orElse(others.getFirst());
    if (!next.equals(current())) {
      current.set(next);
      next.shown();
    }
    gone.forEach(Screen::close);
  }

  private void open(Screen screen) {
    if (screen.frame().enabled().getValue() && !screen.equals(current())) {
      current.set(screen);
      screen.shown();
    }
  }

  private Optional<Screen> find(String id) {
    return screens.stream().filter(screen -> screen.id().equals(id)).findFirst();
  }
}
