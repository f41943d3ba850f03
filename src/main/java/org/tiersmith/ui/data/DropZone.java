package org.tiersmith.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** Lets files be dropped on a node. */
final class DropZone {
  private DropZone() {}

  static void install(Node node, Consumer<List<Path>> dropped) {
    node.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    node.setOnDragDropped(
        event -> {
          boolean files = event.getDragboard().hasFiles();
          if (files) {
            dropped.accept(
                event.getDragboard().getFiles().stream().flatMap(DropZone::files).toList());
          }
          event.setDropCompleted(files);
          event.consume();
        });
  }

  /** A file itself, or the files that lie in a folder. */
  private static Stream<Path> files(File dropped) {
    File[] inside = dropped.listFiles(file -> file.isFile() && !file.isHidden());
    return inside == null
        ? Stream.of(dropped.toPath())
        : Arrays.stream(inside).sorted().map(File::toPath);
  }
}
