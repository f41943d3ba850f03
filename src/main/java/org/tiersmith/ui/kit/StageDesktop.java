package org.tiersmith.ui.kit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The real desktop around a window; choosers open where the last one was left. */
public final class StageDesktop implements Desktop {
  private final Window owner;
  private final HostServices services;
  private @Nullable File lastFolder;

  public StageDesktop(Window owner, HostServices services) {
    this.owner = owner;
    this.services = services;
  }

  @Override
  public Optional<Path> chooseFile(String title, FileKind... kinds) {
    return kept(chooser(title, kinds).showOpenDialog(owner));
  }

  @Override
  public List<Path> chooseFiles(String title, FileKind... kinds) {
    List<File> files = chooser(title, kinds).showOpenMultipleDialog(owner);
    if (files == null) {
      return List.of();
    }
    return files.stream().flatMap(file -> kept(file).stream()).toList();
  }

  @Override
  public Optional<Path> chooseTarget(String title, String proposedName, FileKind... kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(proposedName);
    return kept(chooser.showSaveDialog(owner));
  }

  @Override
  public Optional<Path> chooseFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (lastFolder != null) {
      chooser.setInitialDirectory(lastFolder);
    }
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public boolean confirm(String title, String question, String yes, String no) {
    ButtonType accept = new ButtonType(yes, ButtonData.OK_DONE);
    Alert alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            question,
            new ButtonType(no, ButtonData.CANCEL_CLOSE),
            accept);
    alert.initOwner(owner);
    alert.setHeaderText(title);
    alert.getDialogPane().setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    return alert.showAndWait().filter(accept::equals).isPresent();
  }

  @Override
  public void reveal(Path path) {
    Path full = path.toAbsolutePath();
    Path folder = Files.isDirectory(full) ? full : full.resolveSibling("");
    services.showDocument(folder.toUri().toString());
  }

  private FileChooser chooser(String title, FileKind... kinds) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    if (lastFolder != null && lastFolder.isDirectory()) {
      chooser.setInitialDirectory(lastFolder);
    }
    for (FileKind kind : kinds) {
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
    }
    return chooser;
  }

  private Optional<Path> kept(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    lastFolder = file.getParentFile();
    return Optional.of(file.toPath());
  }
}
