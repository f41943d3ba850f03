package org.tiersmith.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.tiersmith.model.Text;
import org.tiersmith.service.ValueFile;
import org.tiersmith.task.Job;
import org.tiersmith.task.Lane;
import org.tiersmith.ui.kit.Desktop.FileKind;

/** Asks where to save something, saves it in the background and says so. On the FX thread. */
public final class Saver {
  private final Ui ui;
  private final Texts texts;

  public Saver(Ui ui) {
    this.ui = ui;
    this.texts = ui.texts("kit");
  }

  /** Saves a table of values as CSV. */
  public void values(String title, ValueTable table) {
    rows(
        title,
        file ->
            context -> {
              ValueFile.csv(
                  file,
                  table.columns(),
                  sink -> {
                    for (List<Object> row : table.rows()) {
                      context.checkCancelled();
                      sink.row(row);
                    }
                  });
              return file;
            });
  }

  /**
   * Saves a picture.
   *
   * @param png makes the file's bytes; called in the background
   */
  public void picture(String title, Supplier<byte[]> png) {
    save(
        title,
        ".png",
        new FileKind(texts.get("save.png"), List.of("*.png")),
        file ->
            context -> {
              ValueFile.bytes(file, png.get());
              return file;
            });
  }

  /** Saves rows as CSV by a job of one's own. */
  void rows(String title, Saving saving) {
    save(title, ".csv", new FileKind(texts.get("save.csv"), List.of("*.csv")), saving);
  }

  /** Makes the job that writes a file and gives it back. */
  @FunctionalInterface
  interface Saving {
    Job<Path> to(Path file);
  }

  private void save(String title, String ending, FileKind kind, Saving saving) {
    ui.desktop()
        .chooseTarget(texts.get("save.menu"), fileName(title) + ending, kind)
        .ifPresent(
            file -> {
              String name = String.valueOf(file.getFileName());
              ui.tasks()
                  .start(
                      Text.of("ui.kit.save", "Saving {0}", name),
                      Lane.LIGHT,
                      saving.to(file),
                      saved -> ui.notices().done(Text.of("ui.kit.saved", "{0} was saved.", name)));
            });
  }

  /** A title without what file systems refuse. */
  static String fileName(String title) {
    String name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").strip();
    return name.isEmpty() ? "tiersmith" : name;
  }
}
