package org.tiersmith.profile.template;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.template.Placeholder.Shape;

/** Reads what stands between two braces. */
final class SlotReader {
  private static final Pattern NAME = Pattern.compile("([^:：]*)(?:[:：](.*))?");
  private static final Pattern OPTION =
      Pattern.compile("\\s*(\"([^\"]*)\"|[^,，\"]*)\\s*(?:[,，]|$)");
  private static final Pattern WORDS = Pattern.compile("(\\d{1,4})\\s*(?:words?|词)");
  private static final Pattern COUNT = Pattern.compile("\\d{1,3}");

  /** Names that people expect and that would tell the model what came later. */
  private static final Set<String> OF_ALL_DAYS =
      Set.of("topic", "segment", "churn risk", "主题", "客群", "流失风险");

  private final TextSide side;
  private final String words;
  private final int from;
  private final Faults faults;

  /** Takes what is wrong at an index. */
  interface Faults {
    void add(int index, Text what);
  }

  SlotReader(TextSide side, String words, int from, Faults faults) {
    this.side = side;
    this.words = words;
    this.from = from;
    this.faults = faults;
  }

  /** The placeholder; null where it is none. */
  @Nullable Slot slot() {
    Matcher matcher = NAME.matcher(words);
    if (!matcher.matches()) {
      faults.add(from, unknown(words.strip()));
      return null;
    }
    String name = matcher.group(1).strip();
    Placeholder placeholder = Placeholder.find(side, name).orElse(null);
    if (placeholder == null) {
      faults.add(
          from, OF_ALL_DAYS.contains(name.toLowerCase(Locale.ROOT)) ? later(name) : unknown(name));
      return null;
    }
    Slot slot = Slot.plain(placeholder);
    if (matcher.group(2) != null) {
      slot = options(slot, matcher.group(2), from + matcher.start(2));
    }
    if (slot != null && placeholder.shape() == Shape.COLUMN && slot.column().isEmpty()) {
      faults.add(
          from,
          Text.of("template.no-column", "Say which column is meant: '{'{0}: column'}'.", name));
      return null;
    }
    return slot;
  }

  private @Nullable Slot options(Slot plain, String all, int at) {
    Slot slot = plain;
    Matcher matcher = OPTION.matcher(all);
    int next = 0;
    while (next < all.length() && matcher.find(next) && matcher.start() == next) {
      String quoted = matcher.group(2);
      Slot with = quoted == null ? option(slot, matcher.group(1).strip()) : column(slot, quoted);
      if (with == null) {
        faults.add(at + matcher.start(1), badOption(plain.placeholder(), matcher.group(1).strip()));
        return null;
      }
      slot = with;
      next = matcher.end();
    }
    return slot;
  }

  private static @Nullable Slot option(Slot slot, String option) {
    Matcher most = WORDS.matcher(option);
    if (most.matches()) {
      int number = Integer.parseInt(most.group(1));
      return number == 0 ? null : slot.withWords(number);
    }
    if (slot.placeholder().shape() == Shape.LIST) {
      int number = COUNT.matcher(option).matches() ? Integer.parseInt(option) : 0;
      return number == 0 ? null : slot.withCount(number);
    }
    return column(slot, option);
  }

  private static @Nullable Slot column(Slot slot, String name) {
    boolean fits = slot.placeholder().shape() == Shape.COLUMN && slot.column().isEmpty();
    return fits && !name.isBlank() ? slot.withColumn(name) : null;
  }

  private static Text badOption(Placeholder placeholder, String option) {
    String fits =
        switch (placeholder.shape()) {
          case WORDS -> "{" + placeholder.english() + ": 20 words}";
          case COLUMN -> "{" + placeholder.english() + ": column, 5 words}";
          case LIST -> "{" + placeholder.english() + ": 4, 6 words}";
        };
    return Text.of(
        "template.bad-option", "\"{0}\" is no option here. Write it like {1}.", option, fits);
  }

  private Text unknown(String name) {
    List<String> names =
        Placeholder.of(side).stream()
            .map(TemplateParser.isChinese(name) ? Placeholder::chinese : Placeholder::english)
            .toList();
    List<String> near = NearNames.of(name, names);
    return near.isEmpty()
        ? Text.of(
            "template.unknown",
            "There is no placeholder \"{0}\". There are: {1}.",
            name,
            String.join(", ", names))
        : Text.of(
            "template.unknown-near",
            "There is no placeholder \"{0}\". Is {1} meant?",
            name,
            String.join(", ", near));
  }

  private static Text later(String name) {
    return Text.of(
        "template.of-all-days",
        "\"{0}\" is computed from the whole history, so it would tell the model what came later. It"
            + " can''t stand in a text; rfm and keywords are computed as of the day.",
        name);
  }
}
