package org.tiersmith.ui.home;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.Projects;

/** Projects that are nothing but their names; remembers what was asked of it. */
final class FakeProjects implements Projects {
  private final List<Path> recent = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private @Nullable Path current;

  FakeProjects with(String... files) {
    for (String file : files) {
      recent.add(Path.of(file));
    }
    return this;
  }

  FakeProjects opened(String file) {
    current = Path.of(file);
    return this;
  }

  List<String> asked() {
    return asked;
  }

  @Override
  public List<Path> recent() {
    return recent;
  }

  @Override
  public void forget(Path project) {
    recent.remove(project);
  }

  @Override
  public void open(Path file) {
    asked.add("open " + file);
  }

  @Override
  public void create(Path file) {
    asked.add("create " + file);
  }

  @Override
  public void openSample(String language) {
    asked.add("sample " + language);
  }

  @Override
  public void show(String screen) {
    asked.add("show " + screen);
  }

  @Override
  public @Nullable Path current() {
    return current;
  }
}
