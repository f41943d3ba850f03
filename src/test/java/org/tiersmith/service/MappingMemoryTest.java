package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Derivation;
import org.tiersmith.data.FileGathering;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileLooks;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FoundSource;
import org.tiersmith.data.ImportGuess;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.Join;
import org.tiersmith.data.Privacy;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.task.JobContext;

/** Mappings kept by the headers of their files. */
class MappingMemoryTest {
  @TempDir private Path folder;
  private final FileLooks looks = new FileLooks();
  private MappingMemory memory;
  private FileMapping chosen;

  @BeforeEach
  void keepOne() {
    memory = new MappingMemory(folder.resolve("kept"), looks);
    write("orders.csv", "Nr,Who,Day\n1,A,2025-01-02\n");
    chosen =
        FileMapping.of(
                write("old.csv", "order,sku,paid\n1,P,3\n"),
                Map.of("customer_id", "Who", "timestamp", "Day", "paid_price", "paid"))
            .withJoins(List.of(new Join(folder.resolve("orders.csv"), Map.of("order", "Nr"))))
            .withConstant("type", "purchase")
            .withDerive(Derivation.USUAL_PRICE);
    memory.remember(RoleMapping.of(null, null, chosen));
  }

  @Test
  void anotherFileOfTheSameColumnsHasWhatWasChosen() {
    Path next = write("new.csv", "PAID;Sku;order\n4;P;1\n");
    MappingMemory.Remembered found = memory.recall(next, List.of()).orElseThrow();
    assertThat(found.kind()).isEqualTo(TableKind.EVENTS);
    assertThat(found.part()).isEqualTo(chosen.withFile(next));
    assertThat(memory.recall(write("other.csv", "a,b\n1,2\n"), List.of())).isEmpty();
  }

  @Test
  void joinsWhatIsAtHandWithTheSameHeader() {
    Path next = write("feb/new.csv", "order,sku,paid\n4,P,1\n");
    Path orders = write("feb/heads.csv", "who,nr,day\nB,4,2025-02-02\n");
    assertThat(memory.recall(next, List.of(next, orders)).orElseThrow().part().joins())
        .containsExactly(new Join(orders, Map.of("order", "Nr")));
  }

  @Test
  void isNotOfferedWithoutTheFileToJoin() throws IOException {
    Files.delete(folder.resolve("orders.csv"));
    Path next = write("new.csv", "order,sku,paid\n4,P,1\n");
    assertThat(memory.recall(next, List.of(next))).isEmpty();
  }

  @Test
  void canBeForgotten() {
    assertThat(memory.forget(chosen.file())).isTrue();
    assertThat(memory.recall(chosen.file(), List.of())).isEmpty();
    assertThat(memory.forget(chosen.file())).isFalse();
  }

  @Test
  void whatCannotBeReadIsPassedOver() throws IOException {
    try (var kept = Files.newDirectoryStream(folder.resolve("kept"), "*.json")) {
      for (Path file : kept) {
        Files.writeString(file, "{ nonsense");
      }
    }
    assertThat(memory.recall(chosen.file(), List.of())).isEmpty();
  }

  @Test
  void comesFirstAmongGuesses() {
    Path january = write("m/jan.csv", "order,sku,paid\n1,P,3\n");
    Path february = write("m/feb.csv", "order,sku,paid\n2,P,3\n");
    Path products = write("m/products.csv", "sku,title,price\nP,Kettle,3\nQ,Mug,4\n");
    ImportGuess guess =
        new RememberedGuess(memory, looks)
            .of(
                FileGathering.of(List.of(january, february, products), looks, JobContext.detached())
                    .sources(),
                JobContext.detached());
    assertThat(guess.files())
        .extracting(FileGuess::kind)
        .containsExactly(TableKind.PRODUCTS, TableKind.EVENTS);
    FileMapping events = Objects.requireNonNull(guess.mapping().events());
    assertThat(events).isEqualTo(chosen.withFile(february).withMore(List.of(january)));
    assertThat(guess.files().getFirst().isRemembered()).isFalse();
    assertThat(guess.files().getLast().isRemembered()).isTrue();
    assertThat(guess.files().getLast().reason().english()).contains("old.csv");
    assertThat(guess.unused()).isEmpty();
  }

  @Test
  void hidesWhatAnyFileHidAndGoesByTheRulesOfEvents() {
    Path events = write("a/events.csv", "order,sku,paid\n1,P,3\n");
    Path products = write("a/z.csv", "sku,title,price\nP,Kettle,3\n");
    ImportRules strict = new ImportRules(null, null, true, null, "2000-01-01", null, null);
    memory.remember(
        RoleMapping.of(null, null, chosen)
            .with(strict)
            .with(new Privacy(true, false, List.of("note"))));
    memory.remember(
        RoleMapping.of(null, FileMapping.of(products, Map.of("product_id", "sku")), null)
            .with(new Privacy(false, true, null)));
    for (List<Path> order : List.of(List.of(events, products), List.of(products, events))) {
      ImportGuess guess =
          new RememberedGuess(memory, looks)
              .of(
                  order.stream()
                      .map(f -> new FoundSource(looks.of(f, 10, JobContext.detached()), List.of()))
                      .toList(),
                  JobContext.detached());
      assertThat(guess.privacy()).isEqualTo(new Privacy(true, true, List.of("note")));
      assertThat(guess.rules()).isEqualTo(strict);
    }
  }

  private Path write(String name, String content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
