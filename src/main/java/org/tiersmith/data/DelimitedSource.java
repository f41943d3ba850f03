package org.tiersmith.data;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** Rows of a delimited file. */
final class DelimitedSource implements RowSource {
  private static final int SNIFF_CHARS = 1 << 18;
  private static final int RAW_CHARS = 300;

  private final Encoding encoding;
  private final Dialect dialect;
  private final RecordReader reader;
  private final List<String> columns;
  private @Nullable Text fault;

  private DelimitedSource(
      Encoding encoding, Dialect dialect, RecordReader reader, List<String> columns) {
    this.encoding = encoding;
    this.dialect = dialect;
    this.reader = reader;
    this.columns = columns;
  }

  static DelimitedSource open(SourceFile file) throws IOException {
    Encoding encoding = Encoding.of(file);
    Dialect dialect;
    try (Reader in = encoding.read(file)) {
      dialect = DialectSniffer.of(head(in));
    }
    RecordReader reader = new RecordReader(encoding.read(file), dialect);
    return new DelimitedSource(encoding, dialect, reader, header(file, reader));
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public String format() {
    return "CSV, " + dialect.label();
  }

  /** Whether the delimiter tells that numbers may have decimal commas. */
  @Override
  public String encoding() {
    return encoding.name();
  }

  @Override
  public boolean next() throws IOException {
    do {
      if (!reader.next()) {
        return false;
      }
    } while (reader.fault() == null && reader.isBlank() && columns.size() > 1);
    fault = reader.fault();
    if (fault == null && !hasAllFields()) {
      fault =
          Text.of(
              "import.columns",
              "The row has {0} fields, the header {1}.",
              reader.fields(),
              columns.size());
      reader.giveUpAfterFirstLine(fault);
    } else if (fault == null && isUndecoded()) {
      fault =
          Text.of(
              "import.encoding",
              "The row holds bytes that are not {0}, the encoding of the rest of the file. Save"
                  + " the file as UTF-8.",
              encoding.name());
    }
    return true;
  }

  @Override
  public long line() {
    return reader.line();
  }

  @Override
  public @Nullable Text fault() {
    return fault;
  }

  @Override
  public String cell(int column) {
    return reader.field(column);
  }

  @Override
  public String raw() {
    return reader.raw(RAW_CHARS);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** As many fields as the header; empty ones too many at the end do no harm. */
  private boolean hasAllFields() {
    if (reader.fields() < columns.size()) {
      return false;
    }
    for (int i = columns.size(); i < reader.fields(); i++) {
      if (!reader.field(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private boolean isUndecoded() {
    for (int i = 0; i < columns.size(); i++) {
      if (reader.field(i).indexOf(Encoding.UNDECODED) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String head(Reader in) throws IOException {
    char[] head = new char[SNIFF_CHARS];
    int n = 0;
    for (int more = 0; n < head.length && more >= 0; n += Math.max(0, more)) {
      more = in.read(head, n, head.length - n);
    }
    return new String(head, 0, n);
  }

  private static List<String> header(SourceFile file, RecordReader reader) throws IOException {
    boolean found = reader.next();
    while (found && (reader.fault() != null || reader.isBlank())) {
      found = reader.next();
    }
    if (!found) {
      throw Problem.of("import.no-header", "{0} has no header line.", file.name());
    }
    List<String> names = new ArrayList<>();
    boolean allNumbers = true;
    for (int i = 0; i < reader.fields(); i++) {
      names.add(reader.field(i));
      allNumbers &= Cells.tidy(reader.field(i)).matches("[-+0-9.,:/ ]+");
    }
    if (allNumbers) {
      throw Problem.of(
          "import.header-is-data",
          "The first line of {0} holds values, no column names ({1}). Add a header line.",
          file.name(),
          reader.raw(80));
    }
    return Cells.distinctNames(names);
  }
}
