package org.tiersmith.ui.shell;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.kit.Screen;

/** A screen's place in the rail while no project is open: its name, greyed out. */
public record PendingScreen(String id, Feather icon, ObservableValue<String> name)
    implements Screen {

  @Override
  public ObservableValue<String> badge() {
    return new ReadOnlyStringWrapper("");
  }

  @Override
  public ObservableValue<Boolean> enabled() {
    return new ReadOnlyBooleanWrapper(false);
  }

  @Override
  public Parent content() {
    return new Pane();
  }
}
