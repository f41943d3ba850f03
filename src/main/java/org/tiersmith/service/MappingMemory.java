package org.tiersmith.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FileLooks;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.Join;
import org.tiersmith.data.MappingJson;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/**
 * Mappings that a person confirmed, kept in the user's folder under the header of the file that
 * they are for: the same system's next export has it too. Each is a mapping file like any other, so
 * it can be read; losing them loses nothing else.
 */
public final class MappingMemory {
  private static final System.Logger LOG = System.getLogger(MappingMemory.class.getName());
  private static final String JSON = ".json";
  private static final String JOINED = ".joined";

  private final Path folder;
  private final FileLooks looks;

  /** Mappings kept in a folder, which need not exist yet. */
  MappingMemory(Path folder, FileLooks looks) {
    this.folder = folder;
    this.looks = looks;
  }

  /** The folder of this user. */
  public static Path usualFolder() {
    return UserFolders.configuration().resolve("mappings");
  }

  /**
   * What was kept for a file.
   *
   * @param kind what its rows are
   * @param whole a mapping of this file alone, with the rules it was imported by
   * @param source name of the file for which it was chosen
   * @param day when it was chosen
   */
  public record Remembered(TableKind kind, RoleMapping whole, String source, LocalDate day) {
    /** The file's part. */
    public FileMapping part() {
      FileMapping part = whole.of(kind);
      if (part == null) {
        throw new IllegalStateException("a mapping is remembered with its part");
      }
      return part;
    }
  }

  /** Keeps a mapping that was confirmed, under the header of each of its files. */
  public void remember(RoleMapping mapping) {
    for (TableKind kind : TableKind.values()) {
      FileMapping part = mapping.of(kind);
      if (part != null) {
        keep(kind, part, mapping);
      }
    }
  }

  /**
   * What was kept for a file with this header.
   *
   * @param others files at hand, in which those to be joined are looked for by their headers
   */
  public Optional<Remembered> recall(Path file, List<Path> others) {
    String signature = signature(file);
    for (TableKind kind : TableKind.values()) {
      Path json = entry(kind, signature, JSON);
      if (Files.isRegularFile(json)) {
        Remembered found = read(json, kind, file, others);
        if (found != null) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /** Forgets what was kept for files with this header; whether there was anything. */
  public boolean forget(Path file) {
    boolean any = false;
    try {
      for (TableKind kind : TableKind.values()) {
        String signature = signature(file);
        any |= Files.deleteIfExists(entry(kind, signature, JSON));
        Files.deleteIfExists(entry(kind, signature, JOINED));
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "A remembered mapping could not be removed.");
    }
    return any;
  }

  /** What a file's header comes to, whatever the order and the case of its columns. */
  String signature(Path file) {
    List<String> names =
        looks.of(file, 1, JobContext.detached()).columnNames().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .sorted()
            .toList();
    try {
      byte[] bytes = String.join("\n", names).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(TableKind kind, FileMapping part, RoleMapping mapping) {
    try {
      Files.createDirectories(folder);
      String signature = signature(part.file());
      MappingJson.write(
          RoleMapping.of(null, null, null)
              .with(mapping.rules())
              .with(mapping.privacy())
              .with(kind, part.withMore(List.of())),
          entry(kind, signature, JSON));
      Files.write(
          entry(kind, signature, JOINED),
          part.joins().stream().map(join -> signature(join.file())).toList());
    } catch (IOException | Problem e) {
      LOG.log(System.Logger.Level.WARNING, "A mapping could not be kept in " + folder + ".");
    }
  }

  private @Nullable Remembered read(Path json, TableKind kind, Path file, List<Path> others) {
    try {
      RoleMapping kept = MappingJson.read(json);
      FileMapping part = kept.of(kind);
      if (part == null) {
        return null;
      }
      Path listed = json.resolveSibling(json.getFileName().toString().replace(JSON, JOINED));
      List<String> headers = Files.readAllLines(listed);
      List<Join> joins = new ArrayList<>();
      for (int i = 0; i < part.joins().size(); i++) {
        Join join = part.joins().get(i);
        Path found = find(join.file(), headers.get(i), file, others);
        if (found == null) {
          return null;
        }
        joins.add(new Join(found, join.on()));
      }
      return new Remembered(
          kind,
          kept.with(kind, part.withFile(file).withJoins(joins)),
          String.valueOf(part.file().getFileName()),
          LocalDate.ofInstant(Files.getLastModifiedTime(json).toInstant(), ZoneId.systemDefault()));
    } catch (IOException | Problem | IndexOutOfBoundsException e) {
      LOG.log(System.Logger.Level.WARNING, "The mapping kept in " + json + " can't be used.");
      return null;
    }
  }

  /** The file to join: one at hand with its header, one of its name beside the file, itself. */
  private @Nullable Path find(Path was, String header, Path file, List<Path> others) {
    for (Path other : others) {
      if (!other.equals(file) && signature(other).equals(header)) {
        return other;
      }
    }
    Path beside = file.toAbsolutePath().resolveSibling(was.getFileName());
    if (Files.isRegularFile(beside)) {
      return beside;
    }
    return Files.isRegularFile(was) ? was : null;
  }

  private Path entry(TableKind kind, String signature, String suffix) {
    return folder.resolve(kind.key() + "-" + signature + suffix);
  }
}
