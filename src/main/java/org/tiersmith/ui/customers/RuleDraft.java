package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.profile.SegmentRule.AllOf;
import org.tiersmith.profile.SegmentRule.AnyOf;
import org.tiersmith.profile.SegmentRule.Not;

/** A rule as it stands in the editor, where a condition may lack its value yet. Immutable. */
sealed interface RuleDraft permits RuleDraft.Group, ConditionDraft {

  /** How many of a group's parts must hold. */
  enum Mode {
    ALL,
    ANY,
    NONE
  }

  /** Conditions and groups together. */
  record Group(Mode mode, List<RuleDraft> parts) implements RuleDraft {
    public Group {
      parts = List.copyOf(parts);
    }

    Group with(RuleDraft part) {
      List<RuleDraft> more = new ArrayList<>(parts);
      more.add(part);
      return new Group(mode, more);
    }

    @Override
    public Optional<SegmentRule> rule() {
      List<SegmentRule> rules = new ArrayList<>();
      for (RuleDraft part : parts) {
        Optional<SegmentRule> rule = part.rule();
        if (rule.isEmpty()) {
          return Optional.empty();
        }
        rules.add(rule.get());
      }
      return Optional.of(
          switch (mode) {
            case ALL -> new AllOf(rules);
            case ANY -> new AnyOf(rules);
            case NONE -> new Not(new AnyOf(rules));
          });
    }
  }

  /** The rule; empty while something is missing. */
  Optional<SegmentRule> rule();

  /** A rule for the editor, which always has a group around all. */
  static Group of(SegmentRule rule) {
    return part(rule) instanceof Group group ? group : new Group(Mode.ALL, List.of(part(rule)));
  }

  private static RuleDraft part(SegmentRule rule) {
    return switch (rule) {
      case AllOf all -> new Group(Mode.ALL, parts(all.rules()));
      case AnyOf any -> new Group(Mode.ANY, parts(any.rules()));
      case Not(AnyOf any) -> new Group(Mode.NONE, parts(any.rules()));
      case Not not -> new Group(Mode.NONE, List.of(part(not.rule())));
      default -> ConditionDraft.of(rule);
    };
  }

  private static List<RuleDraft> parts(List<SegmentRule> rules) {
    return rules.stream().map(RuleDraft::part).toList();
  }
}
