package org.tiersmith.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tiersmith.project.ProjectFile;

/**
 * What a screen remembers in the project, so that a reopened project shows what it showed. Read
 * when the project is opened: looking something up never waits for the file. Thread-safe.
 */
public final class SessionSettings {
  private static final String PREFIX = "session.";

  private final ProjectFile project;
  private final Map<String, String> values;

  SessionSettings(ProjectFile project) {
    this.project = project;
    this.values = new ConcurrentHashMap<>(project.settings().all());
  }

  public String get(String key, String otherwise) {
    return values.getOrDefault(PREFIX + key, otherwise);
  }

  /** Keeps a value in the file; not for a window's own thread. */
  public void put(String key, String value) {
    if (!value.equals(get(key, ""))) {
      project.settings().put(PREFIX + key, value);
      values.put(PREFIX + key, value);
    }
  }
}
