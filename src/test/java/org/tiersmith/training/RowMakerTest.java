package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tiersmith.encoder.Workers;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.RowMaker.Items;
import org.tiersmith.training.RowMaker.Unit;

/** The rows depend on their batch here, as a network's do in the last digit. */
class RowMakerTest {
  private static final int COUNT = 100;
  private static final int[] LENGTHS =
      new Random(4).ints(COUNT, 1, 7).map(length -> 8 * length).toArray();
  private static final int PIECES = 160;

  private final List<int[]> batches = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void theLongestComeFirstAndNoBatchIsTooLarge() {
    float[][] rows = make(new Memory(), "a", Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertThat(batches).hasSizeGreaterThan(10);
    int last = Integer.MAX_VALUE;
    for (int[] batch : batches) {
      int longest = IntStream.of(batch).map(i -> LENGTHS[i]).max().orElseThrow();
      assertThat(longest).isLessThanOrEqualTo(last);
      assertThat(longest * batch.length).isLessThanOrEqualTo(PIECES);
      last = longest;
    }
    for (int i = 0; i < COUNT; i++) {
      assertThat(rows[i][0]).isEqualTo(i);
    }
  }

  @Test
  void stoppedAfterAnyBatchItGoesOnAndMakesTheSame() {
    float[][] whole = make(new Memory(), "a", Integer.MAX_VALUE, Integer.MAX_VALUE);
    List<int[]> all = List.copyOf(batches);
    for (int stop = 1; stop < all.size(); stop++) {
      Memory memory = new Memory();
      int most = stop;
      assertThatThrownBy(() -> make(memory, "a", most, Integer.MAX_VALUE))
          .isInstanceOf(CancelledException.class);
      batches.clear();
      told.clear();
      assertThat(make(memory, "a", Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(whole);
      assertThat(batches).containsExactlyElementsOf(all.subList(stop, all.size()));
      int before = all.subList(0, stop).stream().mapToInt(batch -> batch.length).sum();
      assertThat(told.getLast())
          .isEqualTo("Scored 100 of 100 pairs, " + before + " of them before");
    }
  }

  @Test
  void whatIsAllThereIsNotMadeAgain() {
    Memory memory = new Memory();
    float[][] whole = make(memory, "a", Integer.MAX_VALUE, Integer.MAX_VALUE);
    batches.clear();
    assertThat(make(memory, "a", Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(whole);
    assertThat(batches).isEmpty();
  }

  @Test
  void anotherContentBeginsAnew() {
    Memory memory = new Memory();
    make(memory, "a", Integer.MAX_VALUE, Integer.MAX_VALUE);
    int once = batches.size();
    make(memory, "b", Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertThat(batches).hasSize(2 * once);
    assertThat(told.getLast()).isEqualTo("Scored 100 of 100 pairs");
  }

  @Test
  void aSmallDeviceGetsSmallerBatchesAndEveryRow() {
    float[][] rows = make(new Memory(), "a", Integer.MAX_VALUE, 60);
    for (int i = 0; i < COUNT; i++) {
      assertThat(rows[i][0]).isEqualTo(i);
    }
    assertThat(batches)
        .allMatch(
            batch ->
                batch.length * IntStream.of(batch).map(i -> LENGTHS[i]).max().orElseThrow() <= 60);
  }

  /**
   * Makes rows: the item, and its batch's first item.
   *
   * @param most batches, then a cancel
   * @param room pieces that the device has room for
   */
  private float[][] make(Memory memory, String content, int most, int room) {
    float[][] out = new float[COUNT][];
    int begun = batches.size();
    Function<int[], float[]> network =
        batch -> {
          int longest = IntStream.of(batch).map(i -> LENGTHS[i]).max().orElseThrow();
          if (longest * batch.length > room) {
            throw new EngineException("CUDA out of memory");
          }
          batches.add(batch);
          float[] rows = new float[2 * batch.length];
          for (int i = 0; i < batch.length; i++) {
            rows[2 * i] = batch[i];
            rows[2 * i + 1] = batch[0];
          }
          return rows;
        };
    new RowMaker(PIECES, new PieceBudget(PIECES), memory, Workers.none())
        .make(
            new Items(Unit.PAIRS, COUNT, i -> LENGTHS[i], network, () -> content),
            (item, values, from, width) ->
                out[item] = Arrays.copyOfRange(values, from, from + width),
            new JobContext(
                progress -> told.add(progress.text().english()),
                () -> batches.size() - begun >= most));
    return out;
  }

  private static final class Memory implements RowKeeper {
    private final Map<String, List<Rows>> rows = new HashMap<>();

    @Override
    public Kept open(Supplier<String> name, int count) {
      List<Rows> mine = rows.computeIfAbsent(name.get(), _ -> new ArrayList<>());
      return new Kept() {
        @Override
        public List<Rows> before() {
          return List.copyOf(mine);
        }

        @Override
        public void add(Rows added) {
          mine.add(added);
        }
      };
    }
  }
}
