package org.tiersmith.data;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** Rows of a delimited file. */
final class DelimitedSource extends RecordSource {
  private static final int SHOWN_CHARS = 80;
  private static final int SNIFF_CHARS = 1 << 18;

  private final Dialect dialect;
  private final RecordReader reader;
  private final int width;

  private DelimitedSource(
      Encoding encoding, Dialect dialect, RecordReader reader, List<String> columns) {
    super(encoding, reader, columns);
    this.dialect = dialect;
    this.reader = reader;
    this.width = columns.size();
  }

  static DelimitedSource open(SourceFile file) throws IOException {
    return open(file, Encoding.of(file));
  }

  /** Opens a file whose encoding is known. */
  static DelimitedSource open(SourceFile file, Encoding encoding) throws IOException {
    Dialect dialect;
    try (Reader in = encoding.read(file)) {
      dialect = DialectSniffer.of(head(in), file.chosen());
    }
    RecordReader reader = new RecordReader(encoding.read(file), dialect);
    return new DelimitedSource(encoding, dialect, reader, header(file, reader));
  }

  Dialect dialect() {
    return dialect;
  }

  /** The line behind the present record, from 1; at first the one behind the header. */
  long nextLine() {
    return reader.nextLine();
  }

  @Override
  public String format() {
    return "CSV, " + dialect.label();
  }

  @Override
  public FileFormat found() {
    String quote = dialect.quote() == 0 ? "" : String.valueOf(dialect.quote());
    return FileFormat.GUESSED
        .withEncoding(encoding())
        .withDelimiter(FileFormat.named(dialect.delimiter()))
        .withQuote(quote);
  }

  @Override
  public String cell(int column) {
    return reader.field(column);
  }

  /** In a file of one column an empty line is an empty value. */
  @Override
  boolean skipsBlank() {
    return width > 1;
  }

  @Override
  @Nullable Text check() {
    if (!hasAllFields()) {
      Text fault =
          Text.of(
              "import.columns", "The row has {0} fields, the header {1}.", reader.fields(), width);
      reader.giveUpAfterFirstLine(fault);
      return fault;
    }
    return isUndecoded()
        ? Text.of(
            "import.encoding",
            "The row holds bytes that are not {0}, the encoding of the rest of the file. Save"
                + " the file as UTF-8.",
            encoding())
        : null;
  }

  /** As many fields as the header; empty ones too many at the end do no harm. */
  private boolean hasAllFields() {
    if (reader.fields() < width) {
      return false;
    }
    for (int i = width; i < reader.fields(); i++) {
      if (!reader.field(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private boolean isUndecoded() {
    for (int i = 0; i < width; i++) {
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
    while (found && reader.fault() == null && reader.isBlank()) {
      found = reader.next();
    }
    Text fault = reader.fault();
    if (found && fault != null) {
      throw Problem.of(
          "import.bad-header",
          "The header of {0} (line {1}) can''t be read: {2}",
          file.name(),
          reader.line(),
          fault);
    }
    if (!found) {
      throw Problem.of("import.no-header", "{0} has no header line.", file.name());
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < reader.fields(); i++) {
      names.add(reader.field(i));
    }
    return Cells.distinctNames(named(file, names));
  }

  /** The cells of a header; throws a Problem where they are values. */
  static List<String> named(SourceFile file, List<String> names) {
    file.requireWidth(names.size());
    if (names.stream().allMatch(name -> Cells.tidy(name).matches("[-+0-9.,:/ ]+"))) {
      String shown = String.join(", ", names);
      throw Problem.of(
          "import.header-is-data",
          "The first line of {0} holds values, no column names ({1}). Add a header line.",
          file.name(),
          shown.substring(0, Math.min(SHOWN_CHARS, shown.length())));
    }
    return names;
  }
}
