package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/** Guesses about files dropped together: each file's part, and how they belong together. */
final class FilesGuesser {
  private static final double CATALOGUE = 0.5;

  private final List<Source> sources = new ArrayList<>();
  private final Set<TableKind> settled;
  private final FileLooks looks;
  private final JobContext context;
  private final Map<String, Set<String>> ids = new HashMap<>();

  /** Files of the same columns, or a file alone. */
  private record Source(FilePreview first, List<Path> more, List<KindGuess> kinds) {
    KindGuess as(TableKind kind) {
      return kinds.stream().filter(k -> k.kind() == kind).findFirst().orElseThrow();
    }
  }

  /** Events as one source tells them with others beside it. */
  private record Story(Source base, List<Source> beside, List<JoinGuess> joins, double score) {
    FilePreview preview() {
      return joins.isEmpty() ? base.first : joins.getLast().with();
    }
  }

  FilesGuesser(
      List<FoundSource> found, Set<TableKind> settled, FileLooks looks, JobContext context) {
    this.settled = settled;
    this.looks = looks;
    this.context = context;
    for (FoundSource source : found) {
      context.checkCancelled();
      FilePreview first = source.preview();
      sources.add(new Source(first, source.more(), KindGuess.of(first)));
    }
  }

  ImportGuess guess() {
    List<Source> left = new ArrayList<>(sources);
    List<FileGuess> found = new ArrayList<>();
    boolean alone = left.size() == 1 && !settled.contains(TableKind.EVENTS);
    for (TableKind kind : List.of(TableKind.CUSTOMERS, TableKind.PRODUCTS)) {
      if (!alone && !settled.contains(kind)) {
        Source source = catalogue(kind, left);
        if (source != null) {
          left.remove(source);
          found.add(catalogueGuess(kind, source));
        }
      }
    }
    Story story = settled.contains(TableKind.EVENTS) ? null : story(left);
    if (story != null) {
      left.remove(story.base);
      left.removeAll(story.beside);
      found.add(told(story, settled.contains(TableKind.PRODUCTS) || hasProducts(found)));
    }
    return new ImportGuess(
        found,
        left.stream().flatMap(source -> all(source).stream()).toList(),
        ImportRules.DEFAULT,
        Privacy.NONE);
  }

  private static boolean hasProducts(List<FileGuess> found) {
    return found.stream().anyMatch(file -> file.kind() == TableKind.PRODUCTS);
  }

  private static List<Path> all(Source source) {
    List<Path> all = new ArrayList<>(List.of(source.first.file()));
    all.addAll(source.more);
    return all;
  }

  /** The source that looks most like a catalogue and more so than like events. */
  private static @Nullable Source catalogue(TableKind kind, List<Source> left) {
    return left.stream()
        .filter(source -> source.kinds.getFirst().kind() == kind)
        .filter(source -> source.as(kind).score() >= CATALOGUE)
        .max(Comparator.comparingDouble(source -> source.as(kind).score()))
        .orElse(null);
  }

  private FileGuess catalogueGuess(TableKind kind, Source source) {
    FilePreview preview = looks.of(source.first.file(), MappingGuesser.CATALOGUE_ROWS, context);
    FileGuess guess = MappingGuesser.file(kind, preview.first(MappingGuesser.ROWS), ids);
    MappingGuesser.keepIds(kind, preview, guess.mapping(), ids);
    return with(guess, guess.mapping().withMore(source.more));
  }

  private static @Nullable Story story(List<Source> left) {
    return left.stream()
        .map(source -> story(source, left))
        .max(
            Comparator.comparingDouble(Story::score)
                .thenComparingLong(story -> story.base.first.bytes()))
        .orElse(null);
  }

  /** Puts beside a source whatever belongs there, in chains too. */
  private static Story story(Source base, List<Source> left) {
    Set<Path> used = new HashSet<>(Set.of(base.first.file()));
    List<Source> beside = new ArrayList<>();
    List<JoinGuess> joins = new ArrayList<>();
    FilePreview rows = base.first;
    for (boolean more = true; more; ) {
      more = false;
      for (Source other : left) {
        JoinGuess join = used.contains(other.first.file()) ? null : JoinGuess.of(rows, other.first);
        if (join != null) {
          beside.add(other);
          used.add(other.first.file());
          joins.add(join);
          rows = join.with();
          more = true;
        }
      }
    }
    double score =
        KindGuess.of(rows).stream()
            .filter(kind -> kind.kind() == TableKind.EVENTS)
            .mapToDouble(KindGuess::score)
            .sum();
    return new Story(base, beside, joins, score + 0.01 * joins.size());
  }

  private FileGuess told(Story story, boolean hasProducts) {
    List<Text> reasons = story.joins.stream().map(JoinGuess::reason).toList();
    FilePreview rows = story.preview();
    KindGuess why =
        KindGuess.of(rows).stream()
            .filter(kind -> kind.kind() == TableKind.EVENTS)
            .findFirst()
            .orElseThrow();
    FileGuess guess = MappingGuesser.file(why, rows, ids, reasons);
    FileMapping mapping =
        guess
            .mapping()
            .withMore(story.base.more)
            .withJoins(story.joins.stream().map(JoinGuess::join).toList());
    return with(guess, hasProducts ? MappingGuesser.withoutProductWords(mapping) : mapping);
  }

  private static FileGuess with(FileGuess guess, FileMapping mapping) {
    return new FileGuess(
        guess.kind(),
        guess.confidence(),
        guess.reason(),
        mapping,
        guess.roles().stream().filter(r -> mapping.columns().containsKey(r.role())).toList(),
        guess.possible(),
        guess.joins());
  }
}
