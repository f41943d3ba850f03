package org.tiersmith.ui.kit;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/** Combo boxes whose entries are named anew when the language changes. */
public final class Combos {
  private Combos() {}

  /**
   * A combo box over values.
   *
   * @param name a value's name in the present language
   */
  public static <T> ComboBox<T> of(Language language, Function<T, String> name) {
    ComboBox<T> box = new ComboBox<>();
    box.setCellFactory(list -> new NamedCell<>(name));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : name.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("not editable");
          }
        });
    language.tongueProperty().subscribe(tongue -> box.setButtonCell(new NamedCell<>(name)));
    return box;
  }

  private static final class NamedCell<T> extends ListCell<T> {
    private final Function<T, String> name;

    NamedCell(Function<T, String> name) {
      this.name = name;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : name.apply(item));
    }
  }
}
