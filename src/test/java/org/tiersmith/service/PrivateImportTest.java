package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.ContactColumn;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Privacy;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;

/** Imports that hide who the customers are; exports and updates of them. */
class PrivateImportTest {
  private static final List<String> SECRETS =
      List.of(
          "KUNDE-4711",
          "KUNDE-4712",
          "KUNDE-9999",
          "ada@example.org",
          "+49 171 2345678",
          "Lovelace",
          "13812345678");

  @TempDir private Path folder;
  private String before = "";

  @BeforeEach
  void files() throws IOException {
    before = System.getProperty("tiersmith.config", "");
    System.setProperty("tiersmith.config", folder.resolve("config").toString());
    Files.writeString(
        folder.resolve("customers.csv"),
        "customer_id,full_name,email,member\nKUNDE-4711,Ada Lovelace,ada@example.org,gold\n"
            + "KUNDE-4712,Bob Lovelace,bob@example.org,none\n");
    Files.writeString(
        folder.resolve("events.csv"),
        "customer_id,product_id,timestamp,type,text,contact\n"
            + "KUNDE-4711,P1,2025-01-02,review,Call +49 171 2345678 or ada@example.org"
            + " KUNDE-4711,13812345678\n"
            + "KUNDE-4712,P1,2025-01-03,review,fine,13912345678\n"
            + "KUNDE-9999,P1,2025-01-03,review,unknown ada@example.org,13812345678\n"
            + "KUNDE-4711,P1,\"2025-01-03\"x,review,broken KUNDE-4711,1\n");
  }

  @AfterEach
  void restore() {
    if (before.isEmpty()) {
      System.clearProperty("tiersmith.config");
    } else {
      System.setProperty("tiersmith.config", before);
    }
  }

