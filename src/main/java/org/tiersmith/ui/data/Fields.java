package org.tiersmith.ui.data;

import java.util.function.Consumer;
import javafx.scene.control.TextField;

/** Text fields whose text counts when a person is done with them. */
final class Fields {
  private Fields() {}

  /** Tells another text by Enter, or when the field is left. */
  static void onDone(TextField field, Consumer<String> done) {
    String[] told = {field.getText().strip()};
    Runnable tell =
        () -> {
          String text = field.getText().strip();
          if (!text.equals(told[0])) {
            told[0] = text;
            done.accept(text);
          }
        };
    field.setOnAction(event -> tell.run());
    field
        .focusedProperty()
        .subscribe(
            on -> {
              if (!on && field.getScene() != null) {
                tell.run();
              }
            });
  }
}
