package org.tiersmith.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names under which shops and public data sets know each role, in English and Chinese. */
final class RoleNames {
  private static final Map<String, String> CUSTOMERS =
      Map.of(
          "customer_id",
          "customerid customer customerkey custid customerno customernumber clientid client userid"
              + " user memberid householdid householdkey household hshdnum visitorid buyerid"
              + " shopperid personid accountid reviewerid uid 用户id 用户编号 客户id 客户编号 会员id"
              + " 会员编号 会员号 顾客id 顾客编号 买家id 用户 客户 会员 顾客");

  private static final Map<String, String> PRODUCTS =
      Map.ofEntries(
          Map.entry(
              "product_id",
              "productid product productkey productno itemid item sku skuid stockcode articleid"
                  + " articleno article asin parentasin goodsid goodid productcode itemcode upc ean"
                  + " gtin clothingid movieid spuid 商品id 商品编号 商品编码 商品代码 产品id 产品编号"
                  + " 货号 商品 产品"),
          Map.entry(
              "title",
              "title name productname producttitle itemname itemtitle movietitle 标题 商品名称"
                  + " 商品标题 商品名 名称 产品名称 产品名 品名"),
          Map.entry(
              "category",
              "category productcategory maincategory categoryname cat department class classname"
                  + " genre subcategory 类别 品类 分类 商品类别 商品分类 一级类目 类目"),
          Map.entry("brand", "brand brandname manufacturer vendor maker 品牌 品牌名称"),
          Map.entry(
              "description",
              "description desc details productdescription longdescription 描述 商品描述 介绍 详情" + " 简介"),
          Map.entry(
              "price",
              "price listprice unitprice baseprice regularprice retailprice originalprice msrp 价格"
                  + " 标价 原价 单价 吊牌价 售价"),
          Map.entry(
              "cost", "cost unitcost costprice purchaseprice cogs standardcost 成本 成本价 单位成本 进价"));

  private static final Map<String, String> EVENTS =
      Map.ofEntries(
          Map.entry(
              "event_id",
              "eventid transactionid rowid lineid reviewid exposureid id 事件id 事件编号 流水号 记录id"),
          Map.entry(
              "timestamp",
              "timestamp datetime eventtime eventdate time date orderdate ordertime invoicedate"
                  + " transactiontimestamp transactiondate transactiontime transdate purchasedate"
                  + " purchasetime purchasedat createdat created ts reviewdate ratingdate"
                  + " reviewtime unixreviewtime behaviortime 时间 日期 时间戳 下单时间 购买时间 订单日期"
                  + " 交易时间 交易日期 事件时间 行为时间"),
          Map.entry(
              "type",
              "type eventtype event eventname action actiontype behavior behaviour behaviortype"
                  + " activity interaction 类型 行为 行为类型 事件类型 事件"),
          Map.entry("quantity", "quantity qty units itemcount 数量 件数 购买数量"),
          Map.entry(
              "list_price",
              "listprice price unitprice baseprice regularprice originalprice fullprice msrp 原价"
                  + " 标价 单价 价格 吊牌价 售价"),
          Map.entry(
              "discount_rate",
              "discountrate discountpct discountpercent discountpercentage discount pctoff"
                  + " percentoff 折扣率 优惠率 折扣"),
          Map.entry(
              "paid_price",
              "paidprice pricepaid saleprice salesprice sellingprice finalprice netprice"
                  + " actualprice discountedprice netunitprice 实付价 成交价 折后价 优惠价 促销价"
                  + " 实付单价 成交单价"),
          Map.entry(
              "amount",
              "amount sales salesvalue salesamount linetotal lineamount totalprice totalamount"
                  + " totalsales total subtotal revenue extendedprice netsales netamount spend"
                  + " amountpaid totalpaid 金额 总价 总金额 销售额 销售金额 实付金额 实付 小计 成交金额"
                  + " 支付金额"),
          Map.entry(
              "discount_amount",
              "discountamount discountvalue discountmoney discamount retaildisc amountoff moneyoff"
                  + " couponamount linediscount totaldiscount savings 优惠金额 折扣金额 减免金额 优惠"
                  + " 立减"),
          Map.entry(
              "purchased",
              "purchased bought converted conversion ispurchase ispurchased didbuy 是否购买 购买"
                  + " 已购买 是否成交"),
          Map.entry(
              "text",
              "text reviewtext review comment comments query searchterm searchquery message content"
                  + " body 文本 内容 评论 评价 搜索词 评论内容"),
          Map.entry("rating", "rating score stars overall reviewscore 评分 打分 星级"),
          Map.entry("store", "store storeid shop shopid branch outlet 门店 店铺 门店id 店铺id 门店编号"));

