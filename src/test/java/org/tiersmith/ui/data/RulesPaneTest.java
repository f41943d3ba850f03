package org.tiersmith.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.tiersmith.data.Action;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.RuleOutcome;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

class RulesPaneTest {
  @Test
  void saysHowManyAnotherRuleLeftOut() {
    Fx.run(
        () -> {
          Ui ui = TestUi.of(Tongue.ENGLISH, Mode.LIGHT);
          RulesPane pane = new RulesPane(ui, ui.texts("data"), (rule, action) -> {});
          pane.show(
              ImportRules.DEFAULT,
              List.of(
                  outcome(ImportRule.CANCELLATION, Action.REJECT, 5_847, 5_565),
                  outcome(ImportRule.QUANTITY, Action.REJECT, 12, 12),
                  outcome(ImportRule.ZERO_PRICE, Action.KEEP, 8, 0)));
          Label split = split(pane, ImportRule.CANCELLATION);
          assertThat(split.isVisible()).isTrue();
          assertThat(split.getText()).isEqualTo("5,847 met · 5,565 left out by this rule");
          assertThat(split(pane, ImportRule.QUANTITY).isVisible()).isFalse();
          assertThat(split(pane, ImportRule.ZERO_PRICE).isVisible()).isFalse();
        });
  }

  private static RuleOutcome outcome(ImportRule rule, Action action, long met, long rejected) {
    long kept = action == Action.KEEP ? met : 0;
    return new RuleOutcome(rule.id(), "events", action, met, rejected, kept, 0, null);
  }

  private static Label split(RulesPane pane, ImportRule rule) {
    return (Label) Objects.requireNonNull(pane.getContent().lookup("#split-" + rule.id()));
  }
}
