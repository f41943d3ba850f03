package org.tiersmith.ui.customers;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A cell whose text is told in full where the mouse rests on it. */
final class WholeCell<R> extends TableCell<R, String> {
  private final Tooltip whole = new Tooltip();

  @Override
  protected void updateItem(@Nullable String text, boolean empty) {
    super.updateItem(text, empty);
    setText(empty ? null : text);
    whole.setText(text);
    setTooltip(empty || text == null || text.isEmpty() ? null : whole);
  }
}
