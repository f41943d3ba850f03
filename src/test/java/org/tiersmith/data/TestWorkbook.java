package org.tiersmith.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small XLSX files for tests, written part by part as spreadsheet programs do. */
final class TestWorkbook {
  /** Styles of cells: general, date, date and time, percent, a format with a literal word. */
  static final int DATE = 1;

  static final int INSTANT = 2;
  static final int PERCENT = 3;
  static final int PIECES = 4;
  static final int CHINESE_DATE = 5;

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String STYLES =
      "<styleSheet xmlns='"
          + MAIN
          + "'><numFmts count='3'><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd hh:mm:ss'/>"
          + "<numFmt numFmtId='165' formatCode='0 \"days\"'/>"
          + "<numFmt numFmtId='166' formatCode='yyyy\"年\"m\"月\"d\"日\"'/></numFmts>"
          + "<fonts count='1'><font/></fonts><fills count='1'><fill/></fills>"
          + "<borders count='1'><border/></borders><cellStyleXfs count='1'><xf/></cellStyleXfs>"
          + "<cellXfs count='6'><xf numFmtId='0'/><xf numFmtId='14' applyNumberFormat='1'/>"
          + "<xf numFmtId='164' applyNumberFormat='1'/><xf numFmtId='9' applyNumberFormat='1'/>"
          + "<xf numFmtId='165' applyNumberFormat='1'/><xf numFmtId='166' applyNumberFormat='1'/>"
          + "</cellXfs></styleSheet>";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final StringBuilder shared = new StringBuilder();
  private int words;
  private boolean from1904;

  /** A workbook that counts days from 1904, as old Macs do. */
  TestWorkbook from1904() {
    from1904 = true;
    return this;
  }

  /** A sheet of rows; a row is what {@link #row} made. */
  TestWorkbook sheet(String name, String... rows) {
    sheets.put(name, String.join("", rows));
    return this;
  }

  /** A row of cells at A, B, ...; an empty cell is left out. */
  String row(int number, String... cells) {
    StringBuilder row = new StringBuilder("<row r='" + number + "'>");
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        row.append(cells[i].replace("@", "" + (char) ('A' + i) + number));
      }
    }
    return row + "</row>";
  }

  /** A cell with a shared text. */
  String word(String text) {
    shared.append("<si><t xml:space='preserve'>").append(escaped(text)).append("</t></si>");
    return "<c r='@' t='s'><v>" + words++ + "</v></c>";
  }

  List<String> words(String... texts) {
    return java.util.Arrays.stream(texts).map(this::word).toList();
  }

  static String inline(String text) {
    return "<c r='@' t='inlineStr'><is><t>" + escaped(text) + "</t></is></c>";
  }

  static String number(String value) {
    return "<c r='@'><v>" + value + "</v></c>";
  }

  static String styled(String value, int style) {
    return "<c r='@' s='" + style + "'><v>" + value + "</v></c>";
  }

  static String formula(String formula, String type, String cached) {
    return "<c r='@'" + type + "><f>" + escaped(formula) + "</f><v>" + cached + "</v></c>";
  }

  static String error(String error) {
    return "<c r='@' t='e'><v>" + error + "</v></c>";
  }

  static String truth(boolean value) {
    return "<c r='@' t='b'><v>" + (value ? 1 : 0) + "</v></c>";
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
              + "<Default Extension='xml' ContentType='application/xml'/>"
              + type("workbook.xml", "sheet.main")
              + type("styles.xml", "styles")
              + type("sharedStrings.xml", "sharedStrings")
              + "</Types>");
      part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
      part(zip, "xl/workbook.xml", workbook());
      part(zip, "xl/_rels/workbook.xml.rels", sheetRelations());
      part(zip, "xl/styles.xml", STYLES);
      part(zip, "xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + shared + "</sst>");
      int n = 0;
      for (String rows : sheets.values()) {
        String data = "<sheetData>" + rows + "</sheetData>";
        part(
            zip,
            "xl/worksheets/sheet" + ++n + ".xml",
            "<worksheet xmlns='" + MAIN + "'>" + data + "</worksheet>");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String workbook() {
    StringBuilder book = new StringBuilder("<workbook xmlns='" + MAIN + "' xmlns:r='");
    book.append("http://schemas.openxmlformats.org/officeDocument/2006/relationships'>");
    book.append("<workbookPr date1904='").append(from1904 ? 1 : 0).append("'/><sheets>");
    int n = 0;
    for (String name : sheets.keySet()) {
      n++;
      book.append(
          String.format("<sheet name='%s' sheetId='%d' r:id='rId%d'/>", escaped(name), n, n));
    }
    return book + "</sheets></workbook>";
  }

  private static String type(String part, String kind) {
    return "<Override PartName='/xl/"
        + part
        + "' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml."
        + kind
        + "+xml'/>";
  }

  private String sheetRelations() {
    StringBuilder all = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      all.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    all.append(relation("rId98", "styles", "styles.xml"));
    all.append(relation("rId99", "sharedStrings", "sharedStrings.xml"));
    return relationships(all.toString());
  }

  private static String relations(String type, String target) {
    return relationships(relation("rId1", type, target));
  }

  private static String relationships(String all) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + all
        + "</Relationships>";
  }

  private static String relation(String id, String type, String target) {
    return String.format(
        "<Relationship Id='%s' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
            + "relationships/%s' Target='%s'/>",
        id, type, target);
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    String declared = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml;
    zip.write(declared.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
