package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.TableQuery;
import org.tiersmith.model.Problem;
import org.tiersmith.project.RowCounts;
import org.tiersmith.task.JobContext;

/** A newer export of a part brings the present data up to date. */
class UpdateTest {
  private static final String HEADER =
      "event_id,customer_id,product_id,timestamp,type,list_price\n";

  @TempDir private Path folder;

  @Test
  void newEventsLeaveWhatIsKnownOfProducts() throws IOException {
    try (ProjectSession session = ProjectSession.make(folder.resolve("shop.tiersmith"))) {
      ImportUseCase data = session.data();
      whole(data);
      DatasetView updated = update(data);
      assertThat(updated.counts()).isEqualTo(new RowCounts(2, 3, 3, 0));
      assertThat(column(data, DataTable.PRODUCTS, "title"))
          .containsExactly("Red Kettle", "Blue Mug", "");
    }
  }

  @Test
  void aPartIsNotImportedAgainInPlaceOfTheWhole() throws IOException {
    try (ProjectSession session = ProjectSession.make(folder.resolve("shop.tiersmith"))) {
      ImportUseCase data = session.data();
      whole(data);
      data.importAgain(ImportRules.DEFAULT, JobContext.detached());
      update(data);
      assertThatThrownBy(() -> data.importAgain(ImportRules.DEFAULT, JobContext.detached()))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("brought up to date");
      assertThat(data.current().orElseThrow().counts().events()).isEqualTo(3);
    }
  }

  @Test
  void newEventsMayNameWhatOnlyThePresentDataKnows() throws IOException {
    try (ProjectSession session = ProjectSession.make(folder.resolve("shop.tiersmith"))) {
      ImportUseCase data = session.data();
      whole(data);
      Path products = write("new.csv", "product_id,title,price\nP3,Green Pan,30\n");
      Path customers = write("who.csv", "customer_id,member\nC3,gold\n");
      Path newer =
          write(
              "newer.csv",
              HEADER
                  + "E3,C1,P1,2025-01-04 10:00:00,purchase,\n"
                  + "E4,C3,P3,2025-01-04 10:00:00,purchase,30\n"
                  + "E5,C9,P1,2025-01-04 10:00:00,purchase,20\n"
                  + "E6,C1,P9,2025-01-04 10:00:00,purchase,20\n");
      DatasetView updated =
          data.importFiles(data.guess(customers, products, newer), true, JobContext.detached());
      assertThat(updated.counts()).isEqualTo(new RowCounts(3, 3, 4, 2));
      assertThat(column(data, DataTable.REJECTS, "message"))
          .containsExactly(
              "The customer \"C9\" is not in who.csv nor in the present data.",
              "The product \"P9\" is not in new.csv nor in the present data.");
      assertThat(column(data, DataTable.EVENTS, "event_id"))
          .containsExactly("E1", "E2", "E3", "E4");
      assertThat(updated.quality().count("quality.no-price"))
          .as("a price that only the present data knows")
          .isEqualTo(1);
    }
  }

