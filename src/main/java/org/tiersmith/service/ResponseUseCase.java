package org.tiersmith.service;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleFile;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.data.ExposureColumns;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Text;
import org.tiersmith.response.Exposures;
import org.tiersmith.response.ResponseFits;
import org.tiersmith.response.ResponseFitter;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.Turn;

/**
 * Fits how the shop's purchases answer discounts, per segment of the segmentation in use.
 * Thread-safe: who asks while the fits are made waits for them.
 */
public final class ResponseUseCase {
  private static final String OTHER = "other";
  private static final double READ = 0.9;

  private final ImportUseCase data;
  private final CustomerUseCase customers;
  private final Turn working = new Turn();
  private volatile @Nullable Fitted fitted;

  /** Fits, valid for one dataset, one segmentation and the segments asked for. */
  private record Fitted(String segmentation, List<String> segments, ResponseFits fits) {}

  ResponseUseCase(ImportUseCase data, CustomerUseCase customers) {
    this.data = data;
    this.customers = customers;
  }

  /**
   * The fits to the project's exposures, checked on those of the test split; slow at the first call
   * after the data or the segmentation changed.
   *
   * @param segments the segments' names in the order in which to answer, as a portfolio has them:
   *     customers without a segment are in "other", and where that is not asked for, in none
   */
  public ResponseFits fits(List<String> segments, JobContext context) {
    Division by = customers.division();
    return working.take(context, () -> fits(by, segments, context));
  }

  private ResponseFits fits(Division by, List<String> segments, JobContext context) {
    Fitted known = fitted;
    if (known == null
        || !known.segmentation().equals(by.key())
        || !known.segments().equals(segments)) {
      known = new Fitted(by.key(), List.copyOf(segments), fit(by, segments, context));
      fitted = known;
    }
    return known.fits();
  }

  private ResponseFits fit(Division by, List<String> segments, JobContext context) {
    Segmentation segmentation = customers.segmentation(by, context);
    try (Workspace workspace = new Workspace()) {
      ExampleFile file =
          ExampleBuilder.build(
              data.tables(by.dataset()),
              ExampleSettings.DEFAULT,
              workspace.file("examples.parquet"),
              context.part(0, READ));
      ExposureColumns columns = ExposureColumns.read(file.file(), context);
      context.progress(READ, Text.of("progress.response.fit", "Fitting how purchases answer"));
      ResponseFits fits =
          ResponseFitter.fit(
              exposures(columns, segmentation, segments), segments.size(), context::isCancelled);
      context.progress(1, Text.of("progress.response.fit", "Fitting how purchases answer"));
      return file.sampled() ? fits.with(sampled()) : fits;
    } catch (CancellationException e) {
      context.checkCancelled();
      throw e;
    }
  }

  /** The exposures by segment, an index into {@code segments}. */
  static Exposures exposures(
      ExposureColumns columns, Segmentation segmentation, List<String> segments) {
    Map<String, Integer> place = HashMap.newHashMap(segments.size());
    segments.forEach(name -> place.put(name, place.size()));
    int[] indexOf =
        segmentation.names().stream().mapToInt(name -> place.getOrDefault(name, -1)).toArray();
    int other = place.getOrDefault(OTHER, -1);
    int[] ofCustomer = new int[columns.customerIds().size()];
    Arrays.setAll(
        ofCustomer,
        c -> {
          Integer known = segmentation.segmentOf().get(columns.customerIds().get(c));
          return known == null ? other : indexOf[known];
        });
    int[] segment = new int[columns.customer().length];
    Arrays.setAll(segment, i -> ofCustomer[columns.customer()[i]]);
    return new Exposures(segment, columns.rate(), columns.purchased(), columns.test());
  }

  private static Text sampled() {
    return Text.of(
        "response.sampled",
        "The data record no refusals; those beside the purchases were sampled. So the fitted"
            + " hazards are of the sample, not of the shop: compare segments by them, but set no"
            + " alpha by them alone.");
  }
}
