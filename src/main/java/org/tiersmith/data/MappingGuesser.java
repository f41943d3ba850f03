package org.tiersmith.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/** Guesses what the columns of files mean, by their names and by their first values. */
public final class MappingGuesser {
  /** So many of a file's rows say what its columns mean. */
  public static final int ROWS = 2_000;

  /** More of a catalogue's rows, since its ids are looked for in other files. */
  static final int CATALOGUE_ROWS = 50_000;

  private MappingGuesser() {}

  /** A mapping of the files given; a role that was not found is absent. */
  public static RoleMapping guess(
      @Nullable Path customers, @Nullable Path products, @Nullable Path events) {
    Map<String, Set<String>> ids = new HashMap<>();
    FileMapping who = customers == null ? null : catalogue(TableKind.CUSTOMERS, customers, ids);
    FileMapping what = products == null ? null : catalogue(TableKind.PRODUCTS, products, ids);
    FileMapping happenings =
        events == null ? null : file(TableKind.EVENTS, FilePreview.of(events, ROWS), ids).mapping();
    if (happenings != null && products != null) {
      happenings = withoutProductWords(happenings);
    }
    return RoleMapping.of(who, what, happenings);
  }

  /** A mapping of one file. */
  public static FileMapping guess(TableKind kind, Path file) {
    return explain(kind, file).mapping();
  }

  /** What is guessed about a file of a kind that is known, with the reasons. */
  public static FileGuess explain(TableKind kind, Path file) {
    return explain(kind, FilePreview.of(file, ROWS));
  }

  /** What is guessed about a file of a kind that is known, by its first rows. */
  public static FileGuess explain(TableKind kind, FilePreview look) {
    return file(kind, look, Map.of());
  }

  /** How to put one file beside another, by looks at both; none where no column seems to serve. */
  public static Optional<Join> join(FilePreview left, FilePreview right) {
    return Optional.ofNullable(JoinGuess.of(left, right)).map(JoinGuess::join);
  }

  /**
   * What is guessed about tables found together: what each holds, which belong beside one another,
   * and what their columns mean.
   *
   * @param settled kinds of rows for which the files are known, so that none of these is one
   */
  public static ImportGuess guess(
      List<FoundSource> found, Set<TableKind> settled, FileLooks looks, JobContext context) {
    return new FilesGuesser(found, settled, looks, context).guess();
  }

  private static FileMapping catalogue(TableKind kind, Path file, Map<String, Set<String>> ids) {
    FilePreview preview = FilePreview.of(file, CATALOGUE_ROWS);
    FileMapping mapping = file(kind, preview.first(ROWS), ids).mapping();
    keepIds(kind, preview, mapping, ids);
    return mapping;
  }

  /** Remembers the ids that a catalogue's first rows have. */
  static void keepIds(
      TableKind kind, FilePreview preview, FileMapping mapping, Map<String, Set<String>> ids) {
    String role = kind.required().getFirst();
    String column = mapping.columns().get(role);
    int at = preview.columnNames().indexOf(column);
    if (at >= 0) {
      ids.put(role, new ColumnSample(preview, at).ids());
    }
  }

  static FileGuess file(TableKind kind, FilePreview preview, Map<String, Set<String>> ids) {
    KindGuess why =
        KindGuess.of(preview).stream().filter(k -> k.kind() == kind).findFirst().orElseThrow();
    return file(why, preview, ids, List.of());
  }

  static FileGuess file(
      KindGuess why, FilePreview preview, Map<String, Set<String>> ids, List<Text> joins) {
    RoleAssignment roles = new RoleAssignment(why.kind(), preview, ids);
    Map<String, String> columns =
        roles.taken().stream()
            .collect(
                Collectors.toMap(
                    RoleGuess::role, RoleGuess::column, (a, b) -> a, LinkedHashMap::new));
    return new FileGuess(
        why.kind(),
        why.score(),
        why.reason(),
        FileMapping.of(preview.file(), columns),
        roles.taken(),
        roles.possible(),
        joins);
  }

  static FileMapping withoutProductWords(FileMapping events) {
    FileMapping mapping = events;
    for (String word : TableKind.PRODUCT_WORDS) {
      mapping = mapping.withRole(word, null);
    }
    return mapping;
  }
}
