package org.tiersmith.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * What somebody handed in, several files or a whole folder, as tables: each file and each table in
 * an archive is looked at, and files with the same header, such as monthly exports, are one table,
 * as are those of events whose columns changed from one month to the next.
 *
 * @param sources the tables, in the order of their first files
 * @param skipped what was passed over
 */
public record FileGathering(List<FoundSource> sources, List<SkippedFile> skipped) {
  /** So many equal names of columns are no coincidence. */
  private static final int MANY_COLUMNS = 4;

  public FileGathering {
    sources = List.copyOf(sources);
    skipped = List.copyOf(skipped);
  }

  /** Looks at files and folders; what can't be read as a table is passed over and told. */
  public static FileGathering of(List<Path> handedIn, FileLooks looks, JobContext context) {
    FileTree tree = new FileTree(context);
    handedIn.forEach(tree::add);
    List<Path> files = tree.files().stream().distinct().sorted().toList();
    List<SkippedFile> skipped = new ArrayList<>(tree.skipped());
    Map<Set<String>, FoundSource> alike = new LinkedHashMap<>();
    Copies copies = new Copies();
    for (int i = 0; i < files.size(); i++) {
      Path path = files.get(i);
      context.checkCancelled();
      context.progress(
          (double) i / files.size(),
          Text.of("files.looking", "Looking at {0}", SourceFile.name(path)));
      try {
        Path original = copies.originalOf(path);
        if (original == null) {
          FilePreview preview = looks.of(path, MappingGuesser.ROWS, context);
          alike.merge(header(preview), new FoundSource(preview, List.of()), FoundSource::with);
        } else {
          skipped.add(new SkippedFile(path, copy(original)));
        }
      } catch (Problem e) {
        skipped.add(new SkippedFile(path, e.text()));
      }
    }
    return new FileGathering(GrownExports.together(alike.values()), skipped);
  }

  private static Text copy(Path original) {
    return Text.of(
        "files.copy", "Its content is the same as that of {0}.", SourceFile.name(original));
  }

  /** What files have in common that are parts of one table. */
  private static Set<String> header(FilePreview preview) {
    Set<String> key =
        preview.columnNames().stream()
            .map(RoleNames::plain)
            .collect(Collectors.toCollection(TreeSet::new));
    if (key.size() < MANY_COLUMNS) {
      String name = String.valueOf(preview.file().getFileName());
      key.add(name.toLowerCase(Locale.ROOT).replaceAll("[\\d\\s()_.-]+", " "));
    }
    return key;
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
