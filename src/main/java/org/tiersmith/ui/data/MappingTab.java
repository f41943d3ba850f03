package org.tiersmith.ui.data;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.model.Text;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;

/**
 * One view of a mapping. It is made anew when the draft has changed, a moment later, so that the
 * focus has come to where it goes; a preview alone changes only what {@link #previewed} says.
 */
abstract class MappingTab extends Scroller {
  protected final MappingViewModel model;
  protected final Texts texts;
  private boolean waiting;

  MappingTab(MappingViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("ts-bare-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    model.draft().revisionProperty().subscribe(revision -> makeSoon());
    texts.language().tongueProperty().subscribe(tongue -> makeSoon());
    visibleProperty().subscribe(shown -> makeSoon());
    model.previewProperty().subscribe(this::tell);
  }

  /** The content for the draft as it is; a control that is to keep the focus needs an id. */
  protected abstract Node content(ChosenFile file);

  /** Shows what a preview tells; the content is there. */
  protected void previewed(@Nullable ImportPreview preview) {}

  private void tell(@Nullable ImportPreview preview) {
    if (isVisible() && getContent() != null && model.draft().selectedProperty().get() != null) {
      previewed(preview);
    }
  }

  private void makeSoon() {
    if (!waiting) {
      waiting = true;
      Platform.runLater(this::make);
    }
  }

  private void make() {
    waiting = false;
    ChosenFile file = model.draft().selectedProperty().get();
    if (!isVisible() || file == null) {
      return;
    }
    String stood = focused(getContent());
    double height = getVvalue();
    setContent(content(file));
    previewed(model.previewProperty().get());
    setVvalue(height);
    Node same = stood == null ? null : lookup("#" + stood);
    if (same != null) {
      same.requestFocus();
    }
  }

  /** The id of the control that has the focus, or one within it. */
  private static @Nullable String focused(@Nullable Node node) {
    if (node == null || !(node.isFocused() || node.isFocusWithin())) {
      return null;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        String found = focused(child);
        if (found != null) {
          return found;
        }
      }
    }
    return node.getId();
  }

  protected static VBox column(Node... nodes) {
    VBox column = new VBox(nodes);
    column.getStyleClass().add("ts-mapping-tab");
    return column;
  }

  protected static Label hint(ObservableValue<String> text) {
    return Labels.paragraph(text);
  }

  /** A line below something; nothing where there is no text. */
  protected static Label small(String style) {
    Label label = new Label();
    label.getStyleClass().addAll("ts-why", style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    write(label, "");
    return label;
  }

  protected static void write(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }

  protected String say(@Nullable Text text) {
    return text == null ? "" : texts.language().say(text);
  }
}
