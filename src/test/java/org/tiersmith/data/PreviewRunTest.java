package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobContext;

class PreviewRunTest {
  private static final Map<String, String> ROLES =
      Map.of("customer_id", "who", "product_id", "what", "timestamp", "when", "list_price", "paid");

  @TempDir private Path folder;
  @TempDir private Path place;
  private JoinedFiles joined;

  @BeforeEach
  void open() {
    joined = new JoinedFiles(place);
  }

  private ImportPreview preview(Map<String, String> roles, ImportRules rules) throws IOException {
    Path file = folder.resolve("orders.csv");
    Files.writeString(
        file,
        """
        who;what;when;paid
        A;kettle;2026-03-01;1.234,50
        ;kettle;2026-03-02;5,00
        B;mug;2026-03-03;-4,00
        C;mug;2026-03-04;7,25
        """);
    return preview(FileMapping.of(file, roles), rules);
  }

  private ImportPreview preview(FileMapping part, ImportRules rules) throws IOException {
    List<FilePreview> looks =
        Stream.concat(Stream.of(part.file()), part.more().stream())
            .map(file -> FilePreview.of(file, 50))
            .toList();
    return PreviewRun.of(
        new PreviewRequest(looks, part, TableKind.EVENTS, rules, Privacy.NONE),
        joined,
        folder,
        JobContext.detached());
  }

  private FileMapping ordersBesideVisits() throws IOException {
    Path visits = folder.resolve("visits.csv");
    Files.writeString(visits, "order,what,when,paid\n1,mug,2026-03-01,5\n2.0,mug,2026-03-02,6\n");
    Path orders = folder.resolve("orders.csv");
    Files.writeString(orders, "nr,who\n1,A\n2,B\n3,C\n");
    return FileMapping.of(visits, ROLES)
        .withJoins(List.of(new Join(orders, Map.of("order", "nr"))));
  }

  private static List<String> customers(ImportPreview preview) {
    int who = preview.columns().indexOf("customer_id");
    return preview.rows().stream().map(row -> row.cells().get(who)).toList();
  }

  @Test
  void readsAFileBesideOnceWhileItStaysAsItIs() throws IOException {
    FileMapping part = ordersBesideVisits();
    assertThat(customers(preview(part, ImportRules.DEFAULT))).containsExactly("A", "B");
    List<String> kept = kept();
    assertThat(kept).hasSize(1);
    assertThat(customers(preview(part, ImportRules.DEFAULT))).containsExactly("A", "B");
    assertThat(kept()).isEqualTo(kept);
    Files.writeString(folder.resolve("orders.csv"), "nr,who\n1,Anna\n2,Bob\n");
    assertThat(customers(preview(part, ImportRules.DEFAULT))).containsExactly("Anna", "Bob");
    assertThat(kept()).hasSize(1).doesNotContainAnyElementsOf(kept);
  }

