package org.tiersmith.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.TextStudio;
import org.tiersmith.profile.template.TemplateFault;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplate;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.project.ProjectFile;

/**
 * The templates of the texts that models read. A run keeps those that it was queued with; a change
 * here is for later runs. Thread-safe.
 */
public final class TextUseCase {
  private final ImportUseCase data;
  private final ProjectEvents events;
  private final TextStore store;
  private final UndoHistory<TextTemplates> history = new UndoHistory<>();

  TextUseCase(ProjectFile project, ImportUseCase data, ProjectEvents events) {
    this.data = data;
    this.events = events;
    this.store = new TextStore(project, data);
  }

  /** The templates that the next run takes. */
  public TextTemplates current() {
    return store.current();
  }

  /** The templates that fit the language of the project's data. */
  public TextTemplates defaults() {
    return store.defaults();
  }

  /** The template of a side that the next run takes, as a person writes it. */
  public String source(TextSide side) {
    return current().of(side).source();
  }

  /** The template of a side that fits the language of the data, as a person writes it. */
  public String defaultSource(TextSide side) {
    return defaults().of(side).source();
  }

  /** All that is wrong with a template, the data's columns regarded; empty where nothing is. */
  public List<TemplateFault> faults(TextSide side, String source) {
    List<TemplateFault> faults = TextTemplate.faults(side, source);
    return faults.isEmpty() && data.current().isPresent()
        ? TextStudio.faults(data.tables(), TextTemplate.parse(side, source))
        : faults;
  }

  /** Columns that {@code {attribute: ...}} may name. */
  public List<String> columns(TextSide side) {
    return TextStudio.columns(data.tables(), side);
  }

  /**
   * Takes another template for later runs; can be undone.
   *
   * @throws Problem that tells what is wrong with it; then the former one stays
   */
  public void save(TextSide side, String source) {
    refuseFaults(side, source);
    TextTemplate template = TextTemplate.parse(side, source);
    change(Text.of("undo.text-template", "Change what the model reads"), now -> now.with(template));
  }

  /** Goes back to the default template of a side; can be undone. */
  public void reset(TextSide side) {
    change(
        Text.of("undo.text-reset", "Reset what the model reads"),
        now -> now.with(defaults().of(side)));
  }

  /**
   * The templates in two files; the present one where a file is not given.
   *
   * @throws Problem that tells what is wrong with them
   */
  public TextTemplates read(@Nullable Path customer, @Nullable Path product) {
    TextTemplates templates = current();
    if (customer != null) {
      templates = templates.with(TextStore.read(TextSide.CUSTOMER, customer));
    }
    return product == null ? templates : templates.with(TextStore.read(TextSide.PRODUCT, product));
  }

  /** Refuses templates that name columns which the data lack. */
  void check(TextTemplates templates) {
    for (TextSide side : TextSide.values()) {
      refuseFaults(side, templates.of(side).source());
    }
  }

  /** What undo would take back. */
  public Optional<Text> undoable() {
    return history.undoable();
  }

  /** What redo would do again. */
  public Optional<Text> redoable() {
    return history.redoable();
  }

  /** Takes the latest change back. */
  public void undo() {
    restore(history::undo);
  }

  /** Does again what was undone last. */
  public void redo() {
    restore(history::redo);
  }

  /**
   * The templates that the next run takes, one side written otherwise.
   *
   * @throws Problem where it is faulty
   */
  TextTemplates currentWith(TextSide side, String source) {
    refuseFaults(side, source);
    return current().with(TextTemplate.parse(side, source));
  }

  private void refuseFaults(TextSide side, String source) {
    List<TemplateFault> faults = faults(side, source);
    if (!faults.isEmpty()) {
      throw new Problem(
          side == TextSide.CUSTOMER
              ? Text.of(
                  "texts.customer-fault",
                  "The template of customers: {0}",
                  faults.getFirst().text())
              : Text.of(
                  "texts.product-fault",
                  "The template of products: {0}",
                  faults.getFirst().text()));
    }
  }

  /** Keeps another pair of templates, in one step with what undo knows of it. */
  private void change(Text label, UnaryOperator<TextTemplates> edit) {
    synchronized (this) {
      TextTemplates from = current();
      TextTemplates to = edit.apply(from);
      if (to.equals(from)) {
        return;
      }
      store.keep(to);
      history.changed(label, "", from, to);
    }
    events.publish(ProjectChange.TEXTS_CHANGED);
  }

  private void restore(Supplier<Optional<TextTemplates>> step) {
    synchronized (this) {
      Optional<TextTemplates> templates = step.get();
      if (templates.isEmpty()) {
        return;
      }
      store.keep(templates.get());
    }
    events.publish(ProjectChange.TEXTS_CHANGED);
  }
}
