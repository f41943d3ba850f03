package org.tiersmith.ui.customers;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.template.TemplateFault;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.service.TextPreview;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/**
 * A template that is tried on a customer or product, and how long texts by it are. Only the latest
 * template is tried. On the FX thread.
 */
final class TextTrial {
  /**
   * What came of a template.
   *
   * @param faults what is wrong with it; empty where nothing is
   * @param preview null where something is wrong, or there is nobody to try it on
   */
  record Tried(List<TemplateFault> faults, @Nullable TextPreview preview) {}

  /** What is tried. */
  private record Template(TextSide side, String source) {}

  private static final Text TRY = Text.of("ui.customers.try", "Trying a template");

  private final TextDesk desk;
  private final LatestReading<Tried> trying;
  private final LatestReading<Optional<TextPreview.Counts>> counting;
  private final StringProperty id = new SimpleStringProperty(this, "id", "");
  private final StringProperty encoder = new SimpleStringProperty(this, "encoder", "");
  private final IntegerProperty maxLength = new SimpleIntegerProperty(this, "maxLength", 0);
  private final ReadOnlyObjectWrapper<@Nullable Tried> tried =
      new ReadOnlyObjectWrapper<>(this, "tried");
  private final ReadOnlyObjectWrapper<TextPreview.@Nullable Counts> counts =
      new ReadOnlyObjectWrapper<>(this, "counts");
  private final ObjectProperty<@Nullable Template> template =
      new SimpleObjectProperty<>(this, "template");

  TextTrial(TextDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    trying = new LatestReading<>(tasks, notices, TRY, tried::set);
    counting = new LatestReading<>(tasks, notices, TRY, now -> counts.set(now.orElse(null)));
    template.addListener((property, before, now) -> tryOut());
    id.addListener((property, before, now) -> write());
    encoder.addListener((property, before, now) -> tryOut());
    maxLength.addListener((property, before, now) -> count());
  }

  /** The customer or product that the template is tried on. */
  StringProperty idProperty() {
    return id;
  }

  /** The encoder whose word pieces are counted. */
  StringProperty encoderProperty() {
    return encoder;
  }

  /** The longest sequence that is read, in word pieces. */
  IntegerProperty maxLengthProperty() {
    return maxLength;
  }

  /** What came of the template; null before it was tried. */
  ReadOnlyObjectProperty<@Nullable Tried> triedProperty() {
    return tried.getReadOnlyProperty();
  }

  /** How long texts by it are; null while they are counted. */
  ReadOnlyObjectProperty<TextPreview.@Nullable Counts> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** Tries templates by this reader from now on, where no other was chosen. */
  void readBy(TextDesk.Reader reader) {
    if (encoder.get().isEmpty()) {
      template.set(null);
      encoder.set(reader.encoder());
      maxLength.set(reader.maxLength());
    }
  }

  /** Tries a template on a customer or product of these: the one that it was tried on, or one. */
  void tryOn(List<String> ids, TextSide side, String source) {
    template.set(null);
    if (!ids.contains(id.get())) {
      id.set(ids.isEmpty() ? "" : ids.getFirst());
    }
    tryOut(side, source);
  }

  /** Tries a template. */
  void tryOut(TextSide side, String source) {
    template.set(new Template(side, source));
  }

  void close() {
    trying.forget();
    counting.forget();
  }

  private void tryOut() {
    write();
    count();
  }

  private void write() {
    Template now = template.get();
    if (now == null) {
      return;
    }
    String whom = id.get();
    String by = encoder.get();
    trying.ask(
        context -> {
          List<TemplateFault> faults = desk.faults(now.side(), now.source());
          boolean can = faults.isEmpty() && !whom.isBlank();
          return new Tried(
              faults, can ? desk.preview(now.side(), now.source(), whom, by, context) : null);
        });
  }

  private void count() {
    Template now = template.get();
    if (now == null) {
      return;
    }
    String by = encoder.get();
    int most = maxLength.get();
    counting.ask(
        context ->
            desk.faults(now.side(), now.source()).isEmpty()
                ? Optional.of(desk.lengths(now.side(), now.source(), by, most, context))
                : Optional.empty());
  }
}
