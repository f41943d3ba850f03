package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobContext;

/** Tables in archives, in gzipped files, in workbooks, in JSON, and what pretends to be one. */
class ContainersTest {
  private static final String EVENTS = SmallShop.HEADER + SmallShop.GOOD;

  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @Test
  void readsTheOneTableOfAnArchive() throws IOException {
    Path archive =
        shop.write("a.zip", zip("__MACOSX/._x.csv", "x", "README.txt", "hi", "data/e.csv", EVENTS));
    assertThat(shop.loadEvents(archive).events()).isEqualTo(3);
    FilePreview preview = FilePreview.of(archive, 5);
    assertThat(preview.file()).isEqualTo(archive.resolve("data/e.csv"));
    assertThat(preview.bytes()).isEqualTo(Files.size(archive));
  }

  @Test
  void readsATableOfAnArchiveByItsName() throws IOException {
    Path archive = shop.write("a.zip", zip("e.csv", EVENTS, "中文/商品.csv", SmallShop.PRODUCTS));
    assertThat(SmallShop.problemOf(() -> FilePreview.of(archive, 5)))
        .hasMessageContaining("several tables: e.csv, 中文/商品.csv");
    assertThat(FilePreview.of(archive.resolve("中文/商品.csv"), 5).rows()).hasSize(3);
    ImportResult result =
        shop.load(
            MappingGuesser.guess(null, archive.resolve("中文/商品.csv"), archive.resolve("e.csv")));
    assertThat(result.products()).isEqualTo(3);
    assertThat(SmallShop.problemOf(() -> FilePreview.of(archive.resolve("f.csv"), 5)))
        .hasMessageContaining("a.zip has no file f.csv")
        .hasMessageContaining("e.csv");
  }

  @Test
  void namesTheArchiveInRejects() throws IOException {
    Path archive = shop.write("a.zip", zip("e.csv", EVENTS + "E4,C1\n"));
    assertThat(SmallShop.rejects(shop.loadEvents(archive)))
        .singleElement()
        .satisfies(reject -> assertThat(reject.file()).isEqualTo("a.zip/e.csv"));
  }

