package org.tiersmith.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** Lets files and folders be dropped on a node. */
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
            dropped.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
          }
          event.setDropCompleted(files);
          event.consume();
        });
  }
}
