package org.tiersmith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellModelTest {
  private final FakeScreen home = new FakeScreen("home");
  private final FakeScreen data = new FakeScreen("data");
  private final FakeScreen closed = new FakeScreen("plan").disabled();
  private final ShellModel model = new ShellModel(List.of(home, data, closed));

  @Test
  void beginsWithTheFirstScreen() {
    assertThat(model.current()).isEqualTo(home);
    assertThat(home.happened()).containsExactly("shown");
  }

  @Test
  void opensScreensByIdAndByPlace() {
    model.open("data");
    assertThat(model.current()).isEqualTo(data);
    model.open(0);
    assertThat(model.current()).isEqualTo(home);
  }

  @Test
  void staysWhereItIsWhenAScreenCannotBeOpened() {
    model.open("plan");
    model.open("nowhere");
    model.open(17);
    assertThat(model.current()).isEqualTo(home);
  }

  @Test
  void closesTheScreensThatLeaveAndStaysAtTheSamePlace() {
    model.open("data");
    FakeScreen other = new FakeScreen("data");
    model.replace(List.of(home, other));
    assertThat(model.current()).isEqualTo(other);
    assertThat(data.happened()).endsWith("close");
    assertThat(home.happened()).doesNotContain("close");
  }

  @Test
  void goesHomeWhenItsPlaceIsGone() {
    model.open("data");
    model.replace(List.of(home));
    assertThat(model.current()).isEqualTo(home);
  }
}
