package org.tiersmith.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;

/** A screen that remembers what happened to it. */
final class FakeScreen implements Screen {
  private final List<String> happened = new ArrayList<>();
  private final ScreenFrame frame;

  FakeScreen(String id) {
    this(ScreenFrame.of(id, Feather.CIRCLE, new ReadOnlyStringWrapper(id)));
  }

  private FakeScreen(ScreenFrame frame) {
    this.frame = frame;
  }

  List<String> happened() {
    return happened;
  }

  FakeScreen disabled() {
    return new FakeScreen(frame.disabled());
  }

  @Override
  public ScreenFrame frame() {
    return frame;
  }

  @Override
  public Parent content() {
    happened.add("content");
    return new StackPane(new Label("content of " + id()));
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
