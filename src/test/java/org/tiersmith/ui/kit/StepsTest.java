package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class StepsTest {
  @Test
  void takesOneStepATurnInOrder() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    List<String> taken = new ArrayList<>();
    Steps.take(
        waiting::add, () -> taken.add("one"), () -> taken.add("two"), () -> taken.add("three"));
    assertThat(taken).containsExactly("one");
    waiting.remove().run();
    assertThat(taken).containsExactly("one", "two");
    waiting.remove().run();
    assertThat(taken).containsExactly("one", "two", "three");
    assertThat(waiting).isEmpty();
  }
}
