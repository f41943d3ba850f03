package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.CustomerTraits;
import org.tiersmith.profile.SegmentPortrait;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.sample.SampleShop;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;

/** Portraits are made once per dataset and kept in the project. */
class PortraitUseCaseTest {
  @TempDir private Path folder;
  private Workbench workbench;
  private Path file;

  @BeforeEach
  void start() {
    workbench =
        new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((job, failure) -> {}),
            folder.resolve("models"));
    file = folder.resolve("shop.tiersmith");
  }

  @Test
  void areMadeOnceAndFoundAgain() {
    List<ProjectChange> changes = new ArrayList<>();
    PortraitUseCase.Made made;
    try (ProjectSession session = shop(1)) {
      session.events().listen(changes::add);
      assertThat(session.portraits().ready()).isEmpty();
      made = session.portraits().made(JobContext.detached());
      assertThat(made.files().portraits()).isRegularFile();
      assertThat(made.files().tastes()).isRegularFile();
      assertThat(session.portraits().path()).isEqualTo(made.files().portraits());
      assertThat(session.portraits().ready()).contains(made.files().portraits());
      assertThat(changes).containsOnlyOnce(ProjectChange.PORTRAITS_BUILT);
    }
    try (ProjectFile project = ProjectFile.open(file)) {
      assertThat(project.artifacts().compact()).isZero();
    }
    try (ProjectSession again = workbench.open(file)) {
      assertThat(again.portraits().present())
          .hasValueSatisfying(found -> assertThat(found.report()).isEqualTo(made.report()));
    }
  }

  @Test
  void areMadeAnewOfOtherData() {
    try (ProjectSession session = shop(1)) {
      Path first = session.portraits().path();
      load(session, 2);
      assertThat(session.portraits().ready()).isEmpty();
      assertThat(session.portraits().path()).isNotEqualTo(first);
    }
  }

  @Test
  void aCancelLeavesNothingHalfDone() {
    try (ProjectSession session = shop(1)) {
      assertThatThrownBy(() -> session.portraits().path(new JobContext(p -> {}, () -> true)))
          .isInstanceOf(CancelledException.class);
      assertThat(session.portraits().ready()).isEmpty();
      assertThat(session.portraits().path()).isRegularFile();
    }
  }

  @Test
  void whoWaitsForThemCanBeCancelled() {
    try (ProjectSession session = shop(1)) {
      AtomicInteger asked = new AtomicInteger();
      JobContext impatient = new JobContext(p -> {}, () -> asked.incrementAndGet() > 3);
      AtomicReference<Throwable> seen = new AtomicReference<>();
      JobContext first =
          new JobContext(
              progress -> seen.compareAndSet(null, failure(session, impatient)), () -> false);
      assertThat(session.portraits().path(first)).isRegularFile();
      assertThat(seen.get()).hasCauseInstanceOf(CancelledException.class);
    }
  }

  /** Why another thread did not get the portraits. */
  private static Throwable failure(ProjectSession session, JobContext context) {
    return catchThrowable(
        () ->
            CompletableFuture.supplyAsync(() -> session.portraits().path(context))
                .orTimeout(20, TimeUnit.SECONDS)
                .join());
  }

  @Test
  void belongToTheDataThatTheyWereMadeOf() {
    try (ProjectSession session = shop(1)) {
      Dataset first = session.data().dataset();
      load(session, 2);
      // As if the import had ended after the work was asked for.
      PortraitUseCase.Made made = session.portraits().made(first, JobContext.detached());
      assertThat(made.tables()).isEqualTo(session.data().tables(first));
      assertThat(session.portraits().present(first)).contains(made);
      assertThat(session.portraits().ready()).isEmpty();
    }
  }

  @Test
  void tellOfACustomerAndOfSeveral() {
    try (ProjectSession session = shop(1)) {
      String customer = session.customers().segmentation().segmentOf().keySet().iterator().next();
      CustomerTraits traits = session.portraits().traits(customer, JobContext.detached());
      assertThat(traits.timeline()).isNotEmpty();
      SegmentPortrait one = session.portraits().segment(List.of(customer), JobContext.detached());
      assertThat(one.customers()).isEqualTo(1);
    }
  }

  @Test
  void needData() {
    try (ProjectSession empty = workbench.create(file)) {
      assertThatThrownBy(() -> empty.portraits().ready()).isInstanceOf(Problem.class);
    }
  }

  private ProjectSession shop(long seed) {
    ProjectSession session = workbench.create(file);
    load(session, seed);
    return session;
  }

  private void load(ProjectSession session, long seed) {
    Path shop = folder.resolve("shop" + seed);
    new SampleShop(new SampleSettings(80, 20, 2_000, seed, SampleLanguage.CHINESE)).writeTo(shop);
    session.sample().importFrom(shop, JobContext.detached());
  }
}