  /** Names made of a word for what is meant and one for how it is told, with any sign between. */
  private static final Map<String, Pattern> COMPOSED =
      Map.of(
          "customer_id",
          Pattern.compile(
              "(cust|customer|client|user|member|buyer|shopper|visitor|household)"
                  + "(id|no|nr|num|number|code|key)"),
          "product_id",
          Pattern.compile(
              "(prod|product|item|article|art|sku|goods)(id|no|nr|num|number|code|key)"),
          "timestamp",
          Pattern.compile(
              "(bought|purchased|ordered|sold)(on|at|date|time)"
                  + "|(txn|trans|transaction|order|purchase|sale|sales|invoice)"
                  + "(date|time|datetime|timestamp)"
                  + "|(date|time)of(order|purchase|sale|transaction)"),
          "amount",
          Pattern.compile("(total|line|net)?amt(paid)?"),
          "list_price",
          Pattern.compile("(orig|reg|full)price"));

  private RoleNames() {}

  /** Names of a role in files of a kind, likeliest first, without case, spaces and signs. */
  static List<String> of(TableKind kind, String role) {
    String own =
        switch (kind) {
          case CUSTOMERS -> CUSTOMERS.getOrDefault(role, "") + " id 编号";
          case PRODUCTS ->
              PRODUCTS.getOrDefault(role, "") + (role.equals("product_id") ? " id code 编号" : "");
          case EVENTS ->
              EVENTS.getOrDefault(
                  role, CUSTOMERS.getOrDefault(role, PRODUCTS.getOrDefault(role, "")));
        };
    return List.of(own.strip().split("\\s+"));
  }

  /** A column name as these lists write it; {@code user_id:token} and {@code User ID} are one. */
  static String plain(String column) {
    return column
        .toLowerCase(Locale.ROOT)
        .replaceFirst(":(token|token_seq|float|float_seq)$", "")
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Whether a column's name is one of a role's. */
  static boolean fits(TableKind kind, String role, String column) {
    String plain = plain(column);
    return of(kind, role).contains(plain) || isComposed(kind, role, plain);
  }

  /** Whether a plain name is made of words for a role. */
  static boolean isComposed(TableKind kind, String role, String plain) {
    Pattern words = kind.roles().contains(role) ? COMPOSED.get(role) : null;
    return words != null && words.matcher(plain).matches();
  }

  /** The kind of file that columns rather belong to, or null where none suggests itself. */
  static @Nullable TableKind otherKind(TableKind not, List<String> columns) {
    if (not.required().stream().anyMatch(role -> isAmong(not, role, columns))) {
      return null;
    }
    for (TableKind kind : TableKind.values()) {
      if (kind != not && kind.required().stream().allMatch(role -> isAmong(kind, role, columns))) {
        return kind;
      }
    }
    return null;
  }

  /** Whether columns say who did something, to what, and when. */
  static boolean areEvents(List<String> columns) {
    return List.of("customer_id", "product_id", "timestamp").stream()
        .allMatch(role -> isAmong(TableKind.EVENTS, role, columns));
  }

  private static boolean isAmong(TableKind kind, String role, List<String> columns) {
    return columns.stream().anyMatch(c -> !plain(c).equals("id") && fits(kind, role, c));
  }
}
