package org.tiersmith.profile.template;

/** The templates of both texts that a model reads. */
public record TextTemplates(TextTemplate customer, TextTemplate product) {
  private static final String CUSTOMER_ENGLISH =
      """
      # One line is one sentence. A line whose placeholders have nothing to say is left out.
      limit 60 words
      {about: 36 words}
      {attributes: 24 words}
      unless {about}: Often buys: {usual categories: 8, 6 words}.
      Searched: {searched: 3, 6 words}.
      Bought: {bought: 4, 6 words}.
      Viewed: {viewed: 4, 6 words}.
      Wrote: {wrote: 1, 10 words}.
      """;
  private static final String PRODUCT_ENGLISH =
      """
      # One line is one sentence. A line whose placeholders have nothing to say is left out.
      {title}
      {category}
      {brand}
      {description: 25 words}
      {attributes}
      in {month}
      """;
  private static final String CUSTOMER_CHINESE =
      """
      # 一行一句；占位符都没有内容的行会被省略。
      最多 60 词
      {简介：36词}
      {属性：24词}
      若无 {简介}：常买：{常买类目：8，6词}。
      搜索：{搜索：3，6词}。
      买过：{买过：4，6词}。
      看过：{看过：4，6词}。
      评价：{评价：1，10词}。
      """;
  private static final String PRODUCT_CHINESE =
      """
      # 一行一句；占位符都没有内容的行会被省略。
      {标题}
      {类目}
      {品牌}
      {描述：25词}
      {属性}
      {月份}
      """;

  public static final TextTemplates ENGLISH = of(CUSTOMER_ENGLISH, PRODUCT_ENGLISH);
  public static final TextTemplates CHINESE = of(CUSTOMER_CHINESE, PRODUCT_CHINESE);

  /**
   * Reads both.
   *
   * @throws org.tiersmith.model.Problem that tells the first fault and its place
   */
  public static TextTemplates of(String customer, String product) {
    return new TextTemplates(
        TextTemplate.parse(TextSide.CUSTOMER, customer),
        TextTemplate.parse(TextSide.PRODUCT, product));
  }

  /** The one of a side. */
  public TextTemplate of(TextSide side) {
    return side == TextSide.CUSTOMER ? customer : product;
  }

  /** These with another one of its side. */
  public TextTemplates with(TextTemplate template) {
    return template.side() == TextSide.CUSTOMER
        ? new TextTemplates(template, product)
        : new TextTemplates(customer, template);
  }
}
