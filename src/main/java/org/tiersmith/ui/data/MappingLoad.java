package org.tiersmith.ui.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tiersmith.data.FileFormat;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.Join;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * A mapping file as a draft, its files looked at. A file that is gone is one at hand of its name.
 */
final class MappingLoad {
  private final MappingDesk desk;
  private final JobContext context;
  private final Text reason;
  private final Map<String, Path> named = new LinkedHashMap<>();
  private final Map<Path, FilePreview> looks = new LinkedHashMap<>();

  private MappingLoad(MappingDesk desk, Path json, DraftState now, JobContext context) {
    this.desk = desk;
    this.context = context;
    this.reason = Text.of("guess.loaded", "so the mapping {0} says", ChosenFile.name(json));
    Stream.concat(now.files().stream().map(ChosenFile::preview), now.atHand().stream())
        .forEach(look -> named.putIfAbsent(ChosenFile.name(look.file()), look.file()));
  }

  /** The draft that a mapping file says; files at hand stay there. */
  static DraftState of(MappingDesk desk, Path json, DraftState now, JobContext context) {
    return new MappingLoad(desk, json, now, context).draft(desk.load(json), now);
  }

  private DraftState draft(RoleMapping mapping, DraftState now) {
    List<ChosenFile> files = new ArrayList<>();
    for (TableKind kind : TableKind.values()) {
      FileMapping part = mapping.of(kind);
      if (part != null) {
        files.add(chosen(kind, found(part)));
      }
    }
    DraftState loaded =
        new DraftState(files, List.of(), mapping.rules(), mapping.privacy())
            .withAtHand(List.copyOf(looks.values()));
    List<FilePreview> others =
        Stream.concat(now.files().stream().map(ChosenFile::preview), now.atHand().stream())
            .filter(look -> files.stream().noneMatch(file -> file.allFiles().contains(look.file())))
            .distinct()
            .toList();
    return loaded.withAtHand(others);
  }

  private ChosenFile chosen(TableKind kind, FileMapping part) {
    part.more().forEach(file -> looks.put(file, desk.preview(file, part.format(), context)));
    part.joins()
        .forEach(
            join -> looks.put(join.file(), desk.preview(join.file(), FileFormat.GUESSED, context)));
    FileGuess guess = new FileGuess(kind, 1, reason, part, List.of(), List.of(), List.of());
    return ChosenFile.of(desk.preview(part.file(), part.format(), context), guess);
  }

  private FileMapping found(FileMapping part) {
    return part.withFile(found(part.file()))
        .withMore(part.more().stream().map(this::found).toList())
        .withJoins(part.joins().stream().map(j -> new Join(found(j.file()), j.on())).toList());
  }

  private Path found(Path file) {
    return Files.exists(file) ? file : named.getOrDefault(ChosenFile.name(file), file);
  }
}
