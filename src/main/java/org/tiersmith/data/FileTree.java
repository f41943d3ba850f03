package org.tiersmith.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * The files below files and folders, the entries of archives among them; what is passed over is
 * told. Links are not followed.
 */
final class FileTree extends SimpleFileVisitor<Path> {
  /** Deepest folder below one that was handed in. */
  static final int DEEPEST = 8;

  /** Most files that are looked at. */
  static final int MOST = 2000;

  private final JobContext context;
  private final List<Path> files = new ArrayList<>();
  private final List<SkippedFile> skipped = new ArrayList<>();

  FileTree(JobContext context) {
    this.context = context;
  }

  /** Adds a file, or the files of a folder or archive in the order of their names. */
  void add(Path path) {
    int before = files.size();
    try {
      Files.walkFileTree(path, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.subList(before, files.size()).sort(Comparator.comparing(Path::toString));
  }

  List<Path> files() {
    return files;
  }

  List<SkippedFile> skipped() {
    return skipped;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    context.checkCancelled();
    if (isHidden(folder)) {
      skip(folder, Text.of("files.hidden", "It is hidden."));
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    context.checkCancelled();
    if (files.size() >= MOST) {
      skip(
          file,
          Text.of(
              "files.too-many",
              "It comes after {0} files, which are as many as are looked at; it and the files"
                  + " behind it were passed over.",
              MOST));
      return FileVisitResult.TERMINATE;
    }
    if (attributes.isDirectory()) {
      skip(file, Text.of("files.too-deep", "The folder lies more than {0} deep.", DEEPEST));
    } else if (isHidden(file)) {
      skip(file, Text.of("files.hidden", "It is hidden."));
    } else if (attributes.isRegularFile()) {
      take(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    skip(file, Text.of("import.not-found", "There is no readable file {0}.", file.toString()));
    return FileVisitResult.CONTINUE;
  }

  private void take(Path file) {
    try {
      if (Files.isReadable(file) && ZipArchive.isZip(file)) {
        Packing packing = new Packing(file, null);
        if (!FileKind.isWorkbook(file, packing)) {
          takeEntries(file);
          return;
        }
      }
      files.add(file);
    } catch (Problem e) {
      skip(file, e.text());
    }
  }

  private void takeEntries(Path archive) {
    List<String> tables = ZipArchive.tables(archive);
    tables.stream().limit(MOST - files.size()).forEach(name -> files.add(archive.resolve(name)));
    int others = ZipArchive.names(archive).size() - tables.size();
    if (others > 0 || tables.isEmpty()) {
      skip(
          archive,
          Text.of(
              "files.no-tables",
              "{0} {0,choice,0#files|1#file|1<files} in the archive {0,choice,0#are|1#is|1<are} no"
                  + " tables by name.",
              others));
    }
  }

  private void skip(Path path, Text why) {
    skipped.add(new SkippedFile(path, why));
  }

  private static boolean isHidden(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(".") || name.startsWith("~$") || name.equals("__MACOSX");
  }
}
