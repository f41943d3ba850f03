package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiersmith.project.ProjectFileTest.assertProblem;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ProjectLockTest {
  @TempDir private Path folder;

  /** Opens the project named by its first argument and holds it until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      Path file = Path.of(arguments[0]);
      ProjectFile project = ProjectFile.create(file, file.resolveSibling("cache"));
      project.settings().put("by", "the other");
      ChildProcess.say("open");
      System.in.read();
      project.close();
    }
  }

  @Test
  void aProjectOpenInAnotherProcessIsRefusedUntilThatProcessIsGone() throws Exception {
    Path file = folder.resolve("shop.tiersmith");
    try (ChildProcess holder = new ChildProcess(Holder.class, file.toString())) {
      assertThat(holder.readLine()).isEqualTo("open");
      assertProblem("project.in-use", () -> ProjectFile.open(file, folder));
      assertProblem("project.in-use", () -> ProjectFile.create(file, folder));
      holder.kill();
      assertThat(holder.exitCode()).isNotZero();
    }
    assertThat(folder.resolve("shop.tiersmith.lock")).exists();
    try (ProjectFile project = ProjectFile.open(file, folder)) {
      assertThat(project.settings().get("by")).contains("the other");
    }
    assertThat(TestProjects.names(folder)).containsExactly("shop.tiersmith");
  }

  @Test
  void theLockMayBeTakenAgainAndAgain() throws Exception {
    Path file = folder.toRealPath().resolve("shop.tiersmith");
    for (int i = 0; i < 3; i++) {
      ProjectLock lock = ProjectLock.acquire(file);
      assertProblem("project.in-use", () -> ProjectLock.acquire(file));
      lock.close();
      lock.close();
    }
    assertThat(TestProjects.names(folder)).isEmpty();
  }
}
