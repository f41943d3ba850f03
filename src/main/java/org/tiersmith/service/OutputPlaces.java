package org.tiersmith.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.Join;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Problem;
import org.tiersmith.project.ProjectFile;

/**
 * Where an import may write beside the project, so that nothing that a person has is lost.
 *
 * @param project the open project's file
 * @param inputs files that are imported; none is ever written over
 * @param earlier files of imports before; rejects of then may be written anew
 */
record OutputPlaces(Path project, Collection<Path> inputs, Collection<Path> earlier) {

  /** The files that a mapping names. */
  static Stream<Path> filesOf(RoleMapping mapping) {
    return Stream.of(TableKind.values()).flatMap(kind -> filesOf(mapping.of(kind)));
  }

  private static Stream<Path> filesOf(@Nullable FileMapping part) {
    return part == null
        ? Stream.empty()
        : Stream.of(
                Stream.of(part.file()), part.more().stream(), part.joins().stream().map(Join::file))
            .flatMap(files -> files);
  }

  /** Refuses what is an input or a project, and two outputs at one place. */
  void check(List<Path> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      check(outputs.get(i));
      for (Path other : outputs.subList(0, i)) {
        if (isSame(outputs.get(i), other)) {
          throw Problem.of(
              "output.twice",
              "{0} can''t hold two things at once. Nothing was changed; name two files to write"
                  + " to.",
              other.toString());
        }
      }
    }
  }

  /** Refuses a place whose content would be lost. */
  void check(Path output) {
    if (Files.isDirectory(output)) {
      throw Problem.of(
          "output.is-folder",
          "{0} is a folder. Nothing was changed; name a file to write to.",
          output.toString());
    }
    if (isOfProject(output, project) || ProjectFile.isDatabase(output)) {
      throw Problem.of(
          "output.is-project",
          "{0} is a project''s file, which would be lost if it were written over. Nothing was"
              + " changed; name another file to write to.",
          output.toString());
    }
    if (isInput(output)) {
      throw Problem.of(
          "output.is-input",
          "{0} is a file that is imported from, which would be lost if it were written over."
              + " Nothing was changed; name another file to write to.",
          output.toString());
    }
  }

  /** Whether the data came from a file. */
  boolean isInput(Path output) {
    return inputs.stream().anyMatch(input -> isSame(output, input))
        || (earlier.stream().anyMatch(input -> isSame(output, input))
            && !RejectExport.isOurs(output));
  }

  /** Whether a file is a project or one of those that SQLite keeps beside it. */
  static boolean isOfProject(Path file, Path project) {
    try {
      Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
      Path own = project.toRealPath();
      return String.valueOf(place.getFileName()).startsWith(String.valueOf(own.getFileName()))
          && String.valueOf(place.getParent()).equals(String.valueOf(own.getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSame(Path output, Path input) {
    try {
      Path file = onDisk(input.toAbsolutePath().normalize());
      return file.equals(output.toAbsolutePath().normalize())
          || (Files.exists(file) && Files.exists(output) && Files.isSameFile(file, output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The archive, where a path names an entry of one. */
  private static Path onDisk(Path path) {
    Path up = path;
    while (up != null && !Files.exists(up)) {
      up = up.getParent();
    }
    return up != null && Files.isRegularFile(up) ? up : path;
  }
}
