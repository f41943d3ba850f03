package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

/** Updating tables by newer ones, whose events all have ids, or none, or some. */
class TableUpdateTest {
  /** Which events have an id that their file told. */
  private enum Ids {
    ALL,
    NONE,
    SOME;

    boolean tells(Event event) {
      return this == ALL || (this == SOME && event.id % 2 == 0);
    }
  }

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
          for (Ids ids : Ids.values()) {
            Tables tables = tables(folder, "a" + ids, rows, ids);
            Path out = folder.resolve("m" + ids);
            ChangeReport report = merge(tables, tables, out);
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
          for (Ids ids : Ids.values()) {
            Tables a = tables(folder, "a" + ids, old, ids);
            Tables b = tables(folder, "b" + ids, fresh, ids);
            Path once = folder.resolve("once" + ids);
            Path twice = folder.resolve("twice" + ids);
            merge(a, b, once);
            merge(Tables.in(once), b, twice);
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
          for (Ids ids : Ids.values()) {
            Tables a = tables(folder, "a" + ids, old, ids);
            Tables b = tables(folder, "b" + ids, all, ids);
            Path out = folder.resolve("m" + ids);
            ChangeReport report = merge(a, b, out);
            assertThat(content(Tables.in(out), ids == Ids.ALL))
                .isEqualTo(content(b, ids == Ids.ALL));
            assertThat(report.tables()).allMatch(t -> t.oldOnly() == 0);
          }
        });
  }

  @net.jqwik.api.Example
  void saysWhatChanged() {
    inFolder(
        folder -> {
          Tables a =
              tables(folder, "a", List.of(new Event(1, 1, 1, 1), new Event(2, 1, 2, 1)), Ids.ALL);
          Tables b =
              tables(folder, "b", List.of(new Event(2, 1, 2, 3), new Event(3, 2, 1, 1)), Ids.ALL);
          ChangeReport.TableChange change = merge(a, b, folder.resolve("m")).tables().get(2);
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

  @net.jqwik.api.Example
  void anEventWithoutIdMeetsNoIdThatLooksLikeItsLine() {
    inFolder(
        folder -> {
          Tables a = tables(folder, "a", List.of(new Event(1, 1, 1, 1)), Ids.NONE);
          Tables b = tables(folder, "b", List.of(new Event(1, 2, 2, 2)), Ids.ALL);
          Path out = folder.resolve("m");
          ChangeReport.TableChange events = merge(a, b, out).tables().get(2);
          assertThat(events.added()).isEqualTo(1);
          assertThat(events.oldOnly()).isEqualTo(1);
          assertThat(SmallShop.column(Tables.in(out).events(), "event_id"))
              .containsExactly("~1", "1");
        });
  }

  @net.jqwik.api.Example
  void anEventWithoutIdGetsTheIdThatANewerExportTells() {
    inFolder(
        folder -> {
          Tables a = tables(folder, "a", List.of(new Event(7, 1, 1, 1)), Ids.NONE);
          Tables b = tables(folder, "b", List.of(new Event(7, 1, 1, 3)), Ids.ALL);
          Path out = folder.resolve("m");
          assertThat(merge(a, b, out).tables().get(2).changed()).isEqualTo(1);
          assertThat(SmallShop.column(Tables.in(out).events(), "event_id")).containsExactly("7");
          merge(Tables.in(out), a, folder.resolve("back"));
          assertThat(SmallShop.column(Tables.in(folder.resolve("back")).events(), "event_id"))
              .containsExactly("7");
        });
  }

  @net.jqwik.api.Example
  void whatAFileHasNoColumnForStays() {
    inFolder(
        folder -> {
          Tables a = tables(folder, "a", List.of(new Event(1, 1, 1, 3)), Ids.ALL);
          Tables b =
              tables(folder, "b", List.of(new Event(1, 2, 1, 1), new Event(2, 2, 1, 1)), Ids.ALL);
          NewParts parts =
              new NewParts(Set.of(), Map.of(TableKind.EVENTS, Set.of("event_id", "quantity")));
          Path out = folder.resolve("m");
          ChangeReport.TableChange change = merge(a, b, parts, out).tables().get(2);
          assertThat(change.columns())
              .extracting(ChangeReport.ColumnChange::column)
              .containsExactly("customer_id");
          Path events = Tables.in(out).events();
          assertThat(SmallShop.column(events, "customer_id")).containsExactly("C2", "C2");
          assertThat(SmallShop.column(events, "quantity")).containsExactly("3.0", "1.0");
        });
  }

  @net.jqwik.api.Example
  void whatWasPaidTellsPriceAndDiscount() {
    assertThat(untold(Map.of("discount", "d", "customer_id", "c")))
        .contains("event_id", "list_price", "text", "rating")
        .doesNotContain("discount_rate", "customer_id");
    assertThat(untold(Map.of("paid_price", "p"))).doesNotContain("list_price", "discount_rate");
    assertThat(untold(Map.of("discount_amount", "d"))).contains("list_price", "discount_rate");
    assertThat(untold(Map.of("discount_amount", "d", "price", "p")))
        .doesNotContain("list_price", "discount_rate");
  }

  private static Set<String> untold(Map<String, String> columns) {
    RoleMapping mapping = RoleMapping.of(null, null, FileMapping.of(Path.of("e.csv"), columns));
    NewParts parts = NewParts.of(mapping);
    assertThat(parts.derived()).containsExactlyInAnyOrder(TableKind.CUSTOMERS, TableKind.PRODUCTS);
    return parts.untold().getOrDefault(TableKind.EVENTS, Set.of());
  }

  private static ChangeReport merge(Tables old, Tables fresh, Path out) {
    return merge(old, fresh, NewParts.WHOLE, out);
  }

  private static ChangeReport merge(Tables old, Tables fresh, NewParts parts, Path out) {
    try {
      return TableUpdate.merge(
          old, fresh, parts, true, Files.createDirectories(out), JobContext.detached());
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

  /** Tables whose events have ids, the first of each, or made of their numbers. */
  private static Tables tables(Path folder, String name, List<Event> rows, Ids ids) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      Path into = Files.createDirectories(folder.resolve(name));
      Tables tables = Tables.in(into);
      List<String> values = new ArrayList<>();
      List<Integer> taken = new ArrayList<>();
      for (Event e : rows) {
        boolean told = ids.tells(e);
        if (!told || !taken.contains(e.id)) {
          if (told) {
            taken.add(e.id);
          }
          values.add(
              String.format(
                  "('%s', 'C%d', 'P1', TIMESTAMP '2025-01-0%d', 'purchase', %d::DOUBLE)",
                  told ? "" + e.id : "~" + (values.size() + 1), e.customer, e.day, e.quantity));
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
