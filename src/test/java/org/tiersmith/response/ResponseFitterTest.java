package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

class ResponseFitterTest {

  @Test
  void findsTheSensitivityOfEachSegment() {
    ResponseFits fits =
        Shops.fit(
            Shops.of(
                1, 60_000, Shops.hazard(0.1, 0.5), Shops.hazard(0.3, 3), Shops.hazard(0.02, 1)),
            3);

    assertThat(fits.responses().k()[0]).isCloseTo(0.5, within(0.1));
    assertThat(fits.responses().k()[1]).isCloseTo(3, within(0.2));
    assertThat(fits.responses().k()[2]).isCloseTo(1, within(0.1));
    assertThat(fits.segments().get(1).curves().hazard())
        .isCloseTo(AdditiveHazard.hazard(0.3), within(0.02));
    assertThat(fits.findings()).isEmpty();
    for (int s = 0; s < 3; s++) {
      AlphaEstimate alpha = fits.segments().get(s).alpha();
      assertThat(alpha.alpha()).isEqualTo(1 / fits.responses().k()[s]);
      assertThat(alpha.alpha()).isStrictlyBetween(alpha.low(), alpha.high());
    }
  }

  @Test
  void findsTheSlopeOfLogOdds() {
    ResponseFits fits = Shops.fit(Shops.of(2, 100_000, Shops.logit(0.1, 6)), 1);

    assertThat(fits.responses().b()[0]).isCloseTo(6, within(0.3));
    assertThat(fits.segments().getFirst().curves().logOdds())
        .isCloseTo(Logit.logOdds(0.1), within(0.06));
  }

  @Test
  void choosesTheFamilyThatForetellsBest() {
    ResponseFits hazard = Shops.fit(Shops.of(3, 400_000, Shops.hazard(0.02, 4)), 1);
    ResponseFits logit = Shops.fit(Shops.of(4, 400_000, Shops.logit(0.02, 14)), 1);
    ResponseFits step = Shops.fit(Shops.of(5, 100_000, rate -> rate < 0.12 ? 0.1 : 0.3), 1);

    assertThat(hazard.best()).isEqualTo(ResponseKind.HAZARD);
    assertThat(logit.best()).isEqualTo(ResponseKind.LOGIT);
    assertThat(step.best()).isEqualTo(ResponseKind.ISOTONIC);
    assertThat(step.heldOut().beatsConstant()).isTrue();
    assertThat(step.heldOut().isotonic()).isLessThan(step.heldOut().constant());
  }

  @Test
  void isotonicGainsFollowTheSteps() {
    ResponseFits fits = Shops.fit(Shops.of(5, 100_000, rate -> rate < 0.12 ? 0.1 : 0.3), 1);
    double gain = AdditiveHazard.hazard(0.3) - AdditiveHazard.hazard(0.1);

    assertThat(fits.responses().rates()).containsExactly(Shops.LADDER);
    assertThat(fits.responses().isotonicGain(0, 0.1)).isCloseTo(0, within(0.01));
    assertThat(fits.responses().isotonicGain(0, 0.2)).isCloseTo(gain, within(0.01));
    assertThat(fits.all().curves().probability(ResponseKind.ISOTONIC, 0.2))
        .isCloseTo(0.3, within(0.01));
  }

  @Test
  void showsWhatWasSeenAtEachRate() {
    Exposures exposures =
        new Exposures(
            new int[] {0, 0, 0, 0, -1},
            new double[] {0, 0.1, 0.1, 0.1, 0},
            new boolean[] {false, true, false, true, true},
            new boolean[] {false, false, false, true, false});
    ResponseFits fits = Shops.fit(exposures, 1);

    assertThat(fits.segments().getFirst().points())
        .containsExactly(new ObservedPoint(0, 1, 0), new ObservedPoint(0.1, 2, 1));
    assertThat(fits.all().points())
        .containsExactly(new ObservedPoint(0, 2, 1), new ObservedPoint(0.1, 2, 1));
    assertThat(fits.segments().getFirst().heldOut().exposures()).isEqualTo(1);
  }

  @Test
  void segmentsWithTooLittleTakeTheFitOfAll() {
    Exposures exposures = Shops.of(6, 2_000, Shops.hazard(0.2, 2));
    Arrays.fill(exposures.segment(), 0, 40, 1);
    ResponseFits fits = Shops.fit(exposures, 3);

    assertThat(fits.segments().get(0).own()).isTrue();
    assertThat(fits.segments().get(1).own()).isFalse();
    assertThat(fits.segments().get(2).own()).isFalse();
    assertThat(fits.segments().get(2).points()).isEmpty();
    assertThat(fits.responses().k()[1]).isEqualTo(fits.all().curves().k());
    assertThat(fits.segments().get(1).alpha().low()).isEqualTo(fits.all().alpha().low());
    assertThat(fits.segments().get(1).alpha().pairs())
        .isEqualTo(fits.segments().get(1).exposures());
    assertThat(keys(fits)).containsExactly("response.pooled");
  }

  @Test
  void neverOfferingADiscountTeachesNothing() {
    Exposures exposures = Shops.of(7, 1_000, Shops.hazard(0.2, 2), Shops.hazard(0.2, 2));
    Arrays.fill(exposures.rate(), 0);
    ResponseFits fits = Shops.fit(exposures, 2);

    assertThat(fits.responses().k()).containsOnly(0);
    assertThat(fits.responses().b()).containsOnly(0);
    assertThat(fits.responses().isotonicGain(0, 0.3)).isZero();
    assertThat(fits.all().alpha().alpha()).isInfinite();
    assertThat(fits.all().alpha().low()).isNaN();
    double share = fits.all().points().getFirst().share();
    for (ResponseKind kind :
        List.of(ResponseKind.HAZARD, ResponseKind.LOGIT, ResponseKind.ISOTONIC)) {
      assertThat(fits.all().curves().probability(kind, 0.3)).isCloseTo(share, within(0.001));
    }
    assertThat(keys(fits)).contains("response.one-rate");
  }

