package org.tiersmith.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The default sample's exposures beside their truth, read from the files. */
public final class SampleExposures {
  public static final Path DIR = Path.of("sample-data");

  /**
   * One exposure.
   *
   * @param event its row in events.csv
   * @param kind the customer's true kind
   */
  public record Exposure(
      Map<String, String> event, String kind, double p0, double k, double rate, boolean bought) {

    public double p() {
      return SampleTruth.atDiscount(p0, k, rate);
    }
  }

  private SampleExposures() {}

  public static List<Exposure> read() {
    Map<String, Map<String, String>> truths =
        SampleFiles.byId(DIR.resolve("truth.csv"), "event_id");
    List<Exposure> exposures = new ArrayList<>();
    for (Map<String, String> event : SampleFiles.rows(DIR.resolve("events.csv"))) {
      Map<String, String> truth = truths.get(event.get("event_id"));
      if (truth != null) {
        exposures.add(
            new Exposure(
                event,
                truth.get("kind"),
                Double.parseDouble(truth.get("p0")),
                Double.parseDouble(truth.get("k")),
                Double.parseDouble(event.get("discount_rate")),
                Boolean.parseBoolean(event.get("purchased"))));
      }
    }
    return exposures;
  }

  public static boolean[] bought(List<Exposure> exposures) {
    boolean[] bought = new boolean[exposures.size()];
    for (int i = 0; i < bought.length; i++) {
      bought[i] = exposures.get(i).bought();
    }
    return bought;
  }
}