  @Test
  void refusesAJoinByAColumnThatNoFileHas() throws IOException {
    FileMapping part = ordersBesideVisits();
    Join wrong = new Join(folder.resolve("orders.csv"), Map.of("order", "number"));
    assertThat(preview(part.withJoins(List.of(wrong)), ImportRules.DEFAULT).problem().key())
        .isEqualTo("join.column-missing");
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void showsRowsAsTheyWillBeImported() throws IOException {
    ImportPreview preview = preview(ROLES, ImportRules.DEFAULT);
    assertThat(preview.problem()).isNull();
    assertThat(preview.rows()).extracting(ImportPreview.Row::line).containsExactly(1L, 2L, 3L, 4L);
    int price = preview.columns().indexOf("list_price");
    assertThat(preview.rows().getFirst().cells().get(price)).isEqualTo("1234.5");
    assertThat(preview.numeric().get(price)).isTrue();
    assertThat(preview.taken()).isEqualTo(2);
  }

  @Test
  void saysWhyRowsAreLeftOut() throws IOException {
    ImportPreview preview = preview(ROLES, ImportRules.DEFAULT);
    assertThat(preview.rows().get(1).rejected()).contains("customer");
    assertThat(preview.rows().get(2).rejected()).contains("price");
    assertThat(preview.outcomes())
        .filteredOn(o -> o.rule().equals(ImportRule.NEGATIVE_PRICE.id()))
        .extracting(RuleOutcome::rejected)
        .containsExactly(1L);
  }

  @Test
  void followsTheRules() throws IOException {
    ImportRules mild =
        ImportRules.DEFAULT
            .with(ImportRule.NEGATIVE_PRICE, Action.REPAIR)
            .with(ImportRule.MISSING_CUSTOMER, Action.REPAIR);
    assertThat(preview(ROLES, mild).taken()).isEqualTo(4);
  }

  @Test
  void tellsWhatCannotBeTaken() throws IOException {
    Map<String, String> wrong =
        Map.of("customer_id", "who", "product_id", "what", "timestamp", "= nowhere + 1");
    ImportPreview preview = preview(wrong, ImportRules.DEFAULT);
    assertThat(preview.problem()).isNotNull();
    assertThat(preview.rows()).isEmpty();
  }

  @Test
  void leavesNothingBehind() throws IOException {
    preview(ROLES, ImportRules.DEFAULT);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(f -> f.getFileName().toString()).toList())
          .isEqualTo(List.of("orders.csv"));
    }
  }

  @Test
  void takesRowsOfFilesThatFollowAndOfFilesBeside() throws IOException {
    Path sales = file("sales.csv", "who,what,when\n1,P1,2026-03-01\n2,P2,2026-03-02\n");
    Path coupons = file("coupons.csv", "who,day,upc\n1,2026-03-05,900\n3,2026-03-06,901\n");
    Path upcs = file("upcs.csv", "upc,what\n900,P9\n900,P8\n");
    FileMapping part =
        FileMapping.of(
                sales,
                Map.of(
                    "customer_id", "who",
                    "product_id", "= coalesce(what, what_2)",
                    "timestamp", "= coalesce(\"when\", day)"))
            .withMore(List.of(coupons))
            .withJoins(List.of(new Join(upcs, Map.of("upc", "upc"))));
    ImportPreview preview =
        PreviewRun.of(
            new PreviewRequest(
                List.of(FilePreview.of(sales, 50), FilePreview.of(coupons, 50)),
                part,
                TableKind.EVENTS,
                ImportRules.DEFAULT.with(ImportRule.MISSING_PRODUCT, Action.REJECT),
                Privacy.NONE),
            joined,
            folder,
            JobContext.detached());
    assertThat(preview.problem()).isNull();
    assertThat(preview.rows()).hasSize(4);
    int product = preview.columns().indexOf("product_id");
    assertThat(preview.rows().get(2).cells().get(product)).isEqualTo("P9");
    assertThat(preview.source().columns()).contains("who", "when", "day", "what_2");
    assertThat(preview.source().joins()).containsExactly(new JoinOutcome(upcs, 4, 1, 1));
  }

  @Test
  void doesNotMindThatNoneOfTheFirstRowsHasAPartner() throws IOException {
    Path sales = file("sales.csv", "who,what,when\n1,P1,2026-03-01\n");
    Path ages = file("ages.csv", "who,age\n7,30\n");
    ImportPreview preview =
        preview(
            sales,
            FileMapping.of(
                    sales, Map.of("customer_id", "who", "product_id", "what", "timestamp", "when"))
                .withJoins(List.of(new Join(ages, Map.of("who", "who")))),
            Privacy.NONE);
    assertThat(preview.problem()).isNull();
    assertThat(preview.source().joins()).containsExactly(new JoinOutcome(ages, 1, 0, 0));
  }

  @Test
  void hidesCustomersAndNamesContacts() throws IOException {
    Path sales = file("sales.csv", "who,what,when,email\nanna,P1,2026-03-01,anna@example.org\n");
    FileMapping part =
        FileMapping.of(
            sales, Map.of("customer_id", "who", "product_id", "what", "timestamp", "when"));
    ImportPreview open = preview(sales, part, Privacy.NONE);
    assertThat(open.source().contacts())
        .containsExactly(
            new ContactColumn("sales.csv", "email", ContactColumn.What.E_MAIL, false, false));
    ImportPreview hidden = preview(sales, part, new Privacy(true, true, List.of()));
    assertThat(hidden.columns()).doesNotContain("email");
    assertThat(hidden.rows().getFirst().cells()).noneMatch(cell -> cell.contains("anna"));
  }

  @Test
  void namesTheCustomerIdWhereItTellsWhoTheyAre() throws IOException {
    Path sales = file("sales.csv", "Customer Name,what,when\nAnna Berg,P1,2026-03-01\n");
    Path mails = file("mails.csv", "who,what,when\nanna@example.org,P1,2026-03-01\n");
    assertThat(contacts(sales, "Customer Name"))
        .containsExactly(
            new ContactColumn("sales.csv", "Customer Name", ContactColumn.What.NAME, false, true));
    assertThat(contacts(mails, "who"))
        .containsExactly(
            new ContactColumn("mails.csv", "who", ContactColumn.What.E_MAIL, true, true));
  }

  private List<ContactColumn> contacts(Path file, String id) {
    FileMapping part =
        FileMapping.of(file, Map.of("customer_id", id, "product_id", "what", "timestamp", "when"));
    return preview(file, part, new Privacy(true, true, List.of())).source().contacts();
  }

  @Test
  void keepsWhatItLearntWhenAnExpressionIsWrong() throws IOException {
    ImportPreview preview =
        preview(Map.of("customer_id", "= nobody", "timestamp", "when"), ImportRules.DEFAULT);
    assertThat(preview.problem().arguments()).contains("orders.csv", "nobody");
    assertThat(preview.source().columns()).containsExactly("who", "what", "when", "paid");
  }

  @Test
  void countsTheRowsThatEachPatternMeets() throws IOException {
    Path sales =
        file(
            "sales.csv",
            "who,what,when\n1,POST,2026-03-01\n1,MUGS,2026-03-01\n2,PANS,2026-03-02\n");
    ImportPreview preview =
        preview(
            sales,
            FileMapping.of(
                sales, Map.of("customer_id", "who", "product_id", "what", "timestamp", "when")),
            Privacy.NONE);
    assertThat(preview.source().patterns())
        .hasEntrySatisfying(
            ImportRules.DEFAULT.patterns().stream()
                .filter(p -> p.values().contains("POST"))
                .findFirst()
                .orElseThrow(),
            met -> assertThat(met).isEqualTo(1));
  }

  private ImportPreview preview(Path file, FileMapping part, Privacy privacy) {
    return PreviewRun.of(
        new PreviewRequest(
            List.of(FilePreview.of(file, 50)),
            part,
            TableKind.EVENTS,
            ImportRules.DEFAULT,
            privacy),
        joined,
        folder,
        JobContext.detached());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