  @Test
  void withoutPurchasesEveryCurveIsLevel() {
    ResponseFits fits = Shops.fit(Shops.of(8, 1_000, rate -> 0), 1);

    assertThat(fits.responses().k()).containsOnly(0);
    assertThat(fits.responses().b()).containsOnly(0);
    assertThat(fits.all().alpha().alpha()).isInfinite();
    assertThat(fits.all().alpha().high()).isInfinite();
    assertThat(fits.all().alpha().low()).isBetween(0.0, 100.0);
    assertThat(keys(fits)).contains("response.no-purchases");
  }

  @Test
  void aResponseThatFallsIsLevelAndSaidToBe() {
    ResponseFits fits = Shops.fit(Shops.of(9, 20_000, rate -> 0.3 - rate / 2), 1);

    assertThat(fits.responses().k()).containsOnly(0);
    assertThat(fits.responses().gain()[0]).containsOnly(0);
    assertThat(fits.all().alpha().alpha()).isInfinite();
    assertThat(keys(fits)).contains("response.level");
  }

  /** Never bought without a discount, always with one: no finite likelihood maximum. */
  @Test
  void survivesSeparation() {
    ResponseFits fits = Shops.fit(Shops.of(10, 1_000, rate -> rate > 0.12 ? 1 : 0), 1);

    assertThat(fits.responses().k()[0]).isBetween(1.0, LineFamily.STEEPEST);
    assertThat(fits.responses().b()[0]).isBetween(10.0, LineFamily.STEEPEST);
    assertThat(fits.all().curves().probability(ResponseKind.ISOTONIC, 0.3)).isBetween(0.99, 1.0);
    assertThat(fits.all().alpha().low()).isLessThan(fits.all().alpha().alpha());
    assertThat(fits.heldOut().logit()).isLessThan(fits.heldOut().constant());
  }

  @Test
  void nothingHeldOutLeavesFitsUnchecked() {
    Exposures exposures = Shops.of(11, 1_000, Shops.hazard(0.2, 2));
    Arrays.fill(exposures.heldOut(), false);
    ResponseFits fits = Shops.fit(exposures, 1);

    assertThat(fits.heldOut().exposures()).isZero();
    assertThat(fits.heldOut().hazard()).isNaN();
    assertThat(fits.best()).isEqualTo(ResponseKind.HAZARD);
    assertThat(keys(fits)).containsExactly("response.nothing-held-out");
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    Exposures exposures = Shops.of(12, 3_000, Shops.hazard(0.2, 2), Shops.hazard(0.1, 1));
    int n = exposures.size();
    int[] segment = new int[n];
    double[] rate = new double[n];
    boolean[] purchased = new boolean[n];
    boolean[] heldOut = new boolean[n];
    for (int i = 0; i < n; i++) {
      segment[i] = exposures.segment()[n - 1 - i];
      rate[i] = exposures.rate()[n - 1 - i];
      purchased[i] = exposures.purchased()[n - 1 - i];
      heldOut[i] = exposures.heldOut()[n - 1 - i];
    }
    Exposures reversed = new Exposures(segment, rate, purchased, heldOut);

    assertThat(Shops.fit(reversed, 2)).isEqualTo(Shops.fit(exposures, 2));
  }

  @Test
  void aMillionSegmentsAreNoTrouble() {
    int segments = 1_000_000;
    Exposures exposures = Shops.of(13, 300_000, Shops.hazard(0.2, 2));
    Arrays.setAll(exposures.segment(), i -> i % segments);

    ResponseFits fits = Shops.fit(exposures, segments);

    assertThat(fits.segments()).hasSize(segments);
    assertThat(fits.responses().segments()).isEqualTo(segments);
    assertThat(fits.segments()).noneMatch(SegmentFit::own);
    assertThat(fits.segments().stream().mapToLong(SegmentFit::exposures).sum())
        .isEqualTo(fits.all().exposures());
    assertThat(fits.all().alpha().alpha()).isCloseTo(0.5, within(0.03));
  }

  @Test
  void refusesBadInput() {
    int[] one = new int[1];
    boolean[] flag = new boolean[1];
    for (double bad : new double[] {-0.1, 1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Exposures(one, new double[] {bad}, flag, flag))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("" + bad);
    }
    assertThatThrownBy(
            () ->
                Shops.fit(
                    new Exposures(new int[0], new double[0], new boolean[0], new boolean[0]), 1))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> Shops.fit(new Exposures(new int[] {1}, new double[1], flag, flag), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Exposures(one, new double[2], flag, flag))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stopsWhenTold() {
    assertThatThrownBy(
            () -> ResponseFitter.fit(Shops.of(1, 100, Shops.hazard(0.2, 2)), 1, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  /** 400 shops whose true k is 2. */
  @Test
  void intervalCoversTheTruthAboutNinetyFiveTimesInAHundred() {
    int covered = 0;
    for (int shop = 0; shop < 400; shop++) {
      AlphaEstimate alpha =
          Shops.fit(Shops.of(100 + shop, 2_000, Shops.hazard(0.1, 2)), 1).all().alpha();
      covered += alpha.low() <= 0.5 && 0.5 <= alpha.high() ? 1 : 0;
    }

    assertThat(covered / 400.0).isBetween(0.92, 0.98);
  }

  private static List<String> keys(ResponseFits fits) {
    return fits.findings().stream().map(Text::key).toList();
  }
}
