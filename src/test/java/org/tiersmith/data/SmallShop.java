package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/** A shop of three customers, three products and some lines, in files that tests may spoil. */
final class SmallShop {
  static final String CUSTOMERS = "customer_id,membership\nC1,gold\nC2,none\nC3,gold\n";
  static final String PRODUCTS =
      "product_id,title,category,price,cost\n"
          + "P1,Red Kettle,Kitchen,20.00,12\nP2,Blue Mug,Kitchen,8.50,3\nP3,Tent,Outdoor,99,60\n";
  static final String HEADER =
      "event_id,customer_id,product_id,timestamp,type,quantity,list_price,discount_rate\n";
  static final String GOOD =
      "E1,C1,P1,2025-01-02 10:00:00,purchase,1,20.00,0.10\n"
          + "E2,C2,P2,2025-01-03 11:30:00,purchase,2,8.50,0\n"
          + "E3,C3,P3,2025-01-04 12:00:00,view,,99,\n";

  /** A row of the rejects table. */
  record Reject(String file, long line, String reason, String message, String row) {}

  private final Path folder;

  SmallShop(Path folder) {
    this.folder = folder;
    write("customers.csv", CUSTOMERS);
    write("products.csv", PRODUCTS);
    write("events.csv", HEADER + GOOD);
  }

  Path folder() {
    return folder;
  }

  Path write(String name, String content) {
    return write(name, content, StandardCharsets.UTF_8);
  }

  Path write(String name, String content, Charset charset) {
    return write(name, content.getBytes(charset));
  }

  Path write(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The good events and some more rows; these start on line 5. */
  Path events(String rows) {
    return write("events.csv", HEADER + GOOD + rows);
  }

  ImportResult load() {
    return load(
        MappingGuesser.guess(
            folder.resolve("customers.csv"),
            folder.resolve("products.csv"),
            folder.resolve("events.csv")));
  }

  ImportResult loadEvents(Path events) {
    return load(MappingGuesser.guess(null, null, events));
  }

  ImportResult load(RoleMapping mapping) {
    return Importer.run(mapping, folder.resolve("out"), JobContext.detached());
  }

  static Problem problemOf(Runnable work) {
    Problem[] caught = new Problem[1];
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Problem.class, problem -> caught[0] = problem);
    return caught[0];
  }

  static List<Reject> rejects(ImportResult result) {
    return rows(
        "SELECT file, line, reason, message, \"row\" FROM "
            + Duck.parquet(result.rejects())
            + " ORDER BY file, line",
        row -> new Reject(row.words(0), row.whole(1), row.words(2), row.words(3), row.words(4)));
  }

  /** One column of a table, as texts; missing values are empty. */
  static List<String> column(Path parquet, String column) {
    return rows(
        "SELECT " + Duck.name(column) + "::VARCHAR FROM " + Duck.parquet(parquet),
        row -> row.words(0));
  }

  static <T> List<T> rows(String sql, java.util.function.Function<Row, T> reader) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      return duck.list(sql, reader);
    }
  }
}
