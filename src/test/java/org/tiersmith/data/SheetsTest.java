package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiersmith.data.TestWorkbook.error;
import static org.tiersmith.data.TestWorkbook.formula;
import static org.tiersmith.data.TestWorkbook.inline;
import static org.tiersmith.data.TestWorkbook.number;
import static org.tiersmith.data.TestWorkbook.styled;
import static org.tiersmith.data.TestWorkbook.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of workbooks, as spreadsheet programs write them. */
class SheetsTest {
  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @Test
  void readsTheFirstSheetThatIsNotEmptyBelowItsTitles() {
    FilePreview preview = FilePreview.of(shop.write("orders.csv", orders().bytes()), 10);
    assertThat(preview.format()).isEqualTo("XLSX, Orders");
    assertThat(preview.sheets()).containsExactly("Empty", "Orders", "Rest");
    assertThat(preview.found().sheet()).isEqualTo("Orders");
    assertThat(preview.columnNames())
        .containsExactly("customer_id", "product_id", "date", "price", "share", "column_6");
    assertThat(preview.rows())
        .containsExactly(
            List.of("C1", "17850", "2019-01-01", "19.99", "0.15", ""),
            List.of("C2", "", "2019-01-01 18:00:00", "2", "3.5", "note"),
            List.of("true", "12345678901", "2019-01-01", "", "", ""));
  }

  @Test
  void readsTheSheetThatIsNamed() {
    Path file = shop.write("o.xlsx", orders().bytes());
    FileFormat rest = FileFormat.GUESSED.withSheet("rest");
    assertThat(FilePreview.of(file, rest, 5).columnNames()).containsExactly("a", "b");
    assertThat(
            SmallShop.problemOf(
                () -> FilePreview.of(file, FileFormat.GUESSED.withSheet("Other"), 5)))
        .hasMessageContaining("no sheet \"Other\"")
        .hasMessageContaining("Empty, Orders, Rest");
  }

  @Test
  void importsWithRowNumbersAndRejects() throws IOException {
    TestWorkbook book = new TestWorkbook();
    book.sheet(
        "S",
        book.row(2, book.word("customer_id"), book.word("product_id"), book.word("date")),
        book.row(3, book.word("C1"), book.word("P1"), styled("43466", TestWorkbook.DATE)),
        book.row(5, book.word("C2"), book.word("P2"), number("43467")),
        book.row(7, book.word("C2"), book.word("P2"), inline("never"), inline("more")));
    byte[] bytes = book.bytes();
    Path archive = shop.write("s.zip", ContainersTest.zipOf("s.xlsx", bytes));
    for (Path file : List.of(shop.write("s.xlsx", bytes), archive)) {
      ImportResult result = shop.loadEvents(file);
      assertThat(SmallShop.column(result.tables().events(), "timestamp"))
          .contains("2019-01-01 00:00:00");
      assertThat(SmallShop.rejects(result)).extracting(SmallShop.Reject::line).contains(7L);
    }
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookDoes() {
    TestWorkbook book = new TestWorkbook().from1904();
    book.sheet(
        "S",
        book.row(1, inline("id"), inline("date")),
        book.row(2, inline("x"), styled("42004", TestWorkbook.DATE)));
    FilePreview preview = FilePreview.of(shop.write("s.xlsx", book.bytes()), 5);
    assertThat(preview.rows()).containsExactly(List.of("x", "2019-01-01"));
  }

  @Test
  void tellsDatesFromNumbersByTheirFormat() {
    assertThat(SheetCells.isDate(14, null)).isTrue();
    assertThat(SheetCells.isDate(31, null)).isTrue();
    assertThat(SheetCells.isDate(170, "[$-409]d\\-mmm\\-yy;@")).isTrue();
    assertThat(SheetCells.isDate(170, "h:mm AM/PM")).isTrue();
    assertThat(SheetCells.isDate(0, "General")).isFalse();
    assertThat(SheetCells.isDate(170, "0.00E+00")).isFalse();
    assertThat(SheetCells.isDate(170, "[Red]#,##0.00\" days\"")).isFalse();
    assertThat(SheetCells.isDate(170, "[h]:mm:ss")).isFalse();
    assertThat(SheetCells.isDate(170, "#,##0\\ \"€\"")).isFalse();
  }

  @Test
  void saysThatAWorkbookHasNothing() {
    Path file = shop.write("s.xlsx", new TestWorkbook().sheet("S").bytes());
    assertThat(SmallShop.problemOf(() -> FilePreview.of(file, 5)))
        .hasMessageContaining("s.xlsx is empty");
  }

  private static TestWorkbook orders() {
    TestWorkbook book = new TestWorkbook();
    return book.sheet("Empty")
        .sheet(
            "Orders",
            book.row(1, book.word("Orders of 2019")),
            book.row(2, book.word("exported on"), styled("43500", TestWorkbook.DATE)),
            book.row(
                4,
                book.word("customer_id"),
                book.word("product_id"),
                book.word("date"),
                book.word("price"),
                book.word("share")),
            book.row(
                5,
                inline("C1"),
                number("17850"),
                styled("43466", TestWorkbook.DATE),
                number("19.989999999999998"),
                styled("0.15", TestWorkbook.PERCENT)),
            book.row(
                6,
                formula("A5", " t='str'", "C2"),
                error("#N/A"),
                styled("43466.75", TestWorkbook.INSTANT),
                formula("1+1", "", "2"),
                styled("3.5", TestWorkbook.PIECES),
                inline("note")),
            book.row(7, "", ""),
            book.row(
                9,
                truth(true),
                number("12345678901"),
                styled("43466", TestWorkbook.CHINESE_DATE),
                formula("1/0", " t='e'", "#DIV/0!")))
        .sheet(
            "Rest", book.row(1, inline("a"), inline("b")), book.row(2, number("1"), number("2")));
  }
}
