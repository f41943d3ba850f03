package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiersmith.service.PairView;
import org.tiersmith.service.PairWhy;
import org.tiersmith.training.Attribution;

class PairWhyViewTest {
  @Test
  void theTextsStandAsTheyAreWritten() {
    String customer = " loves  coffee, and what follows is not read";
    PairView pair =
        new PairView("c", "p", customer, "", List.of(number("age", 40), number("price", 9)));
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("customer.age", 0.5);
    numbers.put("product.price", -0.25);
    Attribution attribution =
        new Attribution(
            List.of(
                new Attribution.Piece("loves", 1, 6, 0.1),
                new Attribution.Piece("coffee", 8, 14, 0.2),
                new Attribution.Piece(",", 14, 15, -0.05)),
            List.of(),
            numbers,
            -1,
            -1.5,
            0);
    PairWhyView view = PairWhyView.of(new PairWhy(pair, attribution));
    assertThat(String.join("", view.customer().stream().map(PairWhyView.Piece::text).toList()))
        .isEqualTo(customer);
    assertThat(view.customer())
        .filteredOn(piece -> piece.adds() != 0)
        .extracting(PairWhyView.Piece::text)
        .containsExactly("loves", "coffee", ",");
    assertThat(view.product()).isEmpty();
    assertThat(view.numbers())
        .containsExactly(
            new PairWhyView.Part("age", 40, 0.5), new PairWhyView.Part("price", 9, -0.25));
    assertThat(view.gap()).isCloseTo(0, within(1e-12));
  }

  private static PairView.Number number(String name, double value) {
    return new PairView.Number(name, value);
  }
}
