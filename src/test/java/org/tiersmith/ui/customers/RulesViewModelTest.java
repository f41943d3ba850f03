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
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.TestUi.HeldRunner;
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
  private int published;
  private final FakeRules desk =
      new FakeRules(
          change -> {
            published++;
            model.changed();
          });

  private RulesViewModel model() {
    return model(new SameThreadJobRunner((job, thrown) -> {}));
  }

  private RulesViewModel model(JobRunner runner) {
    model = new RulesViewModel(desk, new Tasks(runner, FxDispatcher.direct(), notices), notices);
    model.look();
    return model;
  }

  /** Types so many orders into the first condition. */
  private void type(int orders) {
    String typed = Integer.toString(orders);
    model.change(
        new Group(Mode.ALL, List.of(new ConditionDraft("orders", Operator.AT_LEAST, typed, ""))),
        "0:orders");
  }

  private SegmentRule saved(long id) {
    return desk.segments().find(id).orElseThrow().rule();
  }

  private static SegmentRule atLeast(int orders) {
    return new AllOf(List.of(new NumberIs("orders", Comparison.AT_LEAST, orders)));
  }

  private List<String> names() {
    return desk.segments().segments().stream().map(RuleSegment::name).toList();
  }

  @Test
  void beginsWithNone() {
    assertThat(model().own().savedProperty().get().segments()).isEmpty();
    assertThat(model.draftProperty().get()).isNull();
  }

  @Test
  void addsASegmentAndCountsItAtOnce() {
    model().own().add("Buyers", BUYERS);
    assertThat(model.own().selectedProperty().get()).isEqualTo(1);
    assertThat(model.counts().editedProperty().get().customers()).isPositive();
    assertThat(model.sentence().orElseThrow().english()).contains("is at least 1");
  }

  @Test
  void neitherCountsNorSavesAConditionWithoutItsValue() {
    model().own().add("Buyers", BUYERS);
    Group before = model.draftProperty().get();
    model.change(before.with(ConditionDraft.on("orders", Family.NUMBER)), "");
    assertThat(model.counts().editedProperty().get()).isNull();
    assertThat(model.sentence()).isEmpty();
    assertThat(desk.segments().find(1).orElseThrow().rule()).isEqualTo(BUYERS);
    model.change(before.with(new ConditionDraft("city", Operator.ONE_OF, "杭州, 上海", "")), "");
    assertThat(desk.segments().find(1).orElseThrow().rule())
        .isEqualTo(
            new AllOf(List.of(BUYERS, new TextIs("city", TextMatch.ONE_OF, List.of("杭州", "上海")))));
    assertThat(model.counts().editedProperty().get()).isNotNull();
  }

  @Test
  void countsWhatIsTypedAtOnceAndSavesItOnceWhenThePersonPauses() {
    model().own().add("Buyers", BUYERS);
    desk.counted().clear();
    published = 0;
    type(2);
    type(25);
    type(250);
    assertThat(saved(1)).isEqualTo(BUYERS);
    assertThat(published).isZero();
    model.commit();
    assertThat(saved(1)).isEqualTo(atLeast(250));
    assertThat(published).isEqualTo(1);
    assertThat(desk.counted()).containsExactly(atLeast(2), atLeast(25), atLeast(250));
    model.own().undo();
    assertThat(saved(1)).isEqualTo(BUYERS);
  }

  @Test
  void countsOnlyTheRuleThatChangedHoweverManySegmentsThereAre() {
    desk.filled();
    model().own().add("Buyers", BUYERS);
    desk.counted().clear();
    type(7);
    model.commit();
    assertThat(desk.counted()).containsExactly(atLeast(7));
    assertThat(model.counts().knownProperty().get()).hasSize(3).containsKey(atLeast(7));
  }

  @Test
  void aNewerCountCancelsTheOneBefore() {
    HeldRunner held = new HeldRunner();
    model(held).own().add("Buyers", BUYERS);
    held.release();
    desk.counted().clear();
    type(2);
    type(25);
    held.release();
    assertThat(desk.counted()).containsExactly(atLeast(25));
  }

  @Test
  void keepsWhatIsBeingTypedWhenTheSegmentsAreReadMeanwhile() {
    model().own().add("Buyers", BUYERS);
    type(2);
    model.commit();
    type(25);
    model.changed();
    assertThat(model.draftProperty().get().rule()).contains(atLeast(25));
    model.change(
        new Group(Mode.ALL, List.of(new ConditionDraft("orders", Operator.AT_LEAST, "", ""))),
        "0:orders");
    model.changed();
    assertThat(model.draftProperty().get().rule()).isEmpty();
  }

  @Test
  void savesWhatWasTypedBeforeAnythingElseIsDone() {
    desk.filled();
    model().own().add("Buyers", BUYERS);
    type(2);
    model.own().selectedProperty().set(1L);
    assertThat(saved(3)).isEqualTo(atLeast(2));
    model.own().selectedProperty().set(3L);
    type(3);
    model.own().rename(3, "Some");
    assertThat(saved(3)).isEqualTo(atLeast(3));
    type(4);
    model.close();
    assertThat(saved(3)).isEqualTo(atLeast(4));
  }

  @Test
  void showsTheFormerRuleAfterUndo() {
    model().own().add("Buyers", BUYERS);
    Group before = model.draftProperty().get();
    model.change(before.with(new ConditionDraft("orders", Operator.LESS, "9", "")), "");
    model.own().undo();
    assertThat(model.draftProperty().get()).isEqualTo(before);
    model.own().redo();
    assertThat(model.draftProperty().get().parts()).hasSize(2);
  }

  @Test
  void renamesDuplicatesMovesAndDeletes() {
    model().own().add("Buyers", BUYERS);
    model.own().rename(1, "All buyers");
    model.own().duplicate(1);
    assertThat(names()).containsExactly("All buyers", "All buyers 2");
    assertThat(model.own().selectedProperty().get()).isEqualTo(2);
    model.own().move(2, -1);
    assertThat(names()).containsExactly("All buyers 2", "All buyers");
    model.own().remove(2);
    assertThat(model.own().selectedProperty().get()).isEqualTo(1);
  }

  @Test
  void saysWhyARuleDoesNotFit() {
    desk.filled();
    model().own().selectedProperty().set(2L);
    assertThat(model.counts().editedProperty().get().applies()).isFalse();
    assertThat(model.counts().editedProperty().get().doubts()).hasSize(1);
  }

  @Test
  void proposesValues() {
    List<String> found = new ArrayList<>();
    model().values().find("city", "杭", found::addAll);
    assertThat(found).containsExactly("杭州");
    model.values().find(ConditionDraft.CATEGORY, "", found::addAll);
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
