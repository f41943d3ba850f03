package org.tiersmith.ui.kit;

import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Pictures;

/** The parts of the kit together, in every look. */
class GalleryTest {
  @Test
  void everyPartLooksRight() {
    Pictures.take("gallery", Gallery::new);
  }
}
