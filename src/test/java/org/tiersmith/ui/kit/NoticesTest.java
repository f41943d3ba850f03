package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.CancelledException;
import org.tiersmith.ui.kit.Notices.Kind;

class NoticesTest {
  private final Notices notices = new Notices();

  @Test
  void sayAProblemInItsOwnWords() {
    notices.problem(new CompletionException(Problem.of("test.bad", "Line {0} is bad.", 7)));
    assertThat(notices.open().getFirst().kind()).isEqualTo(Kind.PROBLEM);
    assertThat(notices.open().getFirst().text().english()).isEqualTo("Line 7 is bad.");
    assertThat(notices.open().getFirst().details()).isNull();
  }

  @Test
  void keepTheDetailsOfAFailure() {
    notices.problem(new IllegalStateException("inner"));
    assertThat(notices.open().getFirst().kind()).isEqualTo(Kind.FAILURE);
    assertThat(notices.open().getFirst().text().english()).contains("TS-").doesNotContain("inner");
    assertThat(notices.open().getFirst().details()).contains("inner");
  }

  @Test
  void areSilentAboutACancel() {
    notices.problem(new CancelledException());
    assertThat(notices.open()).isEmpty();
  }

  @Test
  void areOneWhenTheySayTheSame() {
    notices.problem(Problem.of("test.bad", "Line {0} is bad.", 7));
    notices.done(Text.of("test.done", "Done."));
    notices.problem(Problem.of("test.bad", "Line {0} is bad.", 8));
    notices.problem(Problem.of("test.bad", "Line {0} is bad.", 7));
    assertThat(notices.open())
        .extracting(notice -> notice.text().english() + " " + notice.times())
        .containsExactly("Done. 1", "Line 8 is bad. 1", "Line 7 is bad. 2");

    notices.dismiss(notices.open().getLast());
    notices.problem(Problem.of("test.bad", "Line {0} is bad.", 7));
    assertThat(notices.open().getLast().times()).isEqualTo(1);
  }

  @Test
  void theSameFailureIsOneToo() {
    for (int i = 0; i < 3; i++) {
      notices.problem(new IllegalStateException("inner"));
    }
    assertThat(notices.open()).singleElement().extracting("times").isEqualTo(3);
  }

  @Test
  void goWhenDismissed() {
    notices.done(Text.of("test.done", "Done."));
    notices.dismiss(notices.open().getFirst());
    assertThat(notices.open()).isEmpty();
  }
}
