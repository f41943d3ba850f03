package org.tiersmith.profile.template;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/**
 * How a text that a model reads is put together. Immutable; equal where the sources are.
 *
 * <p>Each line is a sentence: it is closed with a full stop where it ends in none, and sentences
 * are parted by a space. A line whose placeholders all have nothing to say vanishes with its words.
 *
 * <pre>
 * # a remark
 * limit 60 words
 * {about: 36 words}
 * unless {about}: Often buys: {usual categories: 8, 6 words}.
 * Bought: {bought: 4, 6 words}[, viewed: {viewed: 2}].
 * Lives in {attribute: city}.
 * </pre>
 *
 * <ul>
 *   <li>{@code {name}} is a placeholder; after a colon, parted by commas, stand its options: of a
 *       list how many entries, and {@code N words} for the length of each; of others {@code N
 *       words}; {@code {attribute: column}} names its column, in quotes if it holds a comma.
 *   <li>{@code [words {name}]} vanishes where its placeholders have nothing to say.
 *   <li>{@code if {name}:} and {@code unless {name}:} before a line make it hang on another
 *       placeholder.
 *   <li>{@code limit N words} cuts the whole.
 *   <li>{@code \} before a brace, a bracket, a {@code #} or itself takes it as it is.
 * </ul>
 *
 * <p>A template with a Chinese character in it is Chinese: lists are parted by a full-width
 * semicolon, sentences end in a full-width stop, months and price levels have Chinese names. In it
 * placeholders may have their Chinese names, {@code 词} stands for {@code words}, {@code 最多} for
 * {@code limit}, {@code 若有} and {@code 若无} for {@code if} and {@code unless}.
 */
public final class TextTemplate {
  private static final String ENDS = ".!?。！？";

  private final TextSide side;
  private final String source;
  private final List<Line> lines;
  private final List<Use> uses;
  private final int limit;
  private final boolean chinese;

  /**
   * Where a template uses a placeholder.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Use(Slot slot, int line, int column) {}

  TextTemplate(TextSide side, String source, List<Line> lines, List<Use> uses, int limit) {
    this.side = side;
    this.source = source;
    this.lines = List.copyOf(lines);
    this.uses = List.copyOf(uses);
    this.limit = limit;
    this.chinese = TemplateParser.isChinese(source);
  }

  /**
   * Reads a template.
   *
   * @throws Problem that tells the first fault and its place
   */
  public static TextTemplate parse(TextSide side, String source) {
    TemplateParser parser = new TemplateParser(side, source);
    TextTemplate template = parser.template();
    if (!parser.faults().isEmpty()) {
      throw new Problem(parser.faults().getFirst().text());
    }
    return template;
  }

  /** All that is wrong with a template; empty where nothing is. */
  public static List<TemplateFault> faults(TextSide side, String source) {
    TemplateParser parser = new TemplateParser(side, source);
    parser.template();
    return parser.faults();
  }

  public TextSide side() {
    return side;
  }

  /** What {@link #parse} was given. */
  public String source() {
    return source;
  }

  /** Whether it writes Chinese. */
  public boolean chinese() {
    return chinese;
  }

  /** The placeholders, in the order of their places. */
  public List<Use> uses() {
    return uses;
  }

  /** The slots of a placeholder, without repetition. */
  public Set<Slot> slots(Placeholder placeholder) {
    return slots().filter(slot -> slot.placeholder() == placeholder).collect(Collectors.toSet());
  }

  /** Names of the columns that it asks for. */
  public Set<String> columns() {
    return slots()
        .map(Slot::column)
        .filter(column -> !column.isEmpty())
        .collect(Collectors.toSet());
  }

  /**
   * The text.
   *
   * @param values what each placeholder says; null where it has nothing to say
   */
  public String render(Function<Slot, @Nullable String> values) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      String sentence = line.filled(values);
      if (!sentence.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(sentence);
        boolean ended = ENDS.indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
        text.append(ended ? "" : chinese ? "。" : ".");
      }
    }
    return limit == 0 ? text.toString() : Words.cutTidily(text.toString(), limit);
  }

  private Stream<Slot> slots() {
    return lines.stream().flatMap(Line::slots);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextTemplate that && side == that.side && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
