package org.tiersmith.data;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/**
 * What can be wrong with a row, in the order in which it becomes a row's reason: a row that several
 * rules meet is rejected once, by the first of them.
 */
public enum ImportRule {
  MISSING_CUSTOMER(
      "import.missing-customer",
      Text.of("rule.missing-customer", "Missing customer"),
      Text.of("repair.missing-customer", "taken as a guest of that order alone")),
  CANCELLATION(
      "import.cancellation",
      Text.of("rule.cancellation", "Cancellation or refund"),
      null,
      Action.KEEP),
  NO_PRODUCT(
      "import.no-product",
      Text.of("rule.no-product", "Postage, fee or other row that is no product"),
      null,
      Action.KEEP),
  UNKNOWN_TYPE(
      "import.unknown-type",
      Text.of("rule.unknown-type", "Unknown type of event"),
      Text.of("repair.unknown-type", "taken as the usual type of the file")),
  MISSING_PRODUCT(
      "import.missing-product", Text.of("rule.missing-product", "Missing product"), null),
  MISSING_TIME("import.missing-time", Text.of("rule.missing-time", "Missing date"), null),
  BAD_TIME("import.bad-time", Text.of("rule.bad-time", "Unreadable date"), null),
  IMPOSSIBLE_TIME(
      "import.impossible-time",
      Text.of("rule.impossible-time", "Impossible date (long past or far ahead)"),
      null,
      Action.KEEP),
  BAD_NUMBER(
      "import.bad-number",
      Text.of("rule.bad-number", "Unreadable number"),
      Text.of("repair.number", "taken as missing; without a quantity, a purchase counts 1")),
  QUANTITY(
      "import.quantity",
      Text.of("rule.quantity", "Quantity not above 0"),
      Text.of("repair.quantity", "taken as missing: a purchase counts 1, a return too")),
  BAD_FLAG(
      "import.bad-flag",
      Text.of("rule.bad-flag", "Neither yes nor no"),
      Text.of("repair.missing", "taken as missing")),
  NEGATIVE_PRICE(
      "import.negative-price",
      Text.of("rule.negative-price", "Negative price"),
      Text.of("repair.price", "taken as missing: the product''s own price counts")),
  NEGATIVE_COST(
      "import.negative-cost",
      Text.of("rule.negative-cost", "Negative cost"),
      Text.of("repair.missing", "taken as missing")),
  NEGATIVE_DISCOUNT(
      "import.negative-discount",
      Text.of("rule.negative-discount", "Negative discount"),
      Text.of("repair.no-discount", "taken as no discount")),
  ABOVE_LIST(
      "import.above-list",
      Text.of("rule.above-list", "Paid above the list price"),
      Text.of("repair.above-list", "what was paid becomes the list price")),
  DISCOUNT_OVER(
      "import.discount-over",
      Text.of("rule.discount-over", "Discount of 100 % or more"),
      Text.of("repair.no-discount", "taken as no discount")),
  DUPLICATE_ID(
      "import.duplicate-id",
      Text.of("rule.duplicate-id", "Id given before"),
      Text.of("repair.duplicate-id", "events get a number behind the id; the first row stays")),
  UNKNOWN_CUSTOMER(
      "import.unknown-customer",
      Text.of("rule.unknown-customer", "Customer that the customers'' file lacks"),
      Text.of("repair.unknown-customer", "added by id alone")),
  UNKNOWN_PRODUCT(
      "import.unknown-product",
      Text.of("rule.unknown-product", "Product that the products'' file lacks"),
      Text.of("repair.unknown-product", "added with what the events tell of it")),
  DUPLICATE_ROW(
      "import.duplicate-row",
      Text.of("rule.duplicate-row", "Row that repeats another in all columns"),
      null,
      Action.REJECT),
  FUTURE_TIME(
      "import.future-time",
      Text.of("rule.future-time", "Date in the future (later than tomorrow)"),
      null,
      Action.KEEP),
  ZERO_PRICE(
      "import.zero-price",
      Text.of("rule.zero-price", "Price of 0"),
      Text.of("repair.price", "taken as missing: the product''s own price counts"),
      Action.REJECT),
  OUTLIER_QUANTITY(
      "import.outlier-quantity",
      Text.of("rule.outlier-quantity", "Quantity far from all others"),
      Text.of("repair.capped", "set to the nearest usual value"),
      Action.REJECT),
  OUTLIER_PRICE(
      "import.outlier-price",
      Text.of("rule.outlier-price", "Price far from the product''s others"),
      Text.of("repair.capped", "set to the nearest usual value"),
      Action.REJECT),
  CANCELLED_PURCHASE(
      "import.cancelled-purchase",
      Text.of("rule.cancelled-purchase", "Purchase that was cancelled later"),
      null,
      Action.KEEP),
  PRODUCT_VARIES(
      "import.product-varies",
      Text.of("rule.product-varies", "Product with several titles, categories or brands"),
      Text.of("repair.one-wins", "one of them is taken, see the choice which")),
  CUSTOMER_VARIES(
      "import.customer-varies",
      Text.of("rule.customer-varies", "Customer whose attribute changes"),
      Text.of("repair.one-wins", "one of them is taken, see the choice which"));

  private final String reason;
  private final Text title;
  private final @Nullable Text repair;
  private final Action other;

  ImportRule(String reason, Text title, @Nullable Text repair) {
    this(reason, title, repair, Action.REPAIR);
  }

  ImportRule(String reason, Text title, @Nullable Text repair, Action other) {
    this.reason = reason;
    this.title = title;
    this.repair = repair;
    this.other = other;
  }

  /** Its lasting name in mappings and reports, for example {@code missing-customer}. */
  public String id() {
    return reason.substring(reason.indexOf('.') + 1);
  }

  /** The text key that its rejects carry as their reason. */
  public String reason() {
    return reason;
  }

  /** What it meets, for a person. */
  public Text title() {
    return title;
  }

  /** How it mends a row; none where it can't. */
  public Optional<Text> repair() {
    return Optional.ofNullable(repair);
  }

  /** What happens unless a person chooses otherwise. */
  public Action usual() {
    if (this == PRODUCT_VARIES || this == CUSTOMER_VARIES || this == ABOVE_LIST) {
      return Action.REPAIR;
    }
    return other == Action.REJECT ? Action.KEEP : Action.REJECT;
  }

  /** What a person may choose. */
  public Set<Action> allowed() {
    Set<Action> allowed = EnumSet.of(usual());
    if (repair != null) {
      allowed.add(Action.REPAIR);
    }
    if (usual() != Action.REPAIR && other != Action.REPAIR) {
      allowed.add(other);
    }
    if (this == ABOVE_LIST) {
      allowed.add(Action.REJECT);
    }
    return allowed;
  }

  /** The rule of a name, or a {@link Problem} that lists them. */
  public static ImportRule of(String id) {
    for (ImportRule rule : values()) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    throw Problem.of(
        "rule.unknown",
        "There is no rule \"{0}\". The rules are: {1}.",
        id,
        String.join(", ", EnumSet.allOf(ImportRule.class).stream().map(ImportRule::id).toList()));
  }
}
