package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;

class PieceBudgetTest {
  private static final int[] BATCH = IntStream.range(0, 10).toArray();

  @Test
  void aBatchThatFitsIsOnePart() {
    assertThat(parts(new PieceBudget(80), 8)).containsExactly(10);
  }

  @Test
  void aLargerOneIsPartedInOrder() {
    List<Integer> seen = new ArrayList<>();
    new PieceBudget(32)
        .attempt(
            BATCH,
            i -> 8,
            parts -> {
              parts.forEach(part -> IntStream.of(part).forEach(seen::add));
              return parts;
            });
    assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(parts(new PieceBudget(32), 8)).containsExactly(4, 4, 2);
  }

  @Test
  void paddingCounts() {
    assertThat(
            new PieceBudget(32)
                .<List<Integer>>attempt(
                    BATCH,
                    i -> i == 5 ? 16 : 4,
                    parts -> parts.stream().map(p -> p.length).toList()))
        .as("five short ones, a long one among two, and the rest")
        .containsExactly(5, 2, 3);
  }

  @Test
  void isHalvedWhereMemoryRunsOutAndStaysSo() {
    PieceBudget budget = new PieceBudget(1000);
    assertThat(limited(budget, 3)).containsExactly(2, 2, 2, 2, 2);
    assertThat(budget.pieces()).isEqualTo(25);
    assertThat(parts(budget, 10)).containsExactly(2, 2, 2, 2, 2);
  }

  @Test
  void saysSoWhereASingleOneDoesNotFit() {
    assertThatThrownBy(() -> limited(new PieceBudget(1000), 0))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("too little memory")
        .hasCauseInstanceOf(EngineException.class);
  }

  @Test
  void saysSoWhereTheLongestDoesNotFitThoughOthersWould() {
    PieceBudget budget = new PieceBudget(1000);
    assertThatThrownBy(
            () ->
                budget.attempt(
                    BATCH,
                    i -> i == 0 ? 96 : 8,
                    parts -> {
                      if (parts.stream().anyMatch(part -> part[0] == 0)) {
                        throw new EngineException("out of memory");
                      }
                      return parts;
                    }))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("too little memory");
    assertThat(budget.pieces()).isEqualTo(96);
  }

  @Test
  void otherFailuresAreNotTriedAgain() {
    List<Integer> tries = new ArrayList<>();
    assertThatThrownBy(
            () ->
                new PieceBudget(1000)
                    .attempt(
                        BATCH,
                        i -> 8,
                        parts -> {
                          tries.add(parts.size());
                          throw new EngineException("shapes differ");
                        }))
        .isInstanceOf(EngineException.class)
        .hasMessage("shapes differ");
    assertThat(tries).hasSize(1);
  }

  @Test
  void knowsHowProcessorsSayIt() {
    assertThat(PieceBudget.isOutOfMemory(new EngineException("CUDA out of memory. Tried")))
        .isTrue();
    assertThat(
            PieceBudget.isOutOfMemory(
                new EngineException("DefaultCPUAllocator: can't allocate memory: you tried")))
        .isTrue();
    assertThat(PieceBudget.isOutOfMemory(new EngineException((String) null))).isFalse();
  }

  private static List<Integer> parts(PieceBudget budget, int length) {
    return budget.attempt(
        BATCH, i -> length, parts -> parts.stream().map(part -> part.length).toList());
  }

  /** Parts that a device takes which has room for so many of ten pieces at once. */
  private static List<Integer> limited(PieceBudget budget, int most) {
    return budget.attempt(
        BATCH,
        i -> 10,
        parts -> {
          if (parts.stream().anyMatch(part -> part.length > most)) {
            throw new EngineException("CUDA out of memory. Tried to allocate 2 GiB");
          }
          return parts.stream().map(part -> part.length).toList();
        });
  }
}
