package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tiersmith.model.EncoderForm;

class ProposalTest {
  private static final int MOST = 1_000_000;

  /** Examples a second on two cores, as {@link Proposal} reckons. */
  private static final Pace CROSS = new Pace(40, 120, 240);

  private static final Pace TOWERS = new Pace(45, 80, 160);

  @Property
  void usualSizesHaveTheUsualSettings(
      @ForAll EncoderForm form,
      @ForAll @IntRange(min = Proposal.USUAL_FROM, max = Proposal.USUAL_TO) int examples,
      @ForAll boolean gpu) {
    assertThat(Proposal.of(form, examples, gpu)).isEqualTo(TrainingSettings.defaults(form));
  }

  @Property
  void moreExamplesAreNeverGoneOverMoreOftenNorFewerOfThemSeen(
      @ForAll EncoderForm form,
      @ForAll("sizes") int one,
      @ForAll("sizes") int other,
      @ForAll boolean gpu) {
    int few = Math.min(one, other);
    int many = Math.max(one, other);
    TrainingSettings small = Proposal.of(form, few, gpu);
    TrainingSettings large = Proposal.of(form, many, gpu);
    assertThat(large.epochs()).isLessThanOrEqualTo(small.epochs());
    assertThat(large.tuning().headEpochs()).isLessThanOrEqualTo(small.tuning().headEpochs());
    assertThat(seen(large, many)).isGreaterThanOrEqualTo(seen(small, few));
  }

  /** As long as time does not bind, twice the data is at least as much work. */
  @Property
  void twiceTheDataIsNotLessWork(
      @ForAll EncoderForm form,
      @ForAll @IntRange(min = 20, max = Proposal.USUAL_TO / 2) int examples,
      @ForAll boolean gpu) {
    assertThat(work(Proposal.of(form, 2 * examples, gpu), 2 * examples))
        .isGreaterThanOrEqualTo(work(Proposal.of(form, examples, gpu), examples));
  }

  @Property
  void learningOnACpuEndsWithinTheHour(@ForAll EncoderForm form, @ForAll("sizes") int examples) {
    Pace pace = form == EncoderForm.CROSS ? CROSS : TOWERS;
    TrainingSettings settings = Proposal.of(form, examples, false);
    // Every example with a customer's text of its own, the test left out.
    Pace.Amount amount =
        new Pace.Amount(examples, Math.round(0.15 / 0.7 * examples), 0, 10_000_000, 0.5);
    assertThat(pace.seconds(settings, amount) / 60).isBetween(0.0, 60.0);
  }

  @Property
  void aGpuSeesAllExamples(@ForAll EncoderForm form, @ForAll("sizes") int examples) {
    assertThat(Proposal.of(form, examples, true).maxExamples()).isZero();
  }

  private static long work(TrainingSettings settings, int examples) {
    return settings.epochs() * seen(settings, examples);
  }

  private static long seen(TrainingSettings settings, int examples) {
    int most = settings.maxExamples();
    return most == 0 ? examples : Math.min(most, examples);
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(20, MOST);
  }
}
