package org.tiersmith.ui.kit;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opening and closing projects, as Home asks for it. Everything answers at once; what takes time
 * shows in the task bar, and the screens change when the project is there. On the FX thread.
 */
public interface Projects {

  /** Projects opened lately, the latest first. */
  List<Path> recent();

  /** Takes a project off the recent ones; its file stays. */
  void forget(Path project);

  void open(Path project);

  /** Makes a new project and opens it. */
  void create(Path project);

  /**
   * Opens the sample project; the first time it is made, and its screens fill while the background
   * imports, trains and scores.
   *
   * @param language {@code en} or {@code zh}
   */
  void openSample(String language);

  /** Goes to the screen with that id, if it can be opened now. */
  void show(String screen);

  /** The open project's file, null while none is open. */
  @Nullable Path current();
}
