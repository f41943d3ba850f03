package org.tiersmith.response;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A gzipped CSV file without quotes from the public data sets beside the project. */
record SharedCsv(List<String> header, List<String[]> rows) {
  private static final Path SHARED = Path.of("..", "shared", "data");

  /** The file's content; the calling test is skipped where the file is absent. */
  static SharedCsv read(String set, String name) {
    Path file = SHARED.resolve(set).resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> file + " is not there");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> header = Arrays.asList(in.readLine().split(",", -1));
      return new SharedCsv(header, in.lines().map(line -> line.split(",", -1)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(int row, String column) {
    return rows.get(row)[header.indexOf(column)];
  }

  double number(int row, String column) {
    return Double.parseDouble(text(row, column));
  }
}
