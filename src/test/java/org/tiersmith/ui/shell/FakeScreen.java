package org.tiersmith.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.kit.Screen;

/** A screen that remembers what happened to it. */
final class FakeScreen implements Screen {
  private final String id;
  private final List<String> happened = new ArrayList<>();
  private final BooleanProperty enabled = new SimpleBooleanProperty(true);

  FakeScreen(String id) {
    this.id = id;
  }

  List<String> happened() {
    return happened;
  }

  FakeScreen disabled() {
    enabled.set(false);
    return this;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Feather icon() {
    return Feather.CIRCLE;
  }

  @Override
  public ObservableValue<String> name() {
    return new ReadOnlyStringWrapper(id);
  }

  @Override
  public ObservableValue<String> badge() {
    return new ReadOnlyStringWrapper("");
  }

  @Override
  public ObservableValue<Boolean> enabled() {
    return enabled;
  }

  @Override
  public Parent content() {
    happened.add("content");
    return new StackPane(new Label("content of " + id));
  }

  @Override
  public void shown() {
    happened.add("shown");
  }

  @Override
  public void undo() {
    happened.add("undo");
  }

  @Override
  public void redo() {
    happened.add("redo");
  }

  @Override
  public void createProject() {
    happened.add("create");
  }

  @Override
  public void openProject() {
    happened.add("open");
  }

  @Override
  public void close() {
    happened.add("close");
  }
}
