package org.tiersmith.service;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.TextStudio;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.project.Dataset;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.Turn;

/**
 * Tries templates out on the shop: what a model would read by them, and how long it is. The shop is
 * read once for the present data. Not for a window's own thread. Thread-safe.
 */
public final class TextPreviews {
  private static final int SAMPLE = 500;
  private static final int LONGEST = 4096;

  private final ImportUseCase data;
  private final TextUseCase texts;
  private final EncoderCatalogue catalogue;
  private final Turn opening = new Turn();
  private SoftReference<Opened> studio = new SoftReference<>(null);

  /** A shop that texts can be tried out on. */
  private record Opened(String data, TextStudio studio) {}

  TextPreviews(ImportUseCase data, TextUseCase texts, EncoderCatalogue catalogue) {
    this.data = data;
    this.texts = texts;
    this.catalogue = catalogue;
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
    TextTemplates templates = texts.currentWith(side, source);
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
    return lengths(texts.currentWith(side, source), encoder, maxLength, context);
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
