package org.tiersmith.service;

import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.JoinedFiles;
import org.tiersmith.data.PreviewRequest;
import org.tiersmith.data.PreviewRun;
import org.tiersmith.task.JobContext;

/**
 * What imports would make of files' first rows, asked anew with each correction of a mapping: the
 * files joined to them are kept from one to the next. Thread-safe.
 */
final class Previews implements AutoCloseable {
  private @Nullable Workspace workspace;
  private @Nullable JoinedFiles beside;

  ImportPreview of(PreviewRequest request, JobContext context) {
    try (Workspace own = new Workspace()) {
      return PreviewRun.of(request, beside(), own.folder(), context);
    }
  }

  private synchronized JoinedFiles beside() {
    JoinedFiles files = beside;
    if (files == null) {
      Workspace place = new Workspace();
      files = new JoinedFiles(place.folder());
      workspace = place;
      beside = files;
    }
    return files;
  }

  @Override
  public synchronized void close() {
    if (workspace != null) {
      workspace.close();
      workspace = null;
      beside = null;
    }
  }
}
