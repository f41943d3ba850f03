package org.tiersmith.service;

import org.tiersmith.project.ProjectFile;

/** What a screen remembers in the project, so that a reopened project shows what it showed. */
public final class SessionSettings {
  private static final String PREFIX = "session.";

  private final ProjectFile project;

  SessionSettings(ProjectFile project) {
    this.project = project;
  }

  public String get(String key, String otherwise) {
    return project.settings().get(PREFIX + key).orElse(otherwise);
  }

  public void put(String key, String value) {
    if (!value.equals(get(key, ""))) {
      project.settings().put(PREFIX + key, value);
    }
  }
}
