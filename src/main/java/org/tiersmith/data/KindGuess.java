package org.tiersmith.data;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tiersmith.model.Text;

/**
 * How much a file looks like one of customers, products or events.
 *
 * @param kind the kind
 * @param score 0 to 1
 * @param reason the strongest sign, for a person
 */
record KindGuess(TableKind kind, double score, Text reason) {
  private static final Pattern CUSTOMERS =
      Pattern.compile("customer|member|user|household|demographic|client|客户|会员|用户|顾客");
  private static final Pattern PRODUCTS =
      Pattern.compile("product|item|goods|sku|article|catalog|商品|产品|货品");
  private static final Pattern EVENTS =
      Pattern.compile(
          "order|event|transaction|sale|invoice|purchase|review|rating|behavio|log|click|inter\\b"
              + "|lines|订单|交易|评论|评价|行为|销售|购买|事件");

  /** All kinds, the likeliest first. */
  static List<KindGuess> of(FilePreview preview) {
    List<ColumnSample> columns = ColumnSample.of(preview);
    String file = SourceFile.name(preview.file()).toLowerCase(Locale.ROOT);
    return java.util.stream.Stream.of(
            events(columns, file),
            catalogue(TableKind.CUSTOMERS, TableKind.PRODUCTS, columns, file, CUSTOMERS),
            catalogue(TableKind.PRODUCTS, TableKind.CUSTOMERS, columns, file, PRODUCTS))
        .sorted((a, b) -> Double.compare(b.score, a.score))
        .toList();
  }

  private static KindGuess events(List<ColumnSample> columns, String file) {
    boolean when =
        has(columns, TableKind.EVENTS, "timestamp")
            || columns.stream().anyMatch(c -> c.type() == ColumnType.DATE);
    boolean who = has(columns, TableKind.CUSTOMERS, "customer_id");
    boolean what = has(columns, TableKind.PRODUCTS, "product_id");
    boolean detail =
        List.of("type", "quantity", "rating", "purchased", "amount").stream()
            .anyMatch(role -> has(columns, TableKind.EVENTS, role));
    double score =
        (when ? 0.3 : 0)
            + (who ? 0.15 : 0)
            + (what ? 0.15 : 0)
            + (who && what ? 0.15 : 0)
            + (detail ? 0.15 : 0)
            + (EVENTS.matcher(file).find() ? 0.1 : 0);
    return new KindGuess(
        TableKind.EVENTS,
        score,
        when && who && what
            ? Text.of("guess.kind-events", "its rows tell who, what and when")
            : Text.of("guess.kind-events-part", "its rows tell something that happened"));
  }

  /** A table with one row for each id. */
  private static KindGuess catalogue(
      TableKind kind, TableKind other, List<ColumnSample> columns, String file, Pattern words) {
    String id = kind.required().getFirst();
    boolean named = words.matcher(file).find();
    boolean key =
        columns.stream()
            .anyMatch(c -> isId(c, kind, id, named) && c.isKey() && c.type() != ColumnType.DATE);
    boolean alone = !has(columns, other, other.required().getFirst());
    boolean told =
        kind == TableKind.CUSTOMERS
            || List.of("title", "category", "brand", "price", "cost").stream()
                .anyMatch(role -> has(columns, TableKind.PRODUCTS, role));
    double score =
        (key ? 0.5 : 0)
            + (key && alone ? 0.2 : 0)
            + (key && told ? 0.1 : 0)
            + (named ? 0.2 : 0)
            - (has(columns, TableKind.EVENTS, "quantity") ? 0.2 : 0)
            - (has(columns, TableKind.EVENTS, "timestamp") ? 0.3 : 0);
    return new KindGuess(
        kind,
        Math.max(0, score),
        key
            ? Text.of("guess.kind-key", "each of its rows has another {0}", id)
            : Text.of("guess.kind-name", "its name says so"));
  }

  private static boolean isId(ColumnSample column, TableKind kind, String id, boolean named) {
    boolean plain = List.of("id", "编号", "code").contains(RoleNames.plain(column.name()));
    return plain ? named : RoleNames.fits(kind, id, column.name());
  }

  private static boolean has(List<ColumnSample> columns, TableKind kind, String role) {
    return columns.stream()
        .anyMatch(
            c -> !RoleNames.plain(c.name()).equals("id") && RoleNames.fits(kind, role, c.name()));
  }
}
