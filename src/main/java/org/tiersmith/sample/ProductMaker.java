package org.tiersmith.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Invents the shop's products, department by department in turn. */
final class ProductMaker {
  private static final int TITLE_ATTEMPTS = 40;

  private final Vocabulary words;
  private final List<Brand> brands;
  private final long seed;
  private final Set<String> titles = new HashSet<>();

  private ProductMaker(Vocabulary words, long seed) {
    this.words = words;
    this.brands = Brand.all(words);
    this.seed = seed;
  }

  /** The first {@code count} products; more products leave the earlier ones as they are. */
  static List<ShopProduct> make(Vocabulary words, long seed, int count) {
    ProductMaker maker = new ProductMaker(words, seed);
    List<ShopProduct> products = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      products.add(maker.make(number));
    }
    return products;
  }

  private ShopProduct make(int number) {
    Draws draws = Draws.of(seed, Draws.Stream.PRODUCT, number);
    Department department = Department.values()[number % Department.values().length];
    List<String> types = words.list(department.section("types"));
    ProductType type =
        ProductType.of(types.get(number / Department.values().length % types.size()));
    Grade grade = draws.pick(List.of(Grade.values()));
    ShopProduct product = invent(draws, number, department, type, grade);
    for (int i = 0; i < TITLE_ATTEMPTS && titles.contains(product.title()); i++) {
      product = invent(draws, number, department, type, grade);
    }
    titles.add(product.title());
    return product;
  }

  private ShopProduct invent(
      Draws draws, int number, Department department, ProductType type, Grade grade) {
    String brand = draws.pick(Brand.in(department, brands)).name();
    String model = draws.pick(words.listOr(department.section("models"), "models"));
    String variant = draws.pick(type.variants());
    int first = draws.below(type.features().size());
    String feature = type.features().get(first);
    String feature2 = type.features().get((first + 1) % type.features().size());
    long cents = grade.price(type.usualPrice() * words.language().priceScale(), draws);
    String title =
        draws
            .pick(words.listOr(department.section("title"), "title"))
            .replace("{brand}", brand)
            .replace("{model}", model)
            .replace("{type}", type.name())
            .replace("{variant}", variant);
    String description =
        draws
            .pick(words.list("description"))
            .replace("{feature}", feature)
            .replace("{feature2}", feature2)
            .replace("{grade}", draws.pick(words.list(grade.section())));
    return new ShopProduct(
        String.format(Locale.ROOT, "P%03d", number + 1),
        department,
        brand,
        title,
        description,
        cents,
        Math.round(cents * draws.between(0.48, 0.68)),
        type.name(),
        variant,
        model,
        feature);
  }
}
