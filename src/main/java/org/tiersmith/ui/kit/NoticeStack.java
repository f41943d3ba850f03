package org.tiersmith.ui.kit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.kit.Notices.Kind;
import org.tiersmith.ui.kit.Notices.Notice;

/** The open notices, one below the other, over the lower right corner of the window's content. */
public final class NoticeStack extends VBox {
  private static final Duration DONE_STAYS = Duration.seconds(6);

  private final Notices notices;
  private final Texts texts;
  private final Map<Notice, Node> banners = new HashMap<>();

  public NoticeStack(Notices notices, Language language) {
    this.notices = notices;
    this.texts = new Texts(language, "kit");
    getStyleClass().add("ts-notices");
    setPickOnBounds(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    notices.open().forEach(this::show);
    notices.open().addListener(this::changed);
  }

  private void changed(ListChangeListener.Change<? extends Notice> change) {
    while (change.next()) {
      change.getRemoved().forEach(notice -> getChildren().remove(banners.remove(notice)));
      change.getAddedSubList().forEach(this::show);
    }
  }

  private void show(Notice notice) {
    HBox banner = new HBox(10, icon(notice.kind()), message(notice));
    banner
        .getStyleClass()
        .addAll("ts-notice", "ts-" + notice.kind().name().toLowerCase(Locale.ROOT));
    if (notice.details() != null) {
      banner.getChildren().add(copyButton(notice.details()));
    }
    banner
        .getChildren()
        .add(Buttons.icon(Feather.X, texts.bind("dismiss"), () -> notices.dismiss(notice)));
    banners.put(notice, banner);
    getChildren().add(banner);
    if (notice.kind() == Kind.DONE) {
      PauseTransition stay = new PauseTransition(DONE_STAYS);
      stay.setOnFinished(event -> notices.dismiss(notice));
      stay.play();
    }
  }

  private Label message(Notice notice) {
    Label label =
        Labels.paragraph(texts.language().tongueProperty().map(tongue -> sentence(notice)));
    label.getStyleClass().setAll("label", "ts-plain");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  private String sentence(Notice notice) {
    String said = texts.language().say(notice.text());
    return notice.times() == 1 ? said : texts.get("times", said, notice.times());
  }

  private Button copyButton(String details) {
    return Buttons.link(
        texts.bind("copy-details"),
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, details)));
  }

  private static Node icon(Kind kind) {
    return Icons.of(kind == Kind.DONE ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
  }
}