  @Test
  void rejectsOfBeforeStayUntilTheyAreMended() throws IOException {
    try (ProjectSession session = ProjectSession.make(folder.resolve("shop.tiersmith"))) {
      ImportUseCase data = session.data();
      Path events =
          write(
              "events.csv",
              HEADER
                  + "E1,C1,P1,2025-01-02 10:00:00,purchase,20\n"
                  + "E2,@ada,P1,soon,purchase,20\n"
                  + "E3,C2,P1,later,purchase,20\n");
      data.importFiles(data.guess(null, null, events), JobContext.detached());
      Path csv = folder.resolve("out.csv");
      data.exportRejects(csv, JobContext.detached());
      Files.writeString(csv, Files.readString(csv).replace("soon", "2025-01-03"));
      DatasetView updated =
          data.importFiles(data.guess(null, null, csv), true, JobContext.detached());
      assertThat(updated.counts().events()).isEqualTo(2);
      assertThat(column(data, DataTable.EVENTS, "customer_id"))
          .as("an id that the export kept from being a formula")
          .containsExactly("C1", "@ada");
      assertThat(column(data, DataTable.REJECTS, "file")).containsExactly("out.csv");
      Path other =
          write(
              "events.csv",
              "event_id,customer,sku,timestamp\nE9,C1,P1,never\nE8,C1,P1,2025-01-09\n");
      updated = data.importFiles(data.guess(null, null, other), true, JobContext.detached());
      assertThat(column(data, DataTable.REJECTS, "file")).containsExactly("events.csv", "out.csv");
      assertThat(updated.counts().rejected()).isEqualTo(2);
      assertThat(updated.quality().count("rejected.earlier")).isEqualTo(1);
      Path mine = write("out-out.csv", "a person's own");
      assertThat(data.exportRejects(csv, JobContext.detached()))
          .containsExactly(csv, folder.resolve("out-out-2.csv"));
      assertThat(mine).hasContent("a person's own");
      assertThat(data.exportRejects(csv, JobContext.detached())).hasSize(2);
      assertThat(folder.resolve("out-out-3.csv")).doesNotExist();
    }
  }

  @Test
  void aFileOfPricesLeavesTheTitlesAndAnUnreadRowItsText() throws IOException {
    try (ProjectSession session = ProjectSession.make(folder.resolve("shop.tiersmith"))) {
      ImportUseCase data = session.data();
      Path products = write("products.csv", "product_id,title,price\nP1,Red Kettle,20\n");
      Path events =
          write(
              "events.csv",
              HEADER
                  + "E1,C1,P1,2025-01-02 10:00:00,purchase,20\n"
                  + "E2,C1,P1,2025-01-02,purchase,20,one,too many\n"
                  + "E3,C2,P1,later,purchase,20\n");
      data.importFiles(data.guess(null, products, events), JobContext.detached());
      assertThat(data.current().orElseThrow().counts().rejected()).isEqualTo(2);
      Path csv = folder.resolve("out.csv");
      data.exportRejects(csv, JobContext.detached());
      Files.writeString(csv, Files.readString(csv).replaceFirst("later", "2025-01-03"));
      Path prices = write("prices.csv", "product_id,price\nP1,25\n");
      data.importFiles(data.guess(null, prices, csv), true, JobContext.detached());
      assertThat(column(data, DataTable.PRODUCTS, "title")).containsExactly("Red Kettle");
      assertThat(column(data, DataTable.PRODUCTS, "price")).containsExactly("25");
      assertThat(column(data, DataTable.EVENTS, "event_id")).containsExactly("E1", "E3");
      assertThat(column(data, DataTable.REJECTS, "file")).containsExactly("events.csv");
      assertThat(column(data, DataTable.REJECTS, "row"))
          .containsExactly("E2,C1,P1,2025-01-02,purchase,20,one,too many");
    }
  }

  private static List<String> column(ImportUseCase data, DataTable table, String column) {
    var rows = data.rows(table, TableQuery.ALL, 0, 100, JobContext.detached());
    int at = rows.columns().indexOf(column);
    return rows.cells().stream().map(cells -> cells.get(at)).toList();
  }

  private void whole(ImportUseCase data) throws IOException {
    Path products =
        write("products.csv", "product_id,title,price\nP1,Red Kettle,20\nP2,Blue Mug,8\n");
    Path events =
        write(
            "events.csv",
            HEADER
                + "E1,C1,P1,2025-01-02 10:00:00,purchase,20\n"
                + "E2,C2,P2,2025-01-03 10:00:00,purchase,8\n");
    data.importFiles(data.guess(null, products, events), JobContext.detached());
  }

  private DatasetView update(ImportUseCase data) throws IOException {
    Path newer =
        write(
            "newer.csv",
            HEADER
                + "E2,C2,P2,2025-01-03 10:00:00,purchase,9\n"
                + "E3,C1,P3,2025-01-04 10:00:00,purchase,5\n");
    return data.importFiles(data.guess(null, null, newer), true, JobContext.detached());
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
