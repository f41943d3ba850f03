package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.project.UnfinishedRows.Block;

class UnfinishedRowsTest {
  private static final float[] SOME = {1.5f, Float.NaN, -0f, Float.MIN_VALUE};
  private static final float[] MORE = {4, 5};

  @TempDir private Path folder;
  private ProjectFile project;
  private long run;

  @BeforeEach
  void create() {
    project = ProjectFile.create(folder.resolve("shop.tiersmith"), folder);
    run = project.runs().enqueue("{}", "cpu").id();
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void blocksComeBackBitByBitInTheirOrderAndAfterReopening() {
    append("a", "pairs", 2, 1, MORE);
    append("a", "pairs", 0, 2, SOME);
    project.close();
    project = ProjectFile.open(folder.resolve("shop.tiersmith"), folder);
    List<Block> blocks = project.unfinished().read(run, "a", "pairs");
    assertThat(blocks).extracting(Block::first).containsExactly(0L, 2L);
    assertThat(blocks).extracting(Block::count).containsExactly(2, 1);
    assertThat(blocks.getFirst().values()).isEqualTo(SOME);
    assertThat(blocks.getLast().values()).isEqualTo(MORE);
  }

  @Test
  void whatDoesNotFollowOnIsLeftOut() {
    append("a", "pairs", 0, 2, SOME);
    append("a", "pairs", 1, 1, MORE);
    append("a", "pairs", 5, 1, MORE);
    assertThat(project.unfinished().read(run, "a", "pairs")).hasSize(1);
    append("a", "pairs", 2, 3, new float[3]);
    assertThat(project.unfinished().read(run, "a", "pairs"))
        .extracting(Block::first)
        .containsExactly(0L, 2L, 5L);
  }

  @Test
  void sourcesAndNamesAreApartAndOnlyTheSourceThatCountsIsKept() {
    append("a", "pairs", 0, 2, SOME);
    append("a", "texts", 0, 1, MORE);
    append("b", "pairs", 0, 1, MORE);
    assertThat(held("a", "pairs")).isEqualTo(2);
    assertThat(held("b", "pairs")).isEqualTo(1);
    project.unfinished().keepOnly(run, "a");
    assertThat(held("a", "pairs")).isEqualTo(2);
    assertThat(held("a", "texts")).isEqualTo(1);
    assertThat(held("b", "pairs")).isZero();
  }

  @Test
  void theyGoWhenTheirRunIsScoredToTheEnd() {
    long other = project.runs().enqueue("{}", "cpu").id();
    append("a", "pairs", 0, 2, SOME);
    project.unfinished().append(other, "a", "pairs", new Block(0, 1, MORE));
    ArtifactId pairs = TestProjects.put(project, folder, 100, 1).id();
    project.scores().add(run, pairs, 6, TestProjects.provenance());
    assertThat(held("a", "pairs")).isZero();
    assertThat(project.unfinished().read(other, "a", "pairs")).hasSize(1);
  }

  @Test
  void theyGoWithTheirRun() {
    append("a", "pairs", 0, 2, SOME);
    project.runs().remove(run);
    assertThat(held("a", "pairs")).isZero();
  }

  private void append(String source, String name, long first, int count, float[] values) {
    project.unfinished().append(run, source, name, new Block(first, count, values));
  }

  private int held(String source, String name) {
    return project.unfinished().read(run, source, name).stream().mapToInt(Block::count).sum();
  }
}
