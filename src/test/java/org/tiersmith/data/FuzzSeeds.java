package org.tiersmith.data;

import static org.tiersmith.data.TestWorkbook.inline;
import static org.tiersmith.data.TestWorkbook.number;
import static org.tiersmith.data.TestWorkbook.styled;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tiersmith.task.JobContext;

/** Small sound files of every kind, for {@link FuzzTest} to spoil. */
final class FuzzSeeds {
  /** How a seed is spoilt: as text, as bytes, or its text before it is packed. */
  enum Kind {
    TEXT,
    BINARY,
    ZIP,
    GZIP
  }

  /**
   * A sound file.
   *
   * @param charset of its text
   * @param text its text, empty for a binary file
   * @param bytes its bytes as they stand
   */
  record Seed(String name, Kind kind, Charset charset, String text, byte[] bytes) {}

  private static final int ROWS = 30;
  private static final String COLUMNS =
      "event_id,customer_id,product_id,timestamp,type,quantity,price,discount,title";

  private FuzzSeeds() {}

  static List<Seed> all(Path folder) throws IOException {
    List<Seed> all = new ArrayList<>();
    String plain = COLUMNS + "\n" + rows("Red kettle");
    String quoted = COLUMNS + "\n" + rows("\"Kettle, \"\"red\"\",\n2 l\"");
    all.add(text("plain.csv", StandardCharsets.UTF_8, plain));
    all.add(text("windows.csv", StandardCharsets.UTF_8, "\ufeff" + plain.replace("\n", "\r\n")));
    all.add(text("quoted.csv", StandardCharsets.UTF_8, quoted));
    all.add(text("single.csv", StandardCharsets.UTF_8, quoted.replace('"', '\'')));
    all.add(text("tab.tsv", StandardCharsets.UTF_8, plain.replace(',', '\t')));
    all.add(text("pipe.txt", StandardCharsets.UTF_8, plain.replace(',', '|')));
    String german = plain.replace(',', ';').replace('.', ',').replace("Red", "Größe für");
    all.add(text("german.csv", Charset.forName("windows-1252"), german));
    String chinese = plain.replace("Red kettle", "不锈钢保温杯").replace("purchase", "购买");
    all.add(text("chinese.csv", Charset.forName("GB18030"), chinese));
    all.add(text("utf16.csv", StandardCharsets.UTF_16, chinese));
    String japanese = plain.replace("Red kettle", "ステンレスの魔法瓶");
    all.add(text("japanese.csv", Charset.forName("windows-31j"), japanese));
    all.add(text("lines.jsonl", StandardCharsets.UTF_8, json("", "\n")));
    all.add(text("array.json", StandardCharsets.UTF_8, "[\n" + json("  ", ",\n") + "\n]\n"));
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    all.add(
        new Seed(
            "a.zip",
            Kind.ZIP,
            StandardCharsets.UTF_8,
            quoted,
            ContainersTest.zipOf("e.csv", quoted.getBytes(StandardCharsets.UTF_8))));
    all.add(new Seed("a.gz", Kind.GZIP, StandardCharsets.UTF_8, plain, ContainersTest.gzip(bytes)));
    all.add(new Seed("a.xlsx", Kind.BINARY, StandardCharsets.UTF_8, "", workbook()));
    all.add(new Seed("a.parquet", Kind.BINARY, StandardCharsets.UTF_8, "", parquet(folder)));
    return all;
  }

  private static Seed text(String name, Charset charset, String text) {
    return new Seed(name, Kind.TEXT, charset, text, text.getBytes(charset));
  }

  private static String rows(String title) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      rows.append(
          String.format(
              "E%d,C%d,P%d,2025-01-%02d 10:0%d:00,purchase,%d,%d.%d5,0.%d,%s\n",
              i, i % 7, i % 5, 1 + i % 28, i % 10, 1 + i % 3, 10 + i, i % 10, i % 4, title));
    }
    return rows.toString();
  }

  private static String json(String indent, String between) {
    List<String> objects = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      objects.add(
          String.format(
              "%s{\"customer_id\": \"C%d\", \"product_id\": %d, \"timestamp\": \"2025-01-%02d\","
                  + " \"price\": %d.5, \"ship\": {\"city\": \"Rome \\\"x\\\"\"}, \"tags\": [1, 2]}",
              indent, i % 7, i % 5, 1 + i % 28, i));
    }
    return String.join(between, objects);
  }

  private static byte[] workbook() {
    TestWorkbook book = new TestWorkbook();
    List<String> rows = new ArrayList<>();
    rows.add(book.row(1, book.word("Orders")));
    rows.add(
        book.row(
            3,
            book.word("customer_id"),
            book.word("product_id"),
            book.word("timestamp"),
            book.word("price"),
            book.word("title")));
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          book.row(
              4 + i,
              inline("C" + i % 7),
              number("" + i % 5),
              styled("4346" + i % 10 + ".25", TestWorkbook.INSTANT),
              number(i + ".99"),
              book.word("Kettle " + i)));
    }
    return book.sheet("Orders", rows.toArray(String[]::new)).bytes();
  }

  private static byte[] parquet(Path folder) throws IOException {
    Path file = folder.resolve("seed.parquet");
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.run(
          "COPY (SELECT 'C' || range % 7 AS customer_id, range % 5 AS product_id, TIMESTAMP"
              + " '2025-01-01' + to_hours(range::INTEGER) AS \"timestamp\", range + 0.5 AS price,"
              + " 'Kettle ' || range AS title FROM range("
              + ROWS
              + ")) TO "
              + Duck.text(file)
              + " (FORMAT parquet)");
    }
    return Files.readAllBytes(file);
  }
}
