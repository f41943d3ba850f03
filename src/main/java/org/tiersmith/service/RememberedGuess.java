package org.tiersmith.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileLooks;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FoundSource;
import org.tiersmith.data.ImportGuess;
import org.tiersmith.data.Join;
import org.tiersmith.data.MappingGuesser;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/** Guesses about files, where nothing is remembered for files with their headers. */
final class RememberedGuess {
  private final MappingMemory memory;
  private final FileLooks looks;
  private final Map<TableKind, FileMapping> parts = new EnumMap<>(TableKind.class);
  private final Map<TableKind, Text> reasons = new EnumMap<>(TableKind.class);
  private RoleMapping rules = RoleMapping.of(null, null, null);

  RememberedGuess(MappingMemory memory, FileLooks looks) {
    this.memory = memory;
    this.looks = looks;
  }

  ImportGuess of(List<FoundSource> sources, JobContext context) {
    List<FoundSource> left = new ArrayList<>(sources);
    List<Path> files = sources.stream().flatMap(source -> source.files().stream()).toList();
    for (FoundSource source : sources) {
      context.checkCancelled();
      memory.recall(source.file(), files).ifPresent(kept -> take(source, kept, left));
    }
    List<FileGuess> all = new ArrayList<>();
    parts.forEach(
        (kind, part) -> all.add(remembered(kind, part, Objects.requireNonNull(reasons.get(kind)))));
    List<Path> unused = new ArrayList<>();
    if (!left.isEmpty()) {
      ImportGuess guess = MappingGuesser.guess(left, parts.keySet(), looks, context);
      unused.addAll(guess.unused());
      all.addAll(guess.files());
    }
    all.sort(java.util.Comparator.comparing(FileGuess::kind));
    return new ImportGuess(all, unused, rules.rules(), rules.privacy());
  }

  private void take(FoundSource source, MappingMemory.Remembered kept, List<FoundSource> left) {
    FileMapping before = parts.get(kept.kind());
    if (before == null) {
      parts.put(kept.kind(), kept.part().withMore(source.more()));
      reasons.put(kept.kind(), reason(kept));
      // What was hidden once stays hidden; most of the rules are about events.
      rules = rules.with(rules.privacy().and(kept.whole().privacy()));
      if (kept.kind() == TableKind.EVENTS || !parts.containsKey(TableKind.EVENTS)) {
        rules = rules.with(kept.whole().rules());
      }
    } else if (memory.signature(before.file()).equals(memory.signature(source.file()))) {
      List<Path> more = new ArrayList<>(before.more());
      more.addAll(source.files());
      parts.put(kept.kind(), before.withMore(more));
    } else {
      return;
    }
    left.remove(source);
    for (Join join : kept.part().joins()) {
      left.removeIf(other -> other.files().contains(join.file()));
    }
  }

  private static Text reason(MappingMemory.Remembered kept) {
    return Text.of(
        FileGuess.REMEMBERED,
        "Remembered: you chose this on {1} for {0}, which has the same columns",
        kept.source(),
        kept.day().toString());
  }

  private static FileGuess remembered(TableKind kind, FileMapping part, Text reason) {
    return new FileGuess(kind, 1, reason, part, List.of(), List.of(), List.of());
  }
}
