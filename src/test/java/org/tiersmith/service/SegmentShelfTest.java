package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.RuleSegment;
import org.tiersmith.profile.RuleSegments;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.profile.SegmentRule.AllOf;
import org.tiersmith.profile.SegmentRule.AnyOf;
import org.tiersmith.profile.SegmentRule.Bought;
import org.tiersmith.profile.SegmentRule.Comparison;
import org.tiersmith.profile.SegmentRule.DayIs;
import org.tiersmith.profile.SegmentRule.DayMatch;
import org.tiersmith.profile.SegmentRule.InLastDays;
import org.tiersmith.profile.SegmentRule.Keyword;
import org.tiersmith.profile.SegmentRule.Known;
import org.tiersmith.profile.SegmentRule.Not;
import org.tiersmith.profile.SegmentRule.NumberBetween;
import org.tiersmith.profile.SegmentRule.NumberIs;
import org.tiersmith.profile.SegmentRule.TextIs;
import org.tiersmith.profile.SegmentRule.TextMatch;
import org.tiersmith.profile.SegmentRule.Topic;
import org.tiersmith.profile.SegmentRule.Trait;
import org.tiersmith.project.ProjectFile;

/** The shelf of segments that a person makes: every change is kept and can be undone. */
class SegmentShelfTest {
  private static final SegmentRule RICH = new NumberIs("revenue", Comparison.AT_LEAST, 100.5);
  private static final SegmentRule LATE = new InLastDays("last_seen", 30);

  @TempDir private Path folder;
  private final List<ProjectChange> changes = new ArrayList<>();
  private ProjectFile project;
  private SegmentShelf shelf;

  @BeforeEach
  void open() {
    project = ProjectFile.create(folder.resolve("shop.tiersmith"), folder.resolve("cache"));
    ProjectEvents events = new ProjectEvents();
    events.listen(changes::add);
    shelf = new SegmentShelf(project, events);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void keepsEveryChangeInTheProject() {
    long rich = shelf.add(" Rich ", RICH);
    long copy = shelf.duplicate(rich);
    shelf.setRule(copy, LATE, "");
    shelf.rename(copy, "Late");
    shelf.move(copy, 0);
    assertThat(names()).containsExactly("Late", "Rich");
    assertThat(new SegmentShelf(project, new ProjectEvents()).segments())
        .isEqualTo(
            new RuleSegments(
                List.of(new RuleSegment(copy, "Late", LATE), new RuleSegment(rich, "Rich", RICH))));
    shelf.remove(rich);
    assertThat(new SegmentShelf(project, new ProjectEvents()).segments().find(rich)).isEmpty();
    assertThat(changes).hasSize(6).containsOnly(ProjectChange.SEGMENTATION_CHANGED);
  }

  @Test
  void undoesAndRedoesAndSavesThatToo() {
    long rich = shelf.add("Rich", RICH);
    shelf.setRule(rich, new Not(RICH), "slider");
    shelf.setRule(rich, LATE, "slider");
    assertThat(shelf.undoable().orElseThrow().english()).isEqualTo("Change segment Rich");
    shelf.undo();
    assertThat(shelf.segments().segments().getFirst().rule()).isEqualTo(RICH);
    shelf.undo();
    assertThat(names()).isEmpty();
    assertThat(shelf.undoable()).isEmpty();
    shelf.redo();
    assertThat(shelf.redoable()).isPresent();
    assertThat(new SegmentShelf(project, new ProjectEvents()).segments())
        .isEqualTo(shelf.segments());
    assertThat(names()).containsExactly("Rich");
  }

  @Test
  void noChangeIsLostBesideAnUndo() {
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 100; i++) {
                shelf.undo();
                shelf.redo();
              }
            });
    for (int i = 0; i < 100; i++) {
      shelf.add("Rich", RICH);
    }
    other.join();
    // Each change added one to what stood there, so each step back takes one away.
    for (int left = names().size() - 1; shelf.undoable().isPresent(); left--) {
      shelf.undo();
      assertThat(names()).hasSize(left);
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void namesAreDifferent() {
    long rich = shelf.add("Rich", RICH);
    long second = shelf.add("Rich", LATE);
    assertThat(names()).containsExactly("Rich", "Rich 2");
    assertThatThrownBy(() -> shelf.rename(second, "RICH"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("RICH");
    shelf.rename(rich, "RICH");
    assertThat(names()).containsExactly("RICH", "Rich 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "other", "Other "})
  void aNameSaysSomething(String name) {
    assertThatThrownBy(() -> shelf.add(name, RICH)).isInstanceOf(Problem.class);
    assertThat(names()).isEmpty();
    assertThat(changes).isEmpty();
  }

  @Test
  void everyKindOfRuleIsReadAsItWasWritten() {
    SegmentRule all =
        new AllOf(
            List.of(
                new AnyOf(List.of(RICH, LATE, new NumberBetween("orders", 1, 2.5))),
                new Not(new TextIs("city", TextMatch.ONE_OF, List.of("a\"b", "杭州"))),
                new DayIs("first_seen", DayMatch.BEFORE, LocalDate.of(2024, 2, 29)),
                new Known("brand", false),
                new Bought(Trait.BRAND, "Acme", 2, 90),
                new Keyword("tea"),
                new Topic("Kitchen", 0.25)));
    assertThat(Json.read(Json.write(all), SegmentRule.class)).isEqualTo(all);
    assertThat(Json.write(new Known("brand", false)))
        .isEqualTo("{\"if\":\"known\",\"column\":\"brand\",\"known\":false}");
  }

  private List<String> names() {
    return shelf.segments().segments().stream().map(RuleSegment::name).toList();
  }
}
