package org.tiersmith.ui.shell;

import org.junit.jupiter.api.Test;
import org.tiersmith.model.Text;
import org.tiersmith.ui.Pictures;

/** The parts of the kit together, in every look. */
class GalleryTest {
  @Test
  void everyPartLooksRight() {
    Pictures.take(
        "gallery",
        ui -> {
          ui.notices().done(Text.of("gallery.saved", "Saved 1,204 rows."));
          ui.notices().problem(new IllegalStateException("shown as a failure"));
          return new Gallery(ui);
        });
  }
}
