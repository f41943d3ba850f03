package org.tiersmith.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tiersmith.sample.ShopEvent.Type;

/** Writes a shop's files. */
final class ShopFiles {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final int PROBABILITY_DECIMALS = 6;

  private final Shop shop;
  private final Path dir;

  ShopFiles(Shop shop, Path dir) {
    this.shop = shop;
    this.dir = dir;
  }

  void write() throws IOException {
    Files.createDirectories(dir);
    customers();
    products();
    events();
    Files.writeString(
        dir.resolve("README.md"),
        Vocabulary.resource(shop.settings().language().resource() + ".md"));
  }

  private void customers() throws IOException {
    List<String> memberships = shop.words().list("memberships");
    try (CsvFile csv =
        new CsvFile(
            dir.resolve("customers.csv"),
            "customer_id",
            "membership",
            "age_band",
            "city",
            "joined",
            "about")) {
      for (ShopCustomer customer : shop.customers()) {
        csv.row(
            customer.id(),
            memberships.get(customer.membership()),
            customer.ageBand(),
            customer.city(),
            customer.joined(),
            customer.about());
      }
    }
  }

  private void products() throws IOException {
    try (CsvFile csv =
        new CsvFile(
            dir.resolve("products.csv"),
            "product_id",
            "title",
            "category",
            "brand",
            "description",
            "price",
            "cost")) {
      for (ShopProduct product : shop.products()) {
        csv.row(
            product.id(),
            product.title(),
            shop.words().word(product.department().section("name")),
            product.brand(),
            product.description(),
            CsvFile.money(product.priceCents()),
            CsvFile.money(product.costCents()));
      }
    }
  }

  private void events() throws IOException {
    List<ShopEvent> events = new ArrayList<>(new HistoryMaker(shop).make());
    events.addAll(new ExposureMaker(shop).make());
    events.sort(
        Comparator.comparing(ShopEvent::time)
            .thenComparing(ShopEvent::type)
            .thenComparing(ShopEvent::order));
    try (CsvFile csv =
            new CsvFile(
                dir.resolve("events.csv"),
                "event_id",
                "customer_id",
                "product_id",
                "timestamp",
                "type",
                "quantity",
                "list_price",
                "discount_rate",
                "purchased",
                "text",
                "rating");
        CsvFile truth =
            new CsvFile(
                dir.resolve("truth.csv"),
                "event_id",
                "customer_id",
                "product_id",
                "kind",
                "p0",
                "k")) {
      int number = 0;
      for (ShopEvent event : events) {
        String id = String.format(Locale.ROOT, "E%05d", ++number);
        csv.row(cells(id, event));
        truth(id, event, truth);
      }
    }
  }

  private static Object[] cells(String id, ShopEvent event) {
    ShopProduct product = event.product();
    Boolean purchased = event.purchased();
    return new Object[] {
      id,
      event.customer().id(),
      product == null ? "" : product.id(),
      MINUTES.format(event.time()),
      event.type().name().toLowerCase(Locale.ROOT),
      event.type() == Type.PURCHASE ? "1" : "",
      product == null
          ? ""
          : CsvFile.money(PriceBook.listCents(product, event.time().toLocalDate())),
      purchased == null ? "" : CsvFile.number(event.discount(), 2),
      text(purchased),
      event.text(),
      text(event.rating())
    };
  }

  private static String text(@Nullable Object cell) {
    return cell == null ? "" : cell.toString();
  }

  private void truth(String id, ShopEvent event, CsvFile csv) throws IOException {
    ShopProduct product = event.product();
    if (event.type() == Type.EXPOSURE && product != null) {
      ShopCustomer customer = event.customer();
      csv.row(
          id,
          customer.id(),
          product.id(),
          shop.truth().kind(customer),
          CsvFile.number(
              shop.truth().p0(customer, product, event.time().toLocalDate()), PROBABILITY_DECIMALS),
          CsvFile.number(shop.truth().k(customer, product), PROBABILITY_DECIMALS));
    }
  }
}
