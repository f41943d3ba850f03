package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Examples;
import org.tiersmith.task.JobContext;

class NumbersBaselineTest {
  @Test
  void knowsNothingThatOnlyTheTextsTell() throws IOException {
    Examples examples = TinyShop.examples(2000);
    TestMetrics test = NumbersBaseline.measure(examples, 1, JobContext.detached());
    assertThat(test.rows()).isEqualTo(TinyShop.test(examples));
    assertThat(test.auc()).isBetween(0.4, 0.65);
    assertThat(test.ece()).isLessThan(0.1);
  }
}
