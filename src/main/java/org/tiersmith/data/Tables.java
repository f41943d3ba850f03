package org.tiersmith.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * The three canonical tables, each a Parquet file.
 *
 * @param until the day of the import: what is dated later has not happened yet
 */
public record Tables(Path customers, Path products, Path events, LocalDate until) {
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 30);

  /** Tables of which nobody knows when they were imported. */
  public Tables(Path customers, Path products, Path events) {
    this(customers, products, events, NEVER);
  }

  /** The tables as {@link Importer} names them in a folder. */
  public static Tables in(Path folder) {
    return new Tables(
        folder.resolve("customers.parquet"),
        folder.resolve("products.parquet"),
        folder.resolve("events.parquet"));
  }

  public Path of(TableKind kind) {
    return switch (kind) {
      case CUSTOMERS -> customers;
      case PRODUCTS -> products;
      case EVENTS -> events;
    };
  }

  /** SHA-256 over the bytes of the three files, in lower-case hex: the data's fingerprint. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : List.of(customers, products, events)) {
        update(digest, file);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void update(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
  }
}
