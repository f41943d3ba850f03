package org.tiersmith.ui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.profile.RuleSegment;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.profile.SegmentRule.AllOf;
import org.tiersmith.profile.SegmentRule.AnyOf;
import org.tiersmith.profile.SegmentRule.Bought;
import org.tiersmith.profile.SegmentRule.Comparison;
import org.tiersmith.profile.SegmentRule.InLastDays;
import org.tiersmith.profile.SegmentRule.Keyword;
import org.tiersmith.profile.SegmentRule.Known;
import org.tiersmith.profile.SegmentRule.Not;
import org.tiersmith.profile.SegmentRule.NumberBetween;
import org.tiersmith.profile.SegmentRule.NumberIs;
import org.tiersmith.profile.SegmentRule.TextIs;
import org.tiersmith.profile.SegmentRule.TextMatch;
import org.tiersmith.profile.SegmentRule.Topic;
import org.tiersmith.profile.SegmentRule.Trait;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.customers.Operator.Family;
import org.tiersmith.ui.customers.RuleDraft.Group;
import org.tiersmith.ui.customers.RuleDraft.Mode;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

class RulesViewModelTest {
  private static final SegmentRule BUYERS = new NumberIs("orders", Comparison.AT_LEAST, 1);

  private final Notices notices = new Notices();
  private RulesViewModel model;
  private final FakeRules desk = new FakeRules(change -> model.changed());

  private RulesViewModel model() {
    Tasks tasks =
        new Tasks(new SameThreadJobRunner((job, thrown) -> {}), FxDispatcher.direct(), notices);
    model = new RulesViewModel(desk, tasks, notices);
    model.look();
    return model;
  }

  private List<String> names() {
    return desk.segments().segments().stream().map(RuleSegment::name).toList();
  }

  @Test
  void beginsWithNone() {
    assertThat(model().savedProperty().get().segments()).isEmpty();
    assertThat(model.draftProperty().get()).isNull();
  }

  @Test
  void addsASegmentAndCountsItAtOnce() {
    model().add("Buyers", BUYERS);
    assertThat(model.selectedProperty().get()).isEqualTo(1);
    assertThat(model.countProperty().get().customers()).isPositive();
    assertThat(model.sentence().orElseThrow().english()).contains("is at least 1");
  }

  @Test
  void neitherCountsNorSavesAConditionWithoutItsValue() {
    model().add("Buyers", BUYERS);
    Group before = model.draftProperty().get();
    model.change(before.with(ConditionDraft.on("orders", Family.NUMBER)), "");
    assertThat(model.countProperty().get()).isNull();
    assertThat(model.sentence()).isEmpty();
    assertThat(desk.segments().find(1).orElseThrow().rule()).isEqualTo(BUYERS);
    model.change(before.with(new ConditionDraft("city", Operator.ONE_OF, "杭州, 上海", "")), "");
    assertThat(desk.segments().find(1).orElseThrow().rule())
        .isEqualTo(
            new AllOf(List.of(BUYERS, new TextIs("city", TextMatch.ONE_OF, List.of("杭州", "上海")))));
    assertThat(model.countProperty().get()).isNotNull();
  }

  @Test
  void showsTheFormerRuleAfterUndo() {
    model().add("Buyers", BUYERS);
    Group before = model.draftProperty().get();
    model.change(before.with(new ConditionDraft("orders", Operator.LESS, "9", "")), "");
    model.undo();
    assertThat(model.draftProperty().get()).isEqualTo(before);
    model.redo();
    assertThat(model.draftProperty().get().parts()).hasSize(2);
  }

  @Test
  void renamesDuplicatesMovesAndDeletes() {
    model().add("Buyers", BUYERS);
    model.rename(1, "All buyers");
    model.duplicate(1);
    assertThat(names()).containsExactly("All buyers", "All buyers 2");
    assertThat(model.selectedProperty().get()).isEqualTo(2);
    model.move(2, -1);
    assertThat(names()).containsExactly("All buyers 2", "All buyers");
    model.remove(2);
    assertThat(model.selectedProperty().get()).isEqualTo(1);
  }

  @Test
  void saysWhyARuleDoesNotFit() {
    desk.filled();
    model().selectedProperty().set(2L);
    assertThat(model.countProperty().get().applies()).isFalse();
    assertThat(model.countProperty().get().doubts()).hasSize(1);
  }

  @Test
  void proposesValues() {
    List<String> found = new ArrayList<>();
    model().find("city", "杭", found::addAll);
    assertThat(found).containsExactly("杭州");
    model.find(ConditionDraft.CATEGORY, "", found::addAll);
    assertThat(found).contains("Coffee");
  }

  @Test
  void everyKindOfRuleComesBackFromTheEditorAsItWas() {
    SegmentRule rule =
        new AllOf(
            List.of(
                new NumberIs("orders", Comparison.MORE, 2.5),
                new NumberBetween("recency_days", 10, 20.25),
                new TextIs("city", TextMatch.STARTS_WITH, List.of("杭")),
                new InLastDays("last_seen", 30),
                new Known("city", false),
                new Keyword("kettle"),
                new Topic("coffee", 0.25),
                new AnyOf(
                    List.of(
                        new Bought(Trait.CATEGORY, "Coffee", 1, 0),
                        new Bought(Trait.BRAND, "Hario", 3, 0),
                        new Bought(Trait.CATEGORY, "Tea", 2, 90))),
                new Not(new AnyOf(List.of(BUYERS)))));
    assertThat(RuleDraft.of(rule).rule()).contains(rule);
  }

  @Test
  void nothingOfAGroupIsARuleWhileAPartIsUnfinished() {
    Group group =
        new Group(Mode.ANY, List.of(new ConditionDraft("orders", Operator.EQUAL, "many", "")));
    assertThat(group.rule()).isEmpty();
    assertThat(new ConditionDraft("d", Operator.BEFORE, "2026-13-01", "").rule()).isEmpty();
  }
}
