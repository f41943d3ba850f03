package org.tiersmith.ui.customers;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.CustomerPortrait.Happening;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.task.JobContext;

/** A desk without a project: a few segments of invented customers. */
final class FakeDesk implements CustomerDesk {
  private static final List<String> RFM =
      List.of("Champions", "Loyal", "New", "At risk", "Price hunters", "沉睡客户");
  private static final List<String> LEVELS = List.of("gold", "silver");

  private final List<Consumer<ProjectChange>> listeners = new ArrayList<>();
  private SegmentScheme chosen = SegmentScheme.RFM;
  private boolean data = true;
  private boolean damaged;

  FakeDesk withoutData() {
    data = false;
    return this;
  }

  FakeDesk damaged() {
    damaged = true;
    return this;
  }

  void bringData() {
    data = true;
    tell(ProjectChange.DATA_IMPORTED);
  }

  int listeners() {
    return listeners.size();
  }

  @Override
  public boolean hasData() {
    return data;
  }

  @Override
  public List<SegmentScheme> schemes() {
    return List.of(SegmentScheme.RFM, SegmentScheme.byColumn("membership"));
  }

  @Override
  public SegmentScheme chosen() {
    return chosen;
  }

  @Override
  public void choose(SegmentScheme scheme) {
    chosen = scheme;
    tell(ProjectChange.SEGMENTATION_CHANGED);
  }

  @Override
  public Segmentation segmentation() {
    if (damaged) {
      throw Problem.of("test.damaged", "There are no purchases.");
    }
    List<String> names = names();
    Map<String, Integer> segmentOf = new LinkedHashMap<>();
    IntStream.range(0, 1_200)
        .forEach(i -> segmentOf.put("C-%05d".formatted(i), i * 7 % names.size()));
    return new Segmentation(chosen.id(), names, segmentOf);
  }

  @Override
  public List<SegmentSummary> summaries(JobContext context) {
    return names().stream()
        .map(
            name ->
                new SegmentSummary(
                    name,
                    1_200 / names().size(),
                    1.0 / names().size(),
                    48_210.5 * name.length(),
                    12_050.25 * name.length(),
                    940 * name.length(),
                    0.125,
                    0.25,
                    0.375,
                    List.of("coffee", "gooseneck kettle", "手冲咖啡壶", "grinder")))
        .toList();
  }

  @Override
  public CustomerPortrait portrait(String customerId) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("membership", "gold");
    attributes.put("age_band", "25-34");
    attributes.put("city", "杭州");
    List<Happening> history =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new Happening(
                        LocalDateTime.of(2026, 3, 20, 9, 30).minusDays(i),
                        i % 3 == 0 ? "purchase" : "search",
                        i % 3 == 0 ? "陶瓷手冲咖啡壶 600 ml" : "gooseneck kettle",
                        i % 3 == 0 ? 168 : Double.NaN,
                        i % 3 == 0 ? 0.1 : Double.NaN))
            .toList();
    return new CustomerPortrait(
        customerId,
        attributes,
        7,
        1_284.6,
        LocalDateTime.of(2025, 6, 1, 12, 0),
        LocalDateTime.of(2026, 3, 20, 9, 30),
        "gold member, 25 to 34. bought: French press, grinder. searched: gooseneck kettle.",
        history);
  }

  @Override
  public Runnable listen(Consumer<ProjectChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private List<String> names() {
    return chosen.equals(SegmentScheme.RFM) ? RFM : LEVELS;
  }

  private void tell(ProjectChange change) {
    listeners.forEach(listener -> listener.accept(change));
  }
}
