package org.tiersmith.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invents customers: kind and taste first, then a text that tells them. */
final class CustomerMaker {
  private static final LocalDate FIRST_JOINED = LocalDate.of(2017, 1, 1);
  private static final int JOINING_DAYS = 3_000;
  private static final double THIRD_LOVE = 0.4;
  private static final double DISLIKE = 0.25;
  private static final double FAVOURITE = 0.5;

  private final Vocabulary words;
  private final List<Brand> brands;
  private final long seed;

  CustomerMaker(Vocabulary words, long seed) {
    this.words = words;
    this.brands = Brand.all(words);
    this.seed = seed;
  }

  /** The customer of a number, counted from zero. */
  ShopCustomer make(int number) {
    Draws draws = Draws.of(seed, Draws.Stream.CUSTOMER, number);
    Kind kind = Kind.draw(draws);
    List<Department> loved = loved(draws);
    @Nullable Department disliked = draws.chance(DISLIKE) ? another(draws, loved) : null;
    @Nullable String brand = favourite(draws, loved);
    return new ShopCustomer(
        String.format(Locale.ROOT, "C%04d", number + 1),
        kind,
        kind.drawMembership(draws),
        words.list("ages").get(kind.drawAge(draws)),
        draws.pick(words.list("cities")),
        FIRST_JOINED.plusDays(draws.below(JOINING_DAYS)),
        EnumSet.copyOf(loved),
        disliked,
        brand,
        about(draws, kind, loved, disliked, brand));
  }

  private static List<Department> loved(Draws draws) {
    List<Department> loved = new ArrayList<>();
    int count = draws.chance(THIRD_LOVE) ? 3 : 2;
    while (loved.size() < count) {
      loved.add(another(draws, loved));
    }
    return loved;
  }

  private static Department another(Draws draws, List<Department> taken) {
    List<Department> free = new ArrayList<>(List.of(Department.values()));
    free.removeAll(taken);
    return draws.pick(free);
  }

  private @Nullable String favourite(Draws draws, List<Department> loved) {
    return draws.chance(FAVOURITE) ? draws.pick(Brand.in(loved.getFirst(), brands)).name() : null;
  }

  private String about(
      Draws draws,
      Kind kind,
      List<Department> loved,
      @Nullable Department disliked,
      @Nullable String brand) {
    Map<String, String> parts =
        Map.of(
            "habit",
            draws.pick(words.list(kind.section("habit"))),
            "taste",
            sentence(draws, "taste", loved.stream().map(d -> love(draws, d)).toList()),
            "brand",
            brand == null ? "" : sentence(draws, "brand", List.of(brand)),
            "dislike",
            disliked == null
                ? ""
                : sentence(
                    draws, "dislike", List.of(draws.pick(words.list(disliked.section("topic"))))));
    List<String> order = List.of(draws.pick(words.list("about")).split(" "));
    return words.sentences(order.stream().map(parts::get).filter(p -> !p.isEmpty()).toList());
  }

  private String love(Draws draws, Department department) {
    return draws.pick(words.list(department.section("love")));
  }

  private String sentence(Draws draws, String section, List<String> things) {
    return draws.pick(words.list(section)).replace("{}", words.join(things));
  }
}
