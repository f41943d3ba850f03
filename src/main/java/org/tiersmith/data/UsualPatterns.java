package org.tiersmith.data;

import java.util.List;
import org.tiersmith.data.RowPattern.Match;
import org.tiersmith.data.RowPattern.What;

/**
 * The patterns of an import for which nobody chose others. Titles must be nothing but the words
 * listed, so that a post box or a letter rack stays a product.
 */
final class UsualPatterns {
  private static final List<String> CANCELLED =
      List.of(
          "cancel",
          "canceled",
          "cancelled",
          "cancellation",
          "refund",
          "refunded",
          "return",
          "returned",
          "chargeback",
          "void",
          "voided",
          "退货",
          "退款",
          "退单",
          "取消",
          "已取消",
          "已退款",
          "已退货",
          "交易关闭",
          "退款成功");

  static final List<RowPattern> ALL =
      List.of(
          new RowPattern("invoice", Match.REGEX, List.of("^c\\d{4,}$"), What.CANCELLATION),
          new RowPattern("type", Match.EQUALS, CANCELLED, What.CANCELLATION),
          new RowPattern("status", Match.EQUALS, CANCELLED, What.CANCELLATION),
          codes(What.POSTAGE, "POST", "POSTAGE", "DOT", "C2", "SHIP", "SHIPPING", "FREIGHT", "运费"),
          codes(
              What.FEE,
              "BANK CHARGES",
              "BANKCHARGES",
              "AMAZONFEE",
              "AMAZON FEE",
              "CRUK",
              "FEE",
              "手续费"),
          codes(What.ADJUSTMENT, "B", "D", "ADJUST", "ADJUST2", "ADJUSTMENT", "DISCOUNT", "补差价"),
          codes(What.SAMPLE, "S", "SAMPLE", "SAMPLES", "赠品"),
          codes(What.MANUAL, "M", "MANUAL"),
          new RowPattern("product_id", Match.REGEX, List.of("^gift_[0-9_]+$"), What.GIFT_CARD),
          new RowPattern("product_id", Match.REGEX, List.of("^test[_-]?\\d*$"), What.TEST),
          titles(
              What.POSTAGE,
              "(dotcom |express |standard |next day )?(postage|shipping|delivery|carriage|freight)"
                  + "( (and|&) (packing|packaging|handling))?( (fee|cost|charge)s?)?",
              "补?(运费|邮费|快递费|配送费)(补差价?|差价|补拍|专拍|链接|专用)*"),
          titles(
              What.FEE,
              "(bank|handling|service|processing|transaction|payment|card|amazon|paypal|ebay)"
                  + " ?(fee|charge|commission)s?",
              "(手续费|服务费|包装费|安装费|税费|押金|定金|订金|尾款)(专拍|链接|专用|补拍)*"),
          titles(
              What.ADJUSTMENT,
              "(adjust bad debt|bad debt|((price|stock|manual) )?adjustment( by .*)?|discount"
                  + "|rounding)",
              "补?差价?(补拍|专拍|链接|专用)+|补差价?|补款"),
          titles(
              What.GIFT_CARD,
              "(dotcomgiftshop |e-?)?gift ?(card|voucher|certificate)s?( .{0,12})?",
              "(礼品|购物|充值|储值)卡(.{0,8}元)?"),
          titles(What.SAMPLE, "(free )?(sample|gift)s?( item)?", "(赠品|样品|小样|试用装)(勿拍|专拍|链接|专用)*"),
          titles(What.MANUAL, "manual( entry)?"),
          titles(What.TEST, "(this is a )?test( product)?\\.?", "测试(商品|产品|专用|链接|勿拍)*"));

  private UsualPatterns() {}

  private static RowPattern codes(What what, String... values) {
    return new RowPattern("product_id", Match.EQUALS, List.of(values), what);
  }

  /** Titles that are, all in all, one of the expressions. */
  private static RowPattern titles(What what, String... expressions) {
    List<String> whole =
        List.of(expressions).stream().map(e -> "^[\\s(（【\\[]*(?:" + e + ")[\\s)）】\\]]*$").toList();
    return new RowPattern("title", Match.REGEX, whole, what);
  }
}
