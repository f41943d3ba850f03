package org.tiersmith.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.RuleColumn.Kind;
import org.tiersmith.profile.SegmentRule.DayIs;
import org.tiersmith.profile.SegmentRule.InLastDays;
import org.tiersmith.profile.SegmentRule.Keyword;
import org.tiersmith.profile.SegmentRule.Known;
import org.tiersmith.profile.SegmentRule.NumberBetween;
import org.tiersmith.profile.SegmentRule.NumberIs;
import org.tiersmith.profile.SegmentRule.TextIs;
import org.tiersmith.profile.SegmentRule.Topic;

/** Why a rule does not fit the data, in sentences; none when it does. */
final class RuleDoubts {
  private final Map<String, RuleColumn> columns;
  private final List<Text> found = new ArrayList<>();

  private RuleDoubts(Map<String, RuleColumn> columns) {
    this.columns = columns;
  }

  static List<Text> of(SegmentRule rule, Map<String, RuleColumn> columns) {
    if (rule.depth() > SegmentRule.DEEPEST) {
      return List.of(
          Text.of(
              "rule.too-deep",
              "The rule has more than {0} groups within each other; put fewer.",
              SegmentRule.DEEPEST));
    }
    RuleDoubts doubts = new RuleDoubts(columns);
    doubts.check(rule);
    return doubts.found.stream().distinct().toList();
  }

  private void check(SegmentRule rule) {
    rule.parts().forEach(this::check);
    switch (rule) {
      case NumberIs is -> needs(is.column(), Kind.NUMBER);
      case NumberBetween in -> needs(in.column(), Kind.NUMBER);
      case DayIs is -> needs(is.column(), Kind.DAY);
      case InLastDays in -> needs(in.column(), Kind.DAY);
      case TextIs is -> needs(is.column(), null);
      case Known known -> needs(known.column(), null);
      case Keyword ignored -> needs("keywords", null);
      case Topic ignored -> needs("topic", null);
      default -> {}
    }
  }

  private void needs(String column, @Nullable Kind kind) {
    RuleColumn there = columns.get(column);
    if (there == null) {
      found.add(
          Text.of(
              "rule.no-column",
              "These customers have no column \"{0}\".",
              ColumnTitles.of(column)));
    } else if (kind == Kind.NUMBER && there.kind() != kind) {
      found.add(Text.of("rule.no-number", "\"{0}\" holds no numbers.", there.title()));
    } else if (kind == Kind.DAY && there.kind() != kind) {
      found.add(Text.of("rule.no-day", "\"{0}\" holds no dates.", there.title()));
    }
  }
}
