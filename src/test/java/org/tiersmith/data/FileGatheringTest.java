package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobContext;

/** Folders and archives that somebody drops on the window. */
class FileGatheringTest {
  private static final String ORDERS = "order_id,customer_id,product_id,date,price\n";

  @TempDir private Path folder;

  @Test
  void joinsMonthlyExportsAndKeepsOthersApart() throws IOException {
    write("2024/orders-02.csv", ORDERS + "2,C1,P1,2024-02-01,5\n");
    write("2024/orders-01.csv", ORDERS + "1,C1,P1,2024-01-01,5\n");
    write("2024/march.csv.gz", ORDERS.replace(",", ";") + "3;C1;P1;2024-03-01;5\n");
    write("customers.csv", "customer_id,city\nC1,Rome\n");
    write("brands.csv", "id,name\n1,Acme\n");
    write("categories.csv", "id,name\n1,Mugs\n");
    FileGathering found = gather(folder);
    assertThat(found.skipped()).isEmpty();
    assertThat(found.sources())
        .extracting(source -> source.file().getFileName().toString())
        .containsExactly("march.csv.gz", "brands.csv", "categories.csv", "customers.csv");
    assertThat(names(found.sources().getFirst()))
        .containsExactly("march.csv.gz", "orders-01.csv", "orders-02.csv");
    assertThat(found.sources().getFirst().preview().columnNames()).contains("order_id");
  }

  @Test
  void putsExportsTogetherThatGrewAColumn() throws IOException {
    write("sales-2024-01.csv", "Customer ID,Product ID,Order Date,Price\nC1,P1,2024-01-01,5\n");
    write(
        "sales-2024-02.csv", "customer_id,product_id,order_date,unit_price\nC1,P1,2024-02-01,5\n");
    write(
        "sales-2024-03.csv",
        "customer_id,product_id,order_date,price,coupon\nC1,P1,2024-03-01,5,x\n");
    write("views-2024-01.csv", "customer_id,product_id,order_date\nC1,P1,2024-01-01\n");
    write(
        "sales-2024-04.csv",
        "customer_id,product_id,order_date,price,rating\nC1,P1,2024-03-01,5,4\n");
    FileGathering found = gather(folder);
    assertThat(found.sources())
        .extracting(FileGatheringTest::names)
        .containsExactly(
            List.of("sales-2024-03.csv", "sales-2024-01.csv", "sales-2024-02.csv"),
            List.of("sales-2024-04.csv"),
            List.of("views-2024-01.csv"));
  }

  @Test
  void offersEachTableOfAnArchive() throws IOException {
    Path archive = folder.resolve("shop.zip");
    Files.write(
        archive,
        ContainersTest.zip(
            "a/customers.csv", "customer_id,city\nC1,Rome\n",
            "a/products.csv", "product_id,title\nP1,Mug\n",
            "a/photo.png", "x",
            "../evil.csv", "product_id,title\nP1,Mug\n"));
    FileGathering found = gather(archive);
    assertThat(found.sources())
        .extracting(FoundSource::file)
        .containsExactly(archive.resolve("a/customers.csv"), archive.resolve("a/products.csv"));
    assertThat(found.skipped())
        .singleElement()
        .satisfies(
            skipped ->
                assertThat(skipped.why().english())
                    .isEqualTo("2 files in the archive are no tables by name."));
  }

  @Test
  void tellsWhatItPassesOver() throws IOException {
    write("orders.csv", ORDERS + "1,C1,P1,2024-01-01,5\n");
    write("orders (1).csv", ORDERS + "1,C1,P1,2024-01-01,5\n");
    write(".hidden.csv", ORDERS);
    write("~$orders.xlsx", "x");
    write("empty.csv", "");
    write(".git/config", "x");
    String deep = "a/b/c/d/e/f/g/h/i/";
    write(deep + "deep.csv", ORDERS + "1,C1,P1,2024-01-01,5\n");
    FileGathering found = gather(folder);
    assertThat(found.sources()).hasSize(1);
    assertThat(found.skipped())
        .extracting(skipped -> skipped.why().key())
        .containsExactlyInAnyOrder(
            "files.copy",
            "files.hidden",
            "files.hidden",
            "files.hidden",
            "import.empty",
            "files.too-deep");
  }

  @Test
  void tellsOfAFileThatIsNotThere() {
    FileGathering found = gather(folder.resolve("nothing.csv"));
    assertThat(found.sources()).isEmpty();
    assertThat(found.skipped())
        .singleElement()
        .satisfies(skipped -> assertThat(skipped.why().key()).isEqualTo("import.not-found"));
  }

  private static FileGathering gather(Path handedIn) {
    return FileGathering.of(List.of(handedIn), new FileLooks(), JobContext.detached());
  }

  private static List<String> names(FoundSource source) {
    return source.files().stream().map(file -> file.getFileName().toString()).toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Files.write(file, name.endsWith(".gz") ? ContainersTest.gzip(bytes) : bytes);
  }
}
