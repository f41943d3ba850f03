package org.tiersmith.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.PseudonymKey;
import org.tiersmith.model.Problem;
import org.tiersmith.project.ProjectFile;

/**
 * Keeps the key of a project's pseudonyms in the person's own folder, for nobody else to read. The
 * project holds the key's fingerprint alone.
 */
final class KeyStore {
  private static final String ID = "privacy.id";
  private static final String FINGERPRINT = "privacy.key";

  private final ProjectFile project;

  KeyStore(ProjectFile project) {
    this.project = project;
  }

  /**
   * The key for an import, made where the project has none yet.
   *
   * @param needed whether present data was made with a key, which has to be the same
   */
  PseudonymKey forImport(boolean needed) {
    return needed || project.settings().get(FINGERPRINT).isPresent() ? existing() : made();
  }

  /** The key of the project's pseudonyms; a {@link Problem} where it is not here or another one. */
  PseudonymKey existing() {
    @Nullable String expected = project.settings().get(FINGERPRINT).orElse(null);
    if (expected == null) {
      throw Problem.of(
          "privacy.none", "This project holds no pseudonyms, so there is no key to them.");
    }
    Path file = file();
    if (!Files.isRegularFile(file)) {
      throw Problem.of(
          "privacy.key-missing",
          "The key of this project''s pseudonyms is not on this machine ({0}). Nothing was changed;"
              + " copy the key here from where the data was imported first, or start a new"
              + " project.",
          file.toString());
    }
    PseudonymKey key = read(file);
    if (!key.fingerprint().equals(expected)) {
      throw Problem.of(
          "privacy.other-key",
          "The key in {0} is not the one of this project''s pseudonyms. Nothing was changed; put"
              + " the right key there, or start a new project.",
          file.toString());
    }
    return key;
  }

  private PseudonymKey made() {
    byte[] secret = new byte[PseudonymKey.LENGTH];
    new SecureRandom().nextBytes(secret);
    PseudonymKey key = new PseudonymKey(secret);
    Path file = file();
    try {
      Files.createDirectories(file.getParent(), onlyOwner("rwx------"));
      Files.createFile(file, onlyOwner("rw-------"));
      Files.write(file, secret);
    } catch (FileAlreadyExistsException e) {
      key = read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    project.settings().put(FINGERPRINT, key.fingerprint());
    return key;
  }

  /** The folder of all keys. */
  static Path folder() {
    return UserFolders.configuration().resolve("keys");
  }

  private Path file() {
    String id =
        project
            .settings()
            .get(ID)
            .orElseGet(
                () -> {
                  String made = UUID.randomUUID().toString();
                  project.settings().put(ID, made);
                  return made;
                });
    return folder().resolve(id + ".key");
  }

  private static PseudonymKey read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != PseudonymKey.LENGTH) {
        throw Problem.of(
            "privacy.damaged-key",
            "The key file {0} is damaged. Nothing was changed; restore it from a copy.",
            file.toString());
      }
      return new PseudonymKey(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?>[] onlyOwner(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
