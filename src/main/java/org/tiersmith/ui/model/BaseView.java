package org.tiersmith.ui.model;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * A base model to choose from.
 *
 * @param language that it reads best, empty if unknown
 * @param obstacle why it can't be used; null if it can
 */
record BaseView(String id, String title, String language, @Nullable Text obstacle) {
  boolean usable() {
    return obstacle == null;
  }
}
