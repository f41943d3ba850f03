package org.tiersmith.profile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.DaySpan;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Tables;

/** All events, columnar, ordered by customer and time; events of unknown customers are left out. */
final class EventLog {
  /** What an event is to a profile. */
  enum Kind {
    VIEW,
    SEARCH,
    CART,
    /** A purchase, or an exposure that was taken. */
    PURCHASE,
    REVIEW,
    CHAT,
    OTHER
  }

  private final int[] first;
  private final int lastDay;
  private int size;
  private int[] day;
  private int[] product;
  private Kind[] kind;
  private double[] paid;
  private double[] listPrice;
  private double[] rating;
  private @Nullable String[] text;

  private EventLog(int customers, int events, int lastDay) {
    this.lastDay = lastDay;
    first = new int[customers + 1];
    day = new int[events];
    product = new int[events];
    kind = new Kind[events];
    paid = new double[events];
    listPrice = new double[events];
    rating = new double[events];
    text = new String[events];
  }

  /** Reads the events of all customers, or of one. */
  static EventLog read(
      Duck duck, Tables tables, Catalogue catalogue, @Nullable String onlyCustomer) {
    String events =
        PurchaseSql.events(tables)
            + (onlyCustomer == null ? "" : " WHERE customer_id = " + Duck.text(onlyCustomer));
    int n = (int) duck.whole("SELECT count(*) FROM " + events);
    EventLog log =
        new EventLog(
            catalogue.customerIds().size(), n, (int) DaySpan.of(duck, tables).last().toEpochDay());
    int[] counts = new int[catalogue.customerIds().size()];
    duck.each(
        "SELECT customer_id, product_id, date_diff('day', DATE '1970-01-01', \"timestamp\"::DATE),"
            + " CASE WHEN "
            + PurchaseSql.IS_PURCHASE
            + " THEN 'purchase' ELSE type END, "
            + PurchaseSql.PAID
            + ", list_price, rating, text FROM "
            + events
            + " ORDER BY customer_id, \"timestamp\", event_id",
        row -> {
          int customer = catalogue.customer(row.words(0));
          if (customer >= 0) {
            counts[customer]++;
            String id = row.text(1);
            log.add(
                id == null ? -1 : catalogue.product(id),
                (int) row.whole(2),
                kind(row.words(3)),
                row.number(4),
                row.number(5),
                row.number(6),
                row.text(7));
          }
        });
    for (int c = 0; c < counts.length; c++) {
      log.first[c + 1] = log.first[c] + counts[c];
    }
    return log;
  }

  private void add(
      int ofProduct,
      int onDay,
      Kind ofKind,
      double paidFor,
      double listed,
      double rated,
      @Nullable String words) {
    product[size] = ofProduct;
    day[size] = onDay;
    kind[size] = ofKind;
    paid[size] = paidFor;
    listPrice[size] = listed;
    rating[size] = rated;
    text[size++] = words;
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "view" -> Kind.VIEW;
      case "search" -> Kind.SEARCH;
      case "cart" -> Kind.CART;
      case "purchase" -> Kind.PURCHASE;
      case "review", "rating" -> Kind.REVIEW;
      case "chat" -> Kind.CHAT;
      default -> Kind.OTHER;
    };
  }

  int size() {
    return size;
  }

  /** The customer's first event. */
  int from(int customer) {
    return first[customer];
  }

  /** One behind the customer's last event that happened before a day. */
  int before(int customer, int asOf) {
    int low = first[customer];
    int high = first[customer + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (day[middle] < asOf) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Days since 1970 of an event. */
  int day(int event) {
    return day[event];
  }

  /** The product's number, -1 where there is none. */
  int product(int event) {
    return product[event];
  }

  Kind kind(int event) {
    return kind[event];
  }

  /** What was paid, 0 where no price is known. */
  double paid(int event) {
    return paid[event];
  }

  double listPrice(int event) {
    return listPrice[event];
  }

  double rating(int event) {
    return rating[event];
  }

  @Nullable String text(int event) {
    return text[event];
  }

  /** The first day with an event; 0 where there is none. */
  int firstDay() {
    return Arrays.stream(day, 0, size).min().orElse(0);
  }

  /** The last day of all customers' events, as {@link DaySpan} has it. */
  int lastDay() {
    return lastDay;
  }
}
