package org.tiersmith.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * What somebody handed in, several files or a whole folder, as tables: each file and each table in
 * an archive is looked at, and files with the same header, such as monthly exports, are one table.
 *
 * @param sources the tables, in the order of their first files
 * @param skipped what was passed over
 */
public record FileGathering(List<FoundSource> sources, List<SkippedFile> skipped) {
  private static final int ROWS = 200;

  /** So many equal names of columns are no coincidence. */
  private static final int MANY_COLUMNS = 4;

  private static final List<String> DEEDS =
      List.of("event_id", "type", "quantity", "list_price", "text", "rating");

  public FileGathering {
    sources = List.copyOf(sources);
    skipped = List.copyOf(skipped);
  }

  /** Looks at files and folders; what can't be read as a table is passed over and told. */
  public static FileGathering of(List<Path> handedIn, JobContext context) {
    FileTree tree = new FileTree(context);
    handedIn.forEach(tree::add);
    List<SkippedFile> skipped = new ArrayList<>(tree.skipped());
    Map<List<String>, List<FilePreview>> alike = new LinkedHashMap<>();
    Copies copies = new Copies();
    for (Path path : tree.files()) {
      context.checkCancelled();
      context.progress(-1, Text.of("files.looking", "Looking at {0}", SourceFile.name(path)));
      try {
        Path original = copies.originalOf(path);
        if (original != null) {
          skipped.add(new SkippedFile(path, copy(original)));
          continue;
        }
        FilePreview preview = FilePreview.of(path, ROWS);
        alike.computeIfAbsent(header(preview), key -> new ArrayList<>()).add(preview);
      } catch (Problem e) {
        skipped.add(new SkippedFile(path, e.text()));
      }
    }
    return new FileGathering(alike.values().stream().map(FileGathering::source).toList(), skipped);
  }

  private static Text copy(Path original) {
    return Text.of(
        "files.copy", "Its content is the same as that of {0}.", SourceFile.name(original));
  }

  /** What files have in common that are parts of one table. */
  private static List<String> header(FilePreview preview) {
    List<String> key =
        preview.columnNames().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(ArrayList::new));
    if (key.size() < MANY_COLUMNS) {
      String name = String.valueOf(preview.file().getFileName());
      key.add(name.toLowerCase(Locale.ROOT).replaceAll("[\\d\\s()_.-]+", " "));
    }
    return key;
  }

  private static FoundSource source(List<FilePreview> alike) {
    return new FoundSource(
        alike.getFirst(),
        alike.stream().skip(1).map(FilePreview::file).toList(),
        kind(alike.getFirst().columnNames()));
  }

  /** Events name who and what, or who, when and something done; else the key tells. */
  private static @Nullable TableKind kind(List<String> columns) {
    boolean who = has("customer_id", columns);
    boolean what = has("product_id", columns);
    boolean done = has("timestamp", columns) && DEEDS.stream().anyMatch(role -> has(role, columns));
    if (who && (what || done)) {
      return TableKind.EVENTS;
    }
    return what ? TableKind.PRODUCTS : who ? TableKind.CUSTOMERS : null;
  }

  private static boolean has(String role, List<String> columns) {
    return columns.stream().anyMatch(column -> RoleNames.fits(TableKind.EVENTS, role, column));
  }

  /** Tells files that are copies of others, which would count their rows twice. */
  private static final class Copies {
    private final Map<Long, List<Path>> bySize = new LinkedHashMap<>();

    /** The file before this one that has the same content, or null. */
    @Nullable Path originalOf(Path path) {
      if (!Files.isRegularFile(path)) {
        return null;
      }
      try {
        List<Path> sameSize = bySize.computeIfAbsent(Files.size(path), size -> new ArrayList<>());
        for (Path other : sameSize) {
          if (Files.mismatch(path, other) < 0) {
            return other;
          }
        }
        sameSize.add(path);
        return null;
      } catch (IOException e) {
        throw SourceFile.of(path).broken(e);
      }
    }
  }
}
