package org.tiersmith.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.ImportGuess;
import org.tiersmith.data.Join;
import org.tiersmith.data.MappingGuesser;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Text;

/** Guesses about files, where nothing is remembered for files with their headers. */
final class RememberedGuess {
  private final MappingMemory memory;
  private final Map<TableKind, FileMapping> parts = new EnumMap<>(TableKind.class);
  private RoleMapping rules = RoleMapping.of(null, null, null);

  RememberedGuess(MappingMemory memory) {
    this.memory = memory;
  }

  ImportGuess of(List<Path> files) {
    Set<Path> left = new LinkedHashSet<>(files);
    for (Path file : files.stream().sorted().toList()) {
      memory.recall(file, files).ifPresent(kept -> take(file, kept, left));
    }
    List<FileGuess> all = new ArrayList<>();
    parts.forEach((kind, part) -> all.add(remembered(kind, part)));
    List<Path> unused = new ArrayList<>();
    if (!left.isEmpty()) {
      ImportGuess guess = MappingGuesser.guess(List.copyOf(left), parts.keySet());
      unused.addAll(guess.unused());
      all.addAll(guess.files());
    }
    all.sort(java.util.Comparator.comparing(FileGuess::kind));
    return new ImportGuess(all, unused, rules.rules(), rules.privacy());
  }

  private void take(Path file, MappingMemory.Remembered kept, Set<Path> left) {
    FileMapping before = parts.get(kept.kind());
    if (before == null) {
      parts.put(kept.kind(), kept.part());
      rules = rules.with(kept.whole().rules()).with(kept.whole().privacy());
    } else if (MappingMemory.signature(before.file()).equals(MappingMemory.signature(file))) {
      List<Path> more = new ArrayList<>(before.more());
      more.add(file);
      parts.put(kept.kind(), before.withMore(more));
    } else {
      return;
    }
    left.remove(file);
    kept.part().joins().stream().map(Join::file).forEach(left::remove);
  }

  private static FileGuess remembered(TableKind kind, FileMapping part) {
    return new FileGuess(
        kind,
        1,
        Text.of("guess.remembered", "you chose this for an earlier file with the same columns"),
        part,
        List.of(),
        List.of(),
        List.of());
  }
}
