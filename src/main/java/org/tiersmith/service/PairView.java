package org.tiersmith.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tiersmith.data.Tables;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.profile.ModelReading;
import org.tiersmith.profile.PairRejects;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.task.JobContext;

/**
 * What the model reads about one pair, as of now.
 *
 * @param customerText the text that stands for the customer
 * @param productText the text that stands for the product
 * @param numbers the customer's, the product's and the pair's numbers
 */
public record PairView(
    String customerId,
    String productId,
    String customerText,
    String productText,
    List<Number> numbers) {

  /** A named number; NaN where unknown. */
  public record Number(String name, double value) {}

  static PairView of(Tables tables, ModelReading reading, String customerId, String productId)
      throws IOException {
    return of(
        onePair(tables, reading, customerId, productId, JobContext.detached()),
        customerId,
        productId);
  }

  /** The only one of these pairs. */
  static PairView of(CandidatePairs pairs, String customerId, String productId) {
    PairFeatures features = pairs.features();
    List<Number> numbers = new ArrayList<>();
    addRow(numbers, features.customers(), features.customer()[0]);
    addRow(numbers, features.products(), features.product()[0]);
    add(numbers, features.numberNames(), features.numbers(), 0);
    return new PairView(
        customerId,
        productId,
        features.customers().texts().get(features.customer()[0]),
        features.products().texts().get(features.product()[0]),
        List.copyOf(numbers));
  }

  /** One pair; a {@link Problem} where there is nothing to show for it. */
  static CandidatePairs onePair(
      Tables tables, ModelReading reading, String customerId, String productId, JobContext context)
      throws IOException {
    try (Workspace workspace = new Workspace()) {
      Path list = workspace.file("pair.csv");
      Files.writeString(
          list,
          "customer_id,product_id\n" + quoted(customerId) + "," + quoted(productId) + "\n",
          StandardCharsets.UTF_8);
      CandidatePairs pairs =
          FeatureBuilder.pairs(
              tables, new PairRequest.Listed(list), reading, new PairRejects(), context);
      if (pairs.size() == 0) {
        throw Problem.of(
            "model.no-pair",
            "There is nothing to show for customer {0} and product {1}.",
            customerId,
            productId);
      }
      return pairs;
    }
  }

  private static void addRow(List<Number> numbers, FeatureTable table, int row) {
    add(numbers, table.numberNames(), table.numbers(), row);
  }

  private static void add(List<Number> numbers, List<String> names, float[] values, int row) {
    for (int c = 0; c < names.size(); c++) {
      numbers.add(new Number(names.get(c), values[row * names.size() + c]));
    }
  }

  private static String quoted(String id) {
    return '"' + id.replace("\"", "\"\"") + '"';
  }
}
