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
      assertThat(titles(data)).containsExactly("Red Kettle", "Blue Mug", "");
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

  private static List<String> titles(ImportUseCase data) {
    var rows = data.rows(DataTable.PRODUCTS, TableQuery.ALL, 0, 10, JobContext.detached());
    int title = rows.columns().indexOf("title");
    return rows.cells().stream().map(cells -> cells.get(title)).toList();
  }
}
