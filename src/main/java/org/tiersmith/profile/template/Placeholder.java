package org.tiersmith.profile.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tiersmith.model.Text;

/**
 * What a template can be filled in with. Everything that happened is read strictly before the day
 * that the text stands for; what is only known of a whole history (topics, segments) is not
 * offered, for it would tell the model what came later.
 */
public enum Placeholder {
  ABOUT(
      TextSide.CUSTOMER,
      Shape.WORDS,
      "about",
      "简介",
      Text.of("template.about", "Free texts about the customer")),
  CUSTOMER_ATTRIBUTES(
      TextSide.CUSTOMER,
      Shape.WORDS,
      "attributes",
      "属性",
      Text.of(
          "template.customer-attributes", "Columns with few different values, with their names")),
  CUSTOMER_ATTRIBUTE(
      TextSide.CUSTOMER,
      Shape.COLUMN,
      "attribute",
      "某属性",
      Text.of("template.customer-attribute", "One column of the customers, by its name")),
  USUAL_CATEGORIES(
      TextSide.CUSTOMER,
      Shape.LIST,
      "usual categories",
      "常买类目",
      Text.of(
          "template.usual-categories", "Categories bought twice or more, the most bought first")),
  USUAL_BRANDS(
      TextSide.CUSTOMER,
      Shape.LIST,
      "usual brands",
      "常买品牌",
      Text.of("template.usual-brands", "Brands bought twice or more, the most bought first")),
  SEARCHED(
      TextSide.CUSTOMER,
      Shape.LIST,
      "searched",
      "搜索",
      Text.of("template.searched", "What was searched for, the latest first")),
  BOUGHT(
      TextSide.CUSTOMER,
      Shape.LIST,
      "bought",
      "买过",
      Text.of("template.bought", "Titles bought, the latest first")),
  VIEWED(
      TextSide.CUSTOMER,
      Shape.LIST,
      "viewed",
      "看过",
      Text.of(
          "template.viewed", "Titles viewed or put in the cart, without those named as bought")),
  WROTE(
      TextSide.CUSTOMER,
      Shape.LIST,
      "wrote",
      "评价",
      Text.of("template.wrote", "Reviews, the latest first")),
  CHAT(
      TextSide.CUSTOMER,
      Shape.LIST,
      "chat",
      "客服",
      Text.of("template.chat", "What was said in chats, the latest first")),
  KEYWORDS(
      TextSide.CUSTOMER,
      Shape.LIST,
      "keywords",
      "关键词",
      Text.of(
          "template.keywords", "Words of titles and searches that tell this customer from others")),
  PRICE_LEVEL(
      TextSide.CUSTOMER,
      Shape.WORDS,
      "price level",
      "价位偏好",
      Text.of(
          "template.price-level",
          "Whether purchases cost less or more than usual in their category")),
  RFM(
      TextSide.CUSTOMER,
      Shape.WORDS,
      "rfm",
      "客户等级",
      Text.of("template.rfm", "Name by recency, frequency and value, as of that day")),
  TITLE(
      TextSide.PRODUCT,
      Shape.WORDS,
      "title",
      "标题",
      Text.of(
          "template.title",
          "The product''s title; its id where it has neither title nor category")),
  CATEGORY(
      TextSide.PRODUCT,
      Shape.WORDS,
      "category",
      "类目",
      Text.of("template.category", "The product''s category")),
  BRAND(
      TextSide.PRODUCT,
      Shape.WORDS,
      "brand",
      "品牌",
      Text.of("template.brand", "The product''s brand")),
  DESCRIPTION(
      TextSide.PRODUCT,
      Shape.WORDS,
      "description",
      "描述",
      Text.of("template.description", "The product''s description")),
  PRODUCT_ATTRIBUTES(
      TextSide.PRODUCT,
      Shape.WORDS,
      "attributes",
      "属性",
      Text.of("template.product-attributes", "Columns with few different values")),
  PRODUCT_ATTRIBUTE(
      TextSide.PRODUCT,
      Shape.COLUMN,
      "attribute",
      "某属性",
      Text.of("template.product-attribute", "One column of the products, by its name")),
  PRICE_BAND(
      TextSide.PRODUCT,
      Shape.WORDS,
      "price band",
      "价格带",
      Text.of(
          "template.price-band",
          "Whether the product costs less or more than usual in its category")),
  MONTH(
      TextSide.PRODUCT,
      Shape.WORDS,
      "month",
      "月份",
      Text.of("template.month", "The month that the text stands for")),
  SEASON(
      TextSide.PRODUCT,
      Shape.WORDS,
      "season",
      "季节",
      Text.of("template.season", "The season of that month, on the northern half of the earth"));

  /** Which options a placeholder takes. */
  public enum Shape {
    /** {@code N words}. */
    WORDS,
    /** The name of a column, then {@code N words}. */
    COLUMN,
    /** {@code N} entries at most, each of {@code N words}. */
    LIST
  }

  private final TextSide side;
  private final Shape shape;
  private final String english;
  private final String chinese;
  private final Text meaning;

  Placeholder(TextSide side, Shape shape, String english, String chinese, Text meaning) {
    this.side = side;
    this.shape = shape;
    this.english = english;
    this.chinese = chinese;
    this.meaning = meaning;
  }

  public TextSide side() {
    return side;
  }

  public Shape shape() {
    return shape;
  }

  /** Its name in English templates. */
  public String english() {
    return english;
  }

  /** Its name in Chinese templates. */
  public String chinese() {
    return chinese;
  }

  /** What it stands for. */
  public Text meaning() {
    return meaning;
  }

  /** Those that a text of a side can be filled in with. */
  public static List<Placeholder> of(TextSide side) {
    return Arrays.stream(values()).filter(each -> each.side == side).toList();
  }

  /** The one of that name, in either language. */
  static Optional<Placeholder> find(TextSide side, String name) {
    return of(side).stream()
        .filter(each -> each.english.equalsIgnoreCase(name) || each.chinese.equals(name))
        .findFirst();
  }
}
