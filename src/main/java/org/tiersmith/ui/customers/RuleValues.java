package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.Consumer;
import org.tiersmith.model.Text;
import org.tiersmith.profile.SegmentRule.Trait;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** Finds the values that a condition's field proposes. On the FX thread. */
final class RuleValues {
  private static final Text FIND = Text.of("ui.customers.values", "Finding values");
  private static final int MOST = 8;

  private final RuleDesk desk;
  private final LatestReading<List<String>> finding;
  private Consumer<List<String>> found = values -> {};

  RuleValues(RuleDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    finding = new LatestReading<>(tasks, notices, FIND, values -> found.accept(values));
  }

  /** Looks for values of a subject that start so; a newer question cancels the one before. */
  void find(String subject, String start, Consumer<List<String>> answer) {
    found = answer;
    finding.ask(context -> values(subject, start, context));
  }

  private List<String> values(String subject, String start, JobContext context) {
    return switch (subject) {
      case ConditionDraft.CATEGORY -> desk.bought(Trait.CATEGORY, start, MOST, context);
      case ConditionDraft.BRAND -> desk.bought(Trait.BRAND, start, MOST, context);
      case ConditionDraft.TOPIC -> desk.values("topic", start, MOST, context);
      default -> desk.values(subject, start, MOST, context);
    };
  }

  void close() {
    finding.forget();
  }
}