  @Test
  void leavesNoIdAndNoContactInTheProject() throws IOException {
    Path file = folder.resolve("shop.tiersmith");
    Path rejects = folder.resolve("rejects.csv");
    try (ProjectSession session = workbench().create(file)) {
      ImportUseCase data = session.data();
      DatasetView view =
          data.importFiles(mapping(data, new Privacy(true, true, null)), JobContext.detached());
      assertThat(view.counts().rejected()).isEqualTo(2);
      assertThat(view.quality().contacts())
          .extracting(ContactColumn::column)
          .containsExactlyInAnyOrder("full_name", "email", "contact");
      assertThat(view.quality().contacts()).allMatch(ContactColumn::dropped);
      for (DataTable table : DataTable.values()) {
        assertThat(content(data.table(table))).doesNotContain(SECRETS);
      }
      String pseudonym = data.pseudonymOf("KUNDE-4711");
      assertThat(pseudonym).matches("p[a-z2-7]{26}");
      assertThat(content(data.table(DataTable.CUSTOMERS))).contains(pseudonym);
      assertThat(content(data.table(DataTable.EVENTS)))
          .contains(pseudonym)
          .contains("Call [phone] or [e-mail] " + pseudonym);
      data.exportRejects(rejects, JobContext.detached());
      assertThat(Files.readString(rejects)).doesNotContain(SECRETS).contains("tiersmith_reason");
      String stranger = data.pseudonymOf("KUNDE-9999");
      assertThat(Files.readString(rejects)).contains(stranger);
      data.importFiles(mapping(data, new Privacy(true, true, null)), true, JobContext.detached());
      assertThat(data.changes().orElseThrow().tables())
          .allMatch(t -> t.added() == 0 && t.changed() == 0 && t.oldOnly() == 0);
      data.importFiles(
          data.guess(null, null, rejects).with(new Privacy(true, true, null)),
          true,
          JobContext.detached());
      assertThat(content(data.table(DataTable.CUSTOMERS))).contains(stranger);
    }
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain(SECRETS);
    try (Stream<Path> keys = Files.list(folder.resolve("config/keys"))) {
      byte[] key = Files.readAllBytes(keys.toList().getFirst());
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void needsTheKeyItStartedWith() throws IOException {
    try (ProjectSession session = workbench().create(folder.resolve("key.tiersmith"))) {
      ImportUseCase data = session.data();
      assertThatThrownBy(() -> data.pseudonymOf("KUNDE-4711")).isInstanceOf(Problem.class);
      RoleMapping mapping = mapping(data, new Privacy(true, false, null));
      data.importFiles(mapping, JobContext.detached());
      String first = data.pseudonymOf("KUNDE-4711");
      Path key;
      try (Stream<Path> keys = Files.list(folder.resolve("config/keys"))) {
        key = keys.toList().getFirst();
      }
      byte[] right = Files.readAllBytes(key);
      Files.delete(key);
      assertThatThrownBy(() -> data.importFiles(mapping, JobContext.detached()))
          .isInstanceOf(Problem.class)
          .hasMessageContaining(key.toString());
      Files.write(key, new byte[32]);
      assertThatThrownBy(() -> data.pseudonymOf("KUNDE-4711"))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("not the one");
      Files.write(key, right);
      assertThat(data.pseudonymOf("KUNDE-4711")).isEqualTo(first);
      for (boolean update : List.of(true, false)) {
        assertThatThrownBy(
                () -> data.importFiles(mapping.with(Privacy.NONE), update, JobContext.detached()))
            .isInstanceOf(Problem.class)
            .hasMessageContaining("holds pseudonyms and the new files would name them");
      }
    }
  }

  @Test
  void mendedRejectsComeIntoTheData() throws IOException {
    Path events = folder.resolve("sales.csv");
    Files.writeString(
        events,
        "event_id,customer_id,product_id,timestamp,price,note\n1,A,P1,2025-01-02,5,x\n"
            + "2,B,P1,soon,-7,=1+1\n3,C,P1,2025-01-02,5,"
            + "good ".repeat(400)
            + ",bad\n");
    Path csv = folder.resolve("out.csv");
    try (ProjectSession session = workbench().create(folder.resolve("mend.tiersmith"))) {
      ImportUseCase data = session.data();
      data.importFiles(data.guess(null, null, events), JobContext.detached());
      assertThat(data.changes()).isEmpty();
      assertThat(data.exportRejects(csv, JobContext.detached())).containsExactly(csv);
      RoleMapping hidden = data.guess(null, null, events).with(new Privacy(true, false, null));
      assertThatThrownBy(() -> data.importFiles(hidden, JobContext.detached()))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("names its customers and the new files would hide them");
      for (Path taken : List.of(events, folder.resolve("mend.tiersmith"))) {
        assertThatThrownBy(() -> data.exportRejects(taken, JobContext.detached()))
            .isInstanceOf(Problem.class)
            .hasMessageContaining("would be lost");
        assertThatThrownBy(() -> data.saveMapping(data.guess(null, null, events), taken))
            .isInstanceOf(Problem.class)
            .hasMessageContaining("would be lost");
      }
      String exported = Files.readString(csv);
      assertThat(exported.lines().toList().get(0))
          .startsWith("event_id,customer_id,product_id,timestamp,price,note,tiersmith_file");
      assertThat(exported)
          .contains("2,B,P1,soon,-7,'=1+1,sales.csv,3,bad-time")
          .contains("3,C,P1,2025-01-02,5," + "good ".repeat(400) + ",bad");
      Files.writeString(csv, exported.replace("soon,-7", "2025-01-03,7"));
      DatasetView both = data.importFiles(data.guess(null, null, csv), true, JobContext.detached());
      assertThat(both.counts().events()).isEqualTo(2);
      assertThat(content(data.table(DataTable.EVENTS)))
          .doesNotContain("tiersmith_")
          .contains("\"note\":\"=1+1\"");
      assertThat(data.changes().orElseThrow().tables().get(2).added()).isEqualTo(1);
      assertThat(data.changes().orElseThrow().tables().get(2).oldOnly()).isEqualTo(1);
    }
  }

  private RoleMapping mapping(ImportUseCase data, Privacy privacy) {
    return data.guess(folder.resolve("customers.csv"), null, folder.resolve("events.csv"))
        .with(privacy);
  }

  private static String content(Path parquet) {
    List<String> rows = new ArrayList<>();
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.each(
          "SELECT to_json(t)::VARCHAR FROM " + Duck.parquet(parquet) + " AS t",
          row -> rows.add(row.words(0)));
    }
    return String.join("\n", rows);
  }

  private Workbench workbench() {
    return new Workbench(
        new Preferences(folder.resolve("preferences.properties")),
        new SameThreadJobRunner((job, failure) -> {}),
        folder.resolve("models"));
  }
}
