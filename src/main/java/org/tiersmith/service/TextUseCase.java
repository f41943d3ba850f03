package org.tiersmith.service;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.TextStudio;
import org.tiersmith.profile.template.TemplateFault;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplate;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.Turn;

/**
 * The templates of the texts that models read. A run keeps those that it was queued with; a change
 * here is for later runs. Thread-safe.
 */
public final class TextUseCase {
  private static final int SAMPLE = 500;
  private static final int LONGEST = 4096;

  private final ProjectFile project;
  private final ImportUseCase data;
  private final EncoderCatalogue catalogue;
  private final ProjectEvents events;
  private final TextStore store;
  private final UndoHistory<TextTemplates> history = new UndoHistory<>();
  private final Turn opening = new Turn();
  private SoftReference<Opened> studio = new SoftReference<>(null);

  /** A shop that texts can be tried out on. */
  private record Opened(String data, TextStudio studio) {}

  TextUseCase(
      ProjectFile project, ImportUseCase data, EncoderCatalogue catalogue, ProjectEvents events) {
    this.project = project;
    this.data = data;
    this.catalogue = catalogue;
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

  /** The templates that a run was queued with; a {@link Problem} if there is none of that id. */
  public TextTemplates ofRun(long run) {
    return project
        .runs()
        .find(run)
        .map(store::of)
        .orElseThrow(
            () -> Problem.of("texts.no-run", "This project has no run {0}.", Long.toString(run)));
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
      templates = templates.with(read(TextSide.CUSTOMER, customer));
    }
    return product == null ? templates : templates.with(read(TextSide.PRODUCT, product));
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

  /** Ids of customers or products to look at; the first call of a dataset reads it (seconds). */
  public List<String> someIds(TextSide side, int most, JobContext context) {
    return studio(context).ids(side, most);
  }

  /**
   * What a model on an encoder would read by a template, as of now.
   *
   * @throws Problem where the template is faulty, or there is no customer or product of that id
   */
  public TextPreview preview(
      TextSide side, String source, String id, String encoder, JobContext context)
      throws IOException {
    refuseFaults(side, source);
    TextTemplates templates = current().with(TextTemplate.parse(side, source));
    String text = studio(context).text(templates, side, id);
    try (Tokeniser tokeniser = catalogue.tokeniser(encoder)) {
      return new TextPreview(side, id, text, tokeniser.pieces(List.of(text), LONGEST)[0].length);
    }
  }

  /**
   * How long texts are with another template of a side.
   *
   * @throws Problem where the template is faulty
   */
  public TextPreview.Counts lengths(
      TextSide side, String source, String encoder, int maxLength, JobContext context)
      throws IOException {
    refuseFaults(side, source);
    TextTemplates templates = current().with(TextTemplate.parse(side, source));
    return lengths(templates, encoder, maxLength, context);
  }

  /**
   * How long texts by some templates are, over up to {@value #SAMPLE} customers and products.
   *
   * @param maxLength the longest sequence that the model reads, in word pieces
   */
  public TextPreview.Counts lengths(
      TextTemplates templates, String encoder, int maxLength, JobContext context)
      throws IOException {
    TextStudio opened = studio(context);
    try (Tokeniser tokeniser = catalogue.tokeniser(encoder)) {
      int[] customers = lengths(tokeniser, opened, templates, TextSide.CUSTOMER, context);
      int[] products = lengths(tokeniser, opened, templates, TextSide.PRODUCT, context);
      int marks = 2 + tokeniser.between();
      int[] pairs = new int[Math.max(customers.length, products.length)];
      Arrays.setAll(
          pairs, i -> customers[i % customers.length] + products[i % products.length] + marks);
      return new TextPreview.Counts(
          maxLength,
          TextPreview.Lengths.of(Arrays.stream(customers).map(n -> n + 2).toArray(), maxLength),
          TextPreview.Lengths.of(Arrays.stream(products).map(n -> n + 2).toArray(), maxLength),
          TextPreview.Lengths.of(pairs, maxLength));
    }
  }

  private static int[] lengths(
      Tokeniser tokeniser,
      TextStudio studio,
      TextTemplates templates,
      TextSide side,
      JobContext context) {
    List<String> texts = studio.texts(templates, side, SAMPLE, context);
    return Arrays.stream(tokeniser.pieces(texts, LONGEST)).mapToInt(one -> one.length).toArray();
  }

  private TextTemplate read(TextSide side, Path file) {
    try {
      return TextTemplate.parse(side, Files.readString(file));
    } catch (IOException e) {
      throw new Problem(
          Text.of(
              "texts.unreadable",
              "The template {0} can''t be read as UTF-8 text: {1}. Nothing was started.",
              file.toString(),
              String.valueOf(e.getMessage())),
          e);
    }
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

  private TextStudio studio(JobContext context) {
    Dataset dataset = data.dataset();
    return opening.take(context, () -> studio(dataset, context));
  }

  private TextStudio studio(Dataset dataset, JobContext context) {
    String hash = dataset.provenance().inputHash();
    Opened opened = studio.get();
    if (opened == null || !opened.data().equals(hash)) {
      opened = new Opened(hash, TextStudio.open(data.tables(dataset), context));
      studio = new SoftReference<>(opened);
    }
    return opened.studio();
  }
}
