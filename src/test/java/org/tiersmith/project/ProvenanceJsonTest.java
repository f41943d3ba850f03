package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tiersmith.model.Provenance;

class ProvenanceJsonTest {

  @Property(tries = 200)
  void readGivesBackWhatWasWritten(
      @ForAll String text, @ForAll Map<String, String> settings, @ForAll long seed) {
    Provenance provenance =
        new Provenance(
            text,
            "ab",
            settings,
            seed,
            Map.of(),
            "cuda:0",
            Instant.ofEpochSecond(seed % 100000, 1));

    assertThat(ProvenanceJson.read(ProvenanceJson.write(provenance))).isEqualTo(provenance);
  }

  @Example
  void equalProvenanceGivesEqualText() {
    Map<String, String> oneWay = new LinkedHashMap<>();
    Map<String, String> otherWay = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      oneWay.put("k" + i, "v" + i);
      otherWay.put("k" + (19 - i), "v" + (19 - i));
    }

    assertThat(ProvenanceJson.write(with(oneWay))).isEqualTo(ProvenanceJson.write(with(otherWay)));
  }

  @Example
  void otherTextIsRefused() {
    for (String other : new String[] {"", "{", "{}", "[1]", "{\"station\":\"data\"}"}) {
      assertThatThrownBy(() -> ProvenanceJson.read(other))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Provenance with(Map<String, String> settings) {
    return new Provenance("data", "ab", settings, 1, settings, "cpu", Instant.EPOCH);
  }
}
