package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiersmith.model.Problem;

/** Encodings, told apart by their bytes or chosen by a person. */
class EncodingsTest {
  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8, Größe;不锈钢;ステンレス",
    "UTF-16LE, UTF-16LE, Größe;不锈钢;ステンレス",
    "UTF-16BE, UTF-16BE, Größe;不锈钢;ステンレス",
    "GB18030, GB18030, 商品编号;不锈钢保温杯;纯棉床上用品四件套",
    "GB18030, GB18030, 性别;男;女",
    "windows-31j, Shift_JIS, 商品名;ステンレスボトル;綿の枕カバー①",
    "windows-31j, Shift_JIS, 氏名;山田太郎;東京都",
    "Big5, Big5-HKSCS, 商品編號;不鏽鋼保溫杯;純棉床上用品四件套",
    "windows-1252, windows-1252, Größe;Männer;“quoted” – 5 €",
    "windows-1252, windows-1252, Ärger;Österreich;Übung",
    "windows-1252, windows-1252, café;crème brûlée;garçon",
    "windows-1252, windows-1252, Année;Prénom;Côte d’Azur",
    "ISO-8859-1, windows-1252, Größe;Männer;señor",
    "windows-1251, windows-1251, Название;Чайник красный;Кружка",
  })
  void tellsEncodingsApart(String written, String found, String words) {
    List<String> cells = List.of(words.split(";"));
    Path file =
        shop.write(
            "e.csv", "id,%s\n1,%s\n2,%s\n".formatted(cells.toArray()), Charset.forName(written));
    FilePreview preview = FilePreview.of(file, 5);
    assertThat(preview.encoding()).isEqualTo(found);
    assertThat(preview.found().encoding()).isEqualTo(found);
    assertThat(preview.columnNames()).containsExactly("id", cells.get(0));
    assertThat(preview.rows())
        .containsExactly(List.of("1", cells.get(1)), List.of("2", cells.get(2)));
  }

  @Test
  void takesLatin1WhereWindowsHasNoCharacter() {
    Path file = shop.write("e.csv", "id,name\n1,caf\u00e9\u0081\n", Charset.forName("ISO-8859-1"));
    assertThat(FilePreview.of(file, 5).encoding()).isEqualTo("ISO-8859-1");
  }

  @Test
  void obeysThePersonInPreviewAndImport() {
    Path file =
        shop.write(
            "e.csv",
            "customer_id,product_id,timestamp,title\nC1,P1,2025-01-02,Łódź\n",
            Charset.forName("windows-1250"));
    FileFormat chosen = FileFormat.GUESSED.withEncoding("windows-1250");
    assertThat(FilePreview.of(file, chosen, 5).rows().getFirst()).contains("Łódź");
    RoleMapping guessed = MappingGuesser.guess(null, null, file);
    FileMapping events = SmallShopMappings.events(guessed).withFormat(chosen);
    ImportResult result = shop.load(guessed.with(TableKind.EVENTS, events));
    assertThat(SmallShop.column(result.tables().products(), "title")).containsExactly("Łódź");
  }

  @Test
  void obeysThePersonOnDelimiterAndQuote() {
    Path file = shop.write("e.csv", "a;b,c\n'x;y';1,2\n");
    FileFormat semicolons = FileFormat.GUESSED.withDelimiter(";").withQuote("'");
    FilePreview preview = FilePreview.of(file, semicolons, 5);
    assertThat(preview.columnNames()).containsExactly("a", "b,c");
    assertThat(preview.rows()).containsExactly(List.of("x;y", "1,2"));
    assertThat(preview.found()).isEqualTo(semicolons.withEncoding("UTF-8").withDecimal(","));
    FileFormat commas = FileFormat.GUESSED.withDelimiter(",").withQuote("");
    assertThat(FilePreview.of(file, commas, 5).columnNames()).containsExactly("a;b", "c");
  }

  @Test
  void obeysThePersonOnSignsAndDays() {
    Path file =
        shop.write("e.csv", "customer_id,product_id,timestamp,price\nC1,P1,05/03/2025,\"1,234\"\n");
    RoleMapping guessed = MappingGuesser.guess(null, null, file);
    FileFormat chosen = FileFormat.GUESSED.withDecimal(",").withDayFirst(true);
    FileMapping events = SmallShopMappings.events(guessed).withFormat(chosen);
    ImportResult result = shop.load(guessed.with(TableKind.EVENTS, events));
    assertThat(SmallShop.column(result.tables().events(), "list_price")).containsExactly("1.234");
    assertThat(SmallShop.column(result.tables().events(), "timestamp"))
        .containsExactly("2025-03-05 00:00:00");
    ImportResult unasked = shop.load(guessed);
    assertThat(SmallShop.column(unasked.tables().events(), "list_price")).containsExactly("1234.0");
    assertThat(SmallShop.column(unasked.tables().events(), "timestamp"))
        .containsExactly("2025-05-03 00:00:00");
  }

  @Test
  void keepsTheChoiceInAMappingFile() {
    Path file = shop.write("e.csv", SmallShop.HEADER + SmallShop.GOOD);
    FileFormat chosen = new FileFormat("GB18030", "tab", "", ",", true, "Orders");
    RoleMapping guessed = MappingGuesser.guess(null, null, file);
    FileMapping events = SmallShopMappings.events(guessed).withFormat(chosen);
    Path json = folder.resolve("m.json");
    MappingJson.write(guessed.with(TableKind.EVENTS, events), json);
    assertThat(SmallShopMappings.events(MappingJson.read(json)).format()).isEqualTo(chosen);
  }

  @Test
  void refusesWhatCanNotBe() {
    Problem encoding = SmallShop.problemOf(() -> FileFormat.GUESSED.withEncoding("UTF-99"));
    assertThat(encoding).hasMessageContaining("UTF-99").hasMessageContaining("GB18030");
    assertThat(SmallShop.problemOf(() -> FileFormat.GUESSED.withDelimiter(";;")))
        .hasMessageContaining("one character");
    Path json =
        shop.write(
            "m.json",
            "{\"events\": {\"file\": \"events.csv\", \"format\": {\"encoding\": \"klingon\"}}}");
    assertThat(SmallShop.problemOf(() -> MappingJson.read(json))).hasMessageContaining("klingon");
  }
}
