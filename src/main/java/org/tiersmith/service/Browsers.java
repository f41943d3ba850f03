package org.tiersmith.service;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.TableBrowser;

/** The tables that are being looked at, each opened when it is first asked for. Thread-safe. */
final class Browsers implements AutoCloseable {
  private final Map<Path, TableBrowser> open = new HashMap<>();
  private @Nullable Workspace workspace;

  synchronized TableBrowser of(Path parquet) {
    if (workspace == null) {
      workspace = new Workspace();
    }
    Workspace place = workspace;
    return open.computeIfAbsent(parquet, file -> TableBrowser.open(file, place.folder()));
  }

  /** Closes all; whatever is asked for next is opened anew. */
  @Override
  public synchronized void close() {
    open.values().forEach(TableBrowser::close);
    open.clear();
    if (workspace != null) {
      workspace.close();
      workspace = null;
    }
  }
}
