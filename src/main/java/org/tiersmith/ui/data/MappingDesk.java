package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import org.tiersmith.data.FileFormat;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.Join;
import org.tiersmith.data.PreviewRequest;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.service.ImportUseCase;
import org.tiersmith.task.JobContext;

/** What making a mapping needs of a project; called on background threads. */
interface MappingDesk {

  /** The first rows of a file that is written as a person said, as far as anybody did. */
  FilePreview preview(Path file, FileFormat format, JobContext context);

  /** What the file's columns seem to mean, if it holds that kind of rows. */
  FileGuess guess(TableKind kind, Path file, FileFormat format, JobContext context);

  /** How to put another file beside that of a part; none where no column seems to serve. */
  Optional<Join> join(FileMapping part, Path other, JobContext context);

  /** What an import would make of a file's first rows. */
  ImportPreview preview(PreviewRequest request, JobContext context);

  /** Forgets what is remembered for files with this one's header. */
  void forget(Path file);

  void save(RoleMapping mapping, Path json);

  RoleMapping load(Path json);

  /** Where the keys of pseudonyms lie. */
  Path keyFolder();

  /** The desk of a project's data. */
  static MappingDesk of(ImportUseCase data) {
    return new MappingDesk() {
      @Override
      public FilePreview preview(Path file, FileFormat format, JobContext context) {
        return data.preview(file, format, context);
      }

      @Override
      public FileGuess guess(TableKind kind, Path file, FileFormat format, JobContext context) {
        return data.explain(kind, file, format, context);
      }

      @Override
      public Optional<Join> join(FileMapping part, Path other, JobContext context) {
        return data.join(part, other, context);
      }

      @Override
      public ImportPreview preview(PreviewRequest request, JobContext context) {
        return data.preview(request, context);
      }

      @Override
      public void forget(Path file) {
        data.forget(file);
      }

      @Override
      public void save(RoleMapping mapping, Path json) {
        data.saveMapping(mapping, json);
      }

      @Override
      public RoleMapping load(Path json) {
        return data.mapping(json);
      }

      @Override
      public Path keyFolder() {
        return data.keyFolder();
      }
    };
  }
}
