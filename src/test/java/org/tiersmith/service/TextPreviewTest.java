package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tiersmith.service.TextPreview.Counts;
import org.tiersmith.service.TextPreview.Lengths;

class TextPreviewTest {
  @Test
  void tellsTheLargestShareOfTextsThatAreCut() {
    Lengths some = Lengths.of(new int[] {10, 20, 30, 40}, 32);
    Lengths none = Lengths.of(new int[0], 32);
    assertThat(new Counts(32, none, some, none).cut()).isEqualTo(0.25);
    assertThat(new Counts(32, none, none, none).cut()).isZero();
  }
}
