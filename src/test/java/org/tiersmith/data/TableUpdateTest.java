package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tiersmith.task.JobContext;

/** Updating tables by newer ones, with and without ids of events. */
class TableUpdateTest {
  /** An event in a few words; few enough values that rows meet. */
  record Event(int id, int customer, int day, int quantity) {}

  @Provide
  Arbitrary<List<Event>> events() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(1, 3))
        .as(Event::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property(tries = 6, seed = "11")
  void theSameExportChangesNothing(@ForAll("events") List<Event> rows) {
    inFolder(
        folder -> {
          for (boolean ids : new boolean[] {true, false}) {
            Tables tables = tables(folder, "a" + ids, rows, ids);
            Path out = folder.resolve("m" + ids);
            ChangeReport report = merge(tables, tables, ids, out);
            assertThat(content(Tables.in(out), true)).isEqualTo(content(tables, true));
            assertThat(report.tables())
                .allMatch(t -> t.added() == 0 && t.changed() == 0 && t.oldOnly() == 0);
          }
        });
  }

  @Property(tries = 6, seed = "12")
  void twiceIsOnce(@ForAll("events") List<Event> old, @ForAll("events") List<Event> fresh) {
    inFolder(
        folder -> {
          for (boolean ids : new boolean[] {true, false}) {
            Tables a = tables(folder, "a" + ids, old, ids);
            Tables b = tables(folder, "b" + ids, fresh, ids);
            Path once = folder.resolve("once" + ids);
            Path twice = folder.resolve("twice" + ids);
            merge(a, b, ids, once);
            merge(Tables.in(once), b, ids, twice);
            assertThat(content(Tables.in(twice), true)).isEqualTo(content(Tables.in(once), true));
          }
        });
  }

  @Property(tries = 6, seed = "13")
  void aNewerExportThatHoldsAllIsTheResult(
      @ForAll("events") List<Event> old, @ForAll("events") List<Event> more) {
    inFolder(
        folder -> {
          List<Event> all = new ArrayList<>(old);
          all.addAll(more);
          for (boolean ids : new boolean[] {true, false}) {
            Tables a = tables(folder, "a" + ids, old, ids);
            Tables b = tables(folder, "b" + ids, all, ids);
            Path out = folder.resolve("m" + ids);
            ChangeReport report = merge(a, b, ids, out);
            assertThat(content(Tables.in(out), ids)).isEqualTo(content(b, ids));
            assertThat(report.tables()).allMatch(t -> t.oldOnly() == 0);
          }
        });
  }

  @net.jqwik.api.Example
  void saysWhatChanged() {
    inFolder(
        folder -> {
          Tables a =
              tables(folder, "a", List.of(new Event(1, 1, 1, 1), new Event(2, 1, 2, 1)), true);
          Tables b =
              tables(folder, "b", List.of(new Event(2, 1, 2, 3), new Event(3, 2, 1, 1)), true);
          ChangeReport.TableChange change = merge(a, b, true, folder.resolve("m")).tables().get(2);
          assertThat(change)
              .isEqualTo(
                  new ChangeReport.TableChange(
                      "events",
                      1,
                      1,
                      0,
                      1,
                      List.of(
                          new ChangeReport.ColumnChange(
                              "quantity",
                              1,
                              List.of(new ChangeReport.Example("2", "1.0", "3.0"))))));
          ChangeReport replaced = TableUpdate.compare(a, b, true, JobContext.detached());
          assertThat(replaced.update()).isFalse();
          assertThat(replaced.tables().get(2)).isEqualTo(change);
        });
  }

  private static ChangeReport merge(Tables old, Tables fresh, boolean ids, Path out) {
    try {
      return TableUpdate.merge(
          old, fresh, Set.of(), ids, Files.createDirectories(out), JobContext.detached());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> content(Tables tables, boolean withIds) {
    return SmallShop.rows(
        "SELECT to_json(e)::VARCHAR FROM (SELECT "
            + (withIds ? "*" : "* EXCLUDE (event_id)")
            + " FROM "
            + Duck.parquet(tables.events())
            + ") AS e ORDER BY 1",
        row -> row.words(0));
  }

  /** Tables whose events have ids of their own, the first of each, or their numbers. */
  private static Tables tables(Path folder, String name, List<Event> rows, boolean ids) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      Path into = Files.createDirectories(folder.resolve(name));
      Tables tables = Tables.in(into);
      List<String> values = new ArrayList<>();
      List<Integer> taken = new ArrayList<>();
      for (Event e : rows) {
        if (!ids || !taken.contains(e.id)) {
          taken.add(e.id);
          values.add(
              String.format(
                  "('%d', 'C%d', 'P1', TIMESTAMP '2025-01-0%d', 'purchase', %d::DOUBLE)",
                  ids ? e.id : values.size() + 1, e.customer, e.day, e.quantity));
        }
      }
      copy(
          duck,
          "SELECT * FROM (VALUES "
              + values.stream().collect(Collectors.joining(", "))
              + ") AS t(event_id, customer_id, product_id, \"timestamp\", type, quantity)",
          tables.events());
      copy(
          duck,
          "SELECT DISTINCT customer_id FROM " + Duck.parquet(tables.events()),
          tables.customers());
      copy(duck, "SELECT 'P1' AS product_id, 'Lamp' AS title", tables.products());
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Duck duck, String query, Path file) {
    duck.run("COPY (" + query + ") TO " + Duck.text(file) + " (FORMAT parquet)");
  }

  private static void inFolder(java.util.function.Consumer<Path> work) {
    try {
      Path folder = Files.createTempDirectory("update");
      try {
        work.accept(folder);
      } finally {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
