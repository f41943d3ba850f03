package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tiersmith.profile.SegmentRule.AllOf;
import org.tiersmith.profile.SegmentRule.AnyOf;
import org.tiersmith.profile.SegmentRule.Bought;
import org.tiersmith.profile.SegmentRule.Comparison;
import org.tiersmith.profile.SegmentRule.DayIs;
import org.tiersmith.profile.SegmentRule.DayMatch;
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
import org.tiersmith.service.Localizer;

/** Rules as sentences in both languages. */
class RuleSentenceTest {

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(
            new NumberIs("revenue", Comparison.AT_LEAST, 12_345.678),
            "Revenue is at least 12345.678"),
        Arguments.of(new NumberIs("a{0}'b", Comparison.LESS, -1e-4), "a{0}'b is less than -0.0001"),
        Arguments.of(new NumberBetween("churn_risk", 0.5, 1), "Churn risk (0-1) is from 0.5 to 1"),
        Arguments.of(
            new TextIs("city", TextMatch.ONE_OF, List.of("Lyon", "Ulm")),
            "city is one of: Lyon, Ulm"),
        Arguments.of(
            new DayIs("joined", DayMatch.BEFORE, LocalDate.of(2024, 1, 1)),
            "joined is before 2024-01-01"),
        Arguments.of(new InLastDays("last_seen", 30), "Last seen is within the last 30 days"),
        Arguments.of(new Known("city", false), "city is missing"),
        Arguments.of(
            new Bought(Trait.CATEGORY, "Dresses", 2, 90),
            "bought category \"Dresses\" on at least 2 of the last 90 days"),
        Arguments.of(
            new Bought(Trait.BRAND, "Acme", 1, 0), "bought brand \"Acme\" on at least 1 days"),
        Arguments.of(new Topic("tea, cup", 0.25), "the topic is \"tea, cup\" by at least 25 %"),
        Arguments.of(new AllOf(List.of()), "all customers"),
        Arguments.of(new AnyOf(List.of()), "no customer"),
        Arguments.of(
            new AllOf(
                List.of(
                    new Keyword("tea"),
                    new AnyOf(List.of(new Known("a", true), new Known("b", true))),
                    new Not(new Keyword("mug")))),
            "\"tea\" is among the keywords and (a is known or b is known) and not (\"mug\" is among"
                + " the keywords)"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void saysWhatARuleMeans(SegmentRule rule, String sentence) {
    assertThat(RuleSentence.of(rule).english()).isEqualTo(sentence);
  }

  @Test
  void saysItInChineseToo() {
    SegmentRule rule =
        new AllOf(
            List.of(
                new NumberIs("orders", Comparison.MORE, 3),
                new Bought(Trait.CATEGORY, "连衣裙", 1, 90)));
    assertThat(Localizer.localise(RuleSentence.of(rule), Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("订单数 大于 3 且 最近 90 天中至少有 1 天买过品类“连衣裙”");
  }
}
