package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tiersmith.service.GivenNames;
import org.tiersmith.service.Localizer;

class EventTypesTest {

  @Test
  void everyTypeHasItsChinese() {
    List<String> types = List.of(Values.typeNames().split(", ", -1));
    assertThat(types).hasSize(9);
    for (String type : types) {
      assertThat(GivenNames.event(type).english()).isEqualTo(type);
      assertThat(Localizer.localise(GivenNames.event(type), Locale.SIMPLIFIED_CHINESE))
          .matches("\\p{IsHan}+");
    }
  }
}