  @Test
  void readsNamesOfArchivesFromChineseWindows() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out =
        new ZipOutputStream(bytes, java.nio.charset.Charset.forName("GB18030"))) {
      out.putNextEntry(new ZipEntry("订单.csv"));
      out.write(EVENTS.getBytes(StandardCharsets.UTF_8));
    }
    Path archive = shop.write("a.zip", bytes.toByteArray());
    assertThat(FilePreview.of(archive, 5).file()).isEqualTo(archive.resolve("订单.csv"));
  }

  @Test
  void neverFollowsTheNameOfAnEntry() throws IOException {
    Path archive = shop.write("a.zip", zip("../products.csv", EVENTS, "/etc/x.csv", EVENTS));
    assertThat(SmallShop.problemOf(() -> FilePreview.of(archive, 5)).text().key())
        .isEqualTo("import.archive-empty");
  }

  @Test
  void refusesArchivesInArchives() throws IOException {
    Path archive = shop.write("a.zip", zipOf("b.csv", zip("e.csv", EVENTS)));
    assertThat(SmallShop.problemOf(() -> FilePreview.of(archive, 5)))
        .hasMessageContaining("a.zip/b.csv is an archive inside an archive");
  }

  @Test
  void readsPackedFilesInArchives() throws IOException {
    Path archive = shop.write("a.zip", zipOf("e.csv.gz", gzip(bytes(EVENTS))));
    assertThat(shop.loadEvents(archive).events()).isEqualTo(3);
  }

  @Test
  void stopsAtABomb() throws IOException {
    byte[] line = bytes("C1,P1,2025-01-02," + " ".repeat(100_000) + "\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      out.putNextEntry(new ZipEntry("e.csv"));
      out.write(bytes("customer_id,product_id,timestamp,title\n"));
      for (int i = 0; i < 4000; i++) {
        out.write(line);
      }
    }
    Path archive = shop.write("a.zip", bytes.toByteArray());
    assertThat(SmallShop.problemOf(() -> shop.loadEvents(archive)))
        .hasMessageContaining("unpacks to more than 400 times its size");
  }

  @Test
  void readsParquetWhereverItLies() throws IOException {
    Path file = folder.resolve("e.parquet");
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.run(
          "COPY (SELECT 'C1' AS customer_id, 'P1' AS product_id, DATE '2025-01-02' AS"
              + " \"timestamp\" FROM range(5)) TO "
              + Duck.text(file)
              + " (FORMAT parquet)");
    }
    Path packed = shop.write("p.gz", gzip(Files.readAllBytes(file)));
    Path archive = shop.write("p.zip", zipOf("x", Files.readAllBytes(file)));
    for (Path path : List.of(file, packed, archive)) {
      FilePreview preview = FilePreview.of(path, 2);
      assertThat(preview.rowsAbout()).isEqualTo(5);
      assertThat(preview.rows()).hasSize(2);
      assertThat(shop.loadEvents(path).events()).isEqualTo(5);
    }
  }

  @Test
  void readsAnArrayOfJsonObjects() {
    Path file =
        shop.write(
            "e.json",
            """
            [
              {"customer_id": "C1", "product_id": "P1", "timestamp": "2025-01-02",
               "ship": {"city": "Rome", "tags": ["a", "b"]}},
              {"customer_id": "C2", "product_id": "P2", broken},
              {"customer_id": "C3", "product_id": "P\\u0033", "timestamp": "2025-01-03",
               "ship": null, "note": "a, {b} \\"c\\""}
            ]
            """);
    FilePreview preview = FilePreview.of(file, 9);
    assertThat(preview.format()).isEqualTo("JSON");
    assertThat(preview.columnNames())
        .containsExactly(
            "customer_id", "product_id", "timestamp", "ship.city", "ship.tags", "ship", "note");
    assertThat(preview.rows().getLast())
        .containsExactly("C3", "P3", "2025-01-03", "", "", "", "a, {b} \"c\"");
    assertThat(SmallShop.rejects(shop.loadEvents(file)))
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.reason()).isEqualTo("import.bad-object");
              assertThat(reject.line()).isEqualTo(2);
            });
  }

  @Test
  void goesOnBehindAnObjectThatDoesNotEnd() {
    Path file =
        shop.write(
            "e.json",
            "[{\"customer_id\":\"C1\",\"timestamp\":\"2025-01-01\",\"product_id\":\"P1\"},\n"
                + "{\"customer_id\":\"C2\",\"product_id\":{\n"
                + "{\"customer_id\":\"C3\",\"timestamp\":\"2025-01-01\",\"product_id\":\"P3\"}]\n");
    ImportResult result = shop.loadEvents(file);
    assertThat(SmallShop.column(result.tables().events(), "customer_id"))
        .containsExactlyInAnyOrder("C1", "C3");
    assertThat(result.rejected()).isEqualTo(1);
  }

  @Test
  void flattensJsonLines() {
    Path file =
        shop.write(
            "e.txt",
            "{\"user\":{\"customer_id\":\"C1\"},\"product_id\":\"P1\",\"timestamp\":1735812000}\n");
    assertThat(FilePreview.of(file, 5).columnNames())
        .containsExactly("user.customer_id", "product_id", "timestamp");
  }

  @Test
  void refusesWebPagesThatAreCalledSpreadsheets() {
    Path file = shop.write("e.xls", "<html><table><tr><td>1</td></tr></table></html>");
    assertThat(SmallShop.problemOf(() -> FilePreview.of(file, 5)))
        .hasMessageContaining("e.xls is a web page");
  }

  @Test
  void saysThatAnArchiveIsCutOff() throws IOException {
    byte[] whole = zip("e.csv", EVENTS);
    Path file = shop.write("a.zip", java.util.Arrays.copyOf(whole, whole.length - 30));
    assertThat(SmallShop.problemOf(() -> FilePreview.of(file, 5)).text().key())
        .isEqualTo("import.unreadable");
  }

  static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(bytes(namesAndTexts[i + 1]));
      }
    }
    return bytes.toByteArray();
  }

  static byte[] zipOf(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
