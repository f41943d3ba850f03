package org.tiersmith.project;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tiersmith.model.Problem;

/**
 * The folder in which one project's artifacts lie as files. Each file's hash is checked once while
 * the project is open, and again when the file has been touched since.
 */
final class ArtifactCache {
  private static final System.Logger LOG = System.getLogger(ArtifactCache.class.getName());

  private final Path projectFile;
  private final Path folder;
  private final ChunkStore chunks;
  private final Map<ArtifactId, FileTime> verified = new HashMap<>();

  ArtifactCache(Path projectFile, Path folder, ChunkStore chunks) {
    this.projectFile = projectFile;
    this.folder = folder;
    this.chunks = chunks;
  }

  /**
   * @throws Problem if the stored bytes are damaged or the cache can't be written
   */
  synchronized Path layout(Artifact artifact) {
    Path file = folder.resolve(nameOf(artifact));
    try {
      if (!isGood(artifact, file)) {
        write(artifact, file);
      }
      verified.put(artifact.id(), Files.getLastModifiedTime(file));
      return file;
    } catch (IOException e) {
      throw ProjectProblems.cache(folder, e);
    }
  }

  private static String nameOf(Artifact artifact) {
    return artifact.id() + "-" + artifact.kind();
  }

  private boolean isGood(Artifact artifact, Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != artifact.size()) {
      return false;
    }
    return Files.getLastModifiedTime(file).equals(verified.get(artifact.id()))
        || Hashing.of(file).equals(artifact.id());
  }

  private void write(Artifact artifact, Path file) throws IOException {
    CacheFolder.createPrivate(folder);
    Path part = DurableFiles.partOf(file);
    try {
      ArtifactId found;
      try (OutputStream out = Files.newOutputStream(part)) {
        found = chunks.copy(artifact.id(), out);
      }
      if (!found.equals(artifact.id())) {
        throw ProjectProblems.artifactDamaged(projectFile, artifact);
      }
      DurableFiles.publish(
          part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Takes away all files but those of the given artifacts. */
  synchronized void retain(Collection<Artifact> artifacts) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Set<String> names = artifacts.stream().map(ArtifactCache::nameOf).collect(Collectors.toSet());
    try {
      for (Path file : files()) {
        if (!names.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw ProjectProblems.cache(folder, e);
    }
  }

  /** Takes the folder away: what lies open on the disk should be no more than is in use. */
  synchronized void clear() {
    verified.clear();
    try {
      if (Files.isDirectory(folder)) {
        for (Path file : files()) {
          Files.delete(file);
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The cache of a project could not be removed", e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
