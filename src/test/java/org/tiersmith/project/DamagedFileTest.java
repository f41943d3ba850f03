package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiersmith.project.ProjectFileTest.assertProblem;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;

class DamagedFileTest {
  private static final int PAGE = 8192;

  @TempDir private Path folder;
  @TempDir private Path cache;
  private Path file;
  private byte[] good;
  private Map<String, Object> everything;

  @BeforeEach
  void create() throws Exception {
    file = folder.toRealPath().resolve("shop.tiersmith");
    try (ProjectFile project = ProjectFile.create(file, cache)) {
      TestProjects.fill(project, cache);
      everything = TestProjects.everything(project);
    }
    good = Files.readAllBytes(file);
  }

  @Test
  void aFileCutShortIsReportedAndLeft() throws Exception {
    for (int length : new int[] {100, PAGE, 3 * PAGE + 5, good.length - PAGE, good.length - 1}) {
      assertRefused("project.damaged", Arrays.copyOf(good, length));
    }
  }

  @Test
  void whatIsNoDatabaseIsReportedAndLeft() throws Exception {
    assertRefused("project.foreign", new byte[0]);
    assertRefused(
        "project.foreign", "customer_id,product_id\n1,2\n".getBytes(StandardCharsets.UTF_8));
    assertRefused("project.foreign", new byte[good.length]);
  }

  @Test
  void anotherProgramsDatabaseIsReportedAndLeft() throws Exception {
    Path other = folder.resolve("other.db");
    TestProjects.sql(other, "CREATE TABLE t(a)", "INSERT INTO t VALUES(1)");

    assertRefused("project.foreign", Files.readAllBytes(other));
  }

  /** A page of noise is noticed on opening, or hurts nothing, or is noticed when it is used. */
  @Test
  void noPageOfNoiseIsEverShownAsData() throws Exception {
    Random random = new Random(7);
    int refused = 0;
    for (int page = 0; page < good.length / PAGE; page += page < 40 ? 1 : 9) {
      byte[] bad = good.clone();
      byte[] noise = new byte[PAGE];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, bad, page * PAGE, PAGE);
      Files.write(file, bad);
      refused += openAndCompare(page, bad) ? 0 : 1;
    }
    assertThat(refused).as("pages whose noise was noticed").isGreaterThan(20);
  }

  private boolean openAndCompare(int page, byte[] bad) throws Exception {
    boolean opened = false;
    try (ProjectFile project = ProjectFile.open(file, folder.resolve("cache" + page))) {
      opened = true;
      assertThat(TestProjects.everything(project)).as("page %d", page).isEqualTo(everything);
      // Laying out checks the hash.
      project.artifacts().all().forEach(artifact -> project.artifacts().layout(artifact.id()));
      return true;
    } catch (Problem e) {
      assertThat(e.getMessage()).doesNotContainIgnoringCase("sqlite").doesNotContain("***");
      assertThat(e.text().key())
          .isIn("project.damaged", "project.foreign", "project.artifact-damaged");
      if (!opened) {
        assertUntouched(bad);
      }
      return false;
    }
  }

  private void assertRefused(String key, byte[] bytes) throws Exception {
    Files.write(file, bytes);
    assertProblem(key, () -> ProjectFile.open(file, cache));
    assertUntouched(bytes);
  }

  private void assertUntouched(byte[] bytes) throws Exception {
    assertThat(file).hasBinaryContent(bytes);
    assertThat(TestProjects.names(folder)).doesNotContain("shop.tiersmith.lock");
    assertThat(TestProjects.names(folder)).doesNotContain("shop.tiersmith-wal");
  }
}
