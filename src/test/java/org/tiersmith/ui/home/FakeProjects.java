package org.tiersmith.ui.home;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tiersmith.model.Problem;

/** Projects that are nothing but their names. */
final class FakeProjects implements Projects<String> {
  private final List<Path> recent = new ArrayList<>();

  FakeProjects with(String... files) {
    for (String file : files) {
      recent.add(Path.of(file));
    }
    return this;
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
  public String open(Path file) {
    if (file.toString().contains("damaged")) {
      throw Problem.of("test.damaged", "{0} is damaged.", file.toString());
    }
    recent.remove(file);
    recent.addFirst(file);
    return file.toString();
  }

  @Override
  public String create(Path file) {
    return open(file);
  }

  @Override
  public String sample(String language) {
    return open(Path.of("Sample shop (" + language + ").tiersmith"));
  }

  @Override
  public Path folder() {
    return Path.of("projects");
  }
}
