package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.data.ExposureColumns;
import org.tiersmith.model.Segmentation;
import org.tiersmith.response.Exposures;
import org.tiersmith.response.ResponseFits;
import org.tiersmith.response.ResponseFitter;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.sample.SampleShop;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;

/** Fits on a sample shop, where the truth is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResponseUseCaseTest {
  private static final SampleSettings SHOP =
      new SampleSettings(300, 40, 40_000, 11, SampleLanguage.ENGLISH);

  private Path folder;
  private ProjectSession session;
  private SampleShop shop;

  @BeforeAll
  void importTheShop(@TempDir Path temporary) {
    folder = temporary;
    shop = new SampleShop(SHOP);
    shop.writeTo(folder.resolve("shop"));
    Workbench workbench =
        new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((job, failure) -> {}),
            folder.resolve("models"));
    session = workbench.create(folder.resolve("shop.tiersmith"));
    session.sample().importFrom(folder.resolve("shop"), JobContext.detached());
  }

  @AfterAll
  void close() {
    session.close();
  }

  /** By kind, which the shop's files hide and which decides: the fits find each kind's mean k. */
  @Test
  void findsTheTrueSensitivities() {
    ExposureColumns columns = columns();
    List<String> kinds =
        columns.customerIds().stream().map(shop.truth()::kind).distinct().sorted().toList();
    Map<String, Integer> kindOf = new HashMap<>();
    columns.customerIds().forEach(id -> kindOf.put(id, kinds.indexOf(shop.truth().kind(id))));
    Exposures exposures =
        ResponseUseCase.exposures(columns, new Segmentation("kind", kinds, kindOf), kinds);
    ResponseFits fits = ResponseFitter.fit(exposures, kinds.size(), () -> false);
    double[] truth = meanSensitivity(columns, kinds);
    double[] fitted = fits.responses().k();

    assertThat(kinds).hasSize(8);
    assertThat(fits.segments()).allMatch(fit -> fit.own());
    assertThat(fits.heldOut().beatsConstant()).isTrue();
    for (int s = 0; s < kinds.size(); s++) {
      assertThat(fitted[s]).as(kinds.get(s)).isCloseTo(truth[s], within(0.15 + 0.25 * truth[s]));
      for (int t = 0; t < kinds.size(); t++) {
        if (truth[s] > 2 * truth[t] + 0.1) {
          assertThat(fitted[s]).as(kinds.get(s) + kinds.get(t)).isGreaterThan(fitted[t]);
        }
      }
    }
  }

  @Test
  void answersInTheOrderOfTheSegmentsAskedFor() {
    List<String> names = session.customers().segmentation().names();
    List<String> turned = new ArrayList<>(names.reversed());
    turned.add("other");
    ResponseFits fits = session.response().fits(names, JobContext.detached());
    ResponseFits reversed = session.response().fits(turned, JobContext.detached());

    assertThat(fits.segments()).hasSameSizeAs(names);
    assertThat(reversed.segments().subList(0, names.size()).reversed()).isEqualTo(fits.segments());
    assertThat(reversed.segments().getLast().exposures()).isZero();
    assertThat(reversed.all()).isEqualTo(fits.all());
    assertThat(fits.segments().stream().mapToLong(fit -> fit.exposures()).sum())
        .isEqualTo(fits.all().exposures());
    assertThat(fits.all().exposures() + fits.all().heldOut().exposures())
        .isEqualTo(SHOP.exposures());
    assertThat(Json.write(fits.responses())).contains("\"gain\"");
  }

  @Test
  void isFittedOnceForASegmentation() {
    List<String> names = session.customers().segmentation().names();
    ResponseFits fits = session.response().fits(names, JobContext.detached());

    assertThat(session.response().fits(names, JobContext.detached())).isSameAs(fits);
  }

  @Test
  void stopsWhenCancelled() {
    JobContext cancelled = new JobContext(progress -> {}, () -> true);

    assertThatThrownBy(() -> session.response().fits(List.of("nobody"), cancelled))
        .isInstanceOf(CancelledException.class);
  }

  private ExposureColumns columns() {
    Path file = folder.resolve("examples.parquet");
    ExampleBuilder.build(
        session.data().tables(), ExampleSettings.DEFAULT, file, JobContext.detached());
    return ExposureColumns.read(file, JobContext.detached());
  }

  /** Each kind's k, averaged over its customers and the shop's products. */
  private double[] meanSensitivity(ExposureColumns columns, List<String> kinds) {
    List<String> products =
        IntStream.rangeClosed(1, SHOP.products())
            .mapToObj(i -> String.format(Locale.ROOT, "P%03d", i))
            .toList();
    double[] sum = new double[kinds.size()];
    long[] count = new long[kinds.size()];
    for (String customer : columns.customerIds()) {
      int kind = kinds.indexOf(shop.truth().kind(customer));
      for (String product : products) {
        sum[kind] += shop.truth().k(customer, product);
        count[kind]++;
      }
    }
    Arrays.setAll(sum, kind -> sum[kind] / count[kind]);
    return sum;
  }
}
