package org.tiersmith.profile.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** Reads a template line by line, and collects what is wrong with it. To be used once. */
final class TemplateParser {
  private static final int LONGEST = 20_000;
  private static final Pattern LIMIT =
      Pattern.compile("(?:limit|最多)\\s*(\\d{1,4})\\s*(?:words?|词)");
  private static final Pattern CONDITION =
      Pattern.compile("(if|unless|若有|若无)\\s*\\{([^{}]*)}\\s*(?:[:：]\\s*)?");

  private final TextSide side;
  private final String source;
  private final List<TemplateFault> faults = new ArrayList<>();
  private final List<TextTemplate.Use> uses = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private int limit;

  TemplateParser(TextSide side, String source) {
    this.side = side;
    this.source = source;
  }

  /** Whether a template is Chinese; remarks do not count. */
  static boolean isChinese(String source) {
    return source
        .lines()
        .filter(line -> !line.strip().startsWith("#"))
        .flatMapToInt(String::codePoints)
        .anyMatch(Character::isIdeographic);
  }

  /** What could be read; to be trusted only where there are no {@link #faults}. */
  TextTemplate template() {
    if (source.length() > LONGEST) {
      fault(
          1, 1, Text.of("template.too-long", "The template is longer than {0} letters.", LONGEST));
    } else {
      List<String> all = source.lines().toList();
      for (int i = 0; i < all.size(); i++) {
        line(all.get(i), i + 1);
      }
    }
    if (lines.isEmpty() && faults.isEmpty()) {
      fault(1, 1, Text.of("template.empty", "The template says nothing."));
    }
    return new TextTemplate(side, source, lines, uses, limit);
  }

  List<TemplateFault> faults() {
    return List.copyOf(faults);
  }

  private void line(String line, int number) {
    String words = line.strip();
    Matcher most = LIMIT.matcher(words);
    if (words.isEmpty() || words.startsWith("#")) {
      return;
    }
    if (most.matches()) {
      limit(Integer.parseInt(most.group(1)), number);
    } else {
      sentence(line, number, line.indexOf(words));
    }
  }

  private void limit(int words, int number) {
    if (words == 0 || limit > 0) {
      fault(
          number,
          1,
          Text.of("template.limit", "One line may limit the whole text, to at least one word."));
    } else {
      limit = words;
    }
  }

  private void sentence(String line, int number, int from) {
    Matcher matcher = CONDITION.matcher(line).region(from, line.length());
    LineReader reader = new LineReader(side, line.stripTrailing(), number);
    @Nullable Slot condition = null;
    boolean wanted = true;
    int at = from;
    if (matcher.lookingAt()) {
      wanted = matcher.group(1).equals("if") || matcher.group(1).equals("若有");
      condition = reader.slot(matcher.start(2), matcher.end(2));
      at = matcher.end();
      if (!matcher.group().strip().endsWith(":") && !matcher.group().strip().endsWith("：")) {
        reader.fault(
            matcher.end(2) + 1,
            Text.of(
                "template.no-colon",
                "A condition ends in a colon: {0} '{'{1}'}':",
                matcher.group(1),
                matcher.group(2)));
      }
    }
    List<Piece> pieces = reader.pieces(at);
    faults.addAll(reader.faults());
    uses.addAll(reader.uses());
    lines.add(new Line(condition, wanted, pieces));
  }

  private void fault(int line, int column, Text what) {
    faults.add(new TemplateFault(line, column, what));
  }
}
