package org.tiersmith.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tiersmith.strategy.Scenario;

/**
 * The scenarios of a project and which of them are on the table.
 *
 * @param entries all scenarios in their order
 * @param currentId the one being worked on
 * @param comparedId the one it is compared with; {@link #BASELINE} is no discount at all
 */
public record ScenarioBoard(List<ScenarioEntry> entries, long currentId, long comparedId) {
  /** Stands for "no discount" where a scenario to compare with is named. */
  public static final long BASELINE = 0;

  public ScenarioBoard {
    entries = List.copyOf(entries);
  }

  /** The scenario being worked on; none while there are no scenarios. */
  public Optional<ScenarioEntry> current() {
    return find(currentId).or(() -> entries.stream().findFirst());
  }

  /** The scenario to compare with; none means the no-discount baseline. */
  public Optional<ScenarioEntry> compared() {
    return find(comparedId);
  }

  Optional<ScenarioEntry> find(long id) {
    return entries.stream().filter(entry -> entry.id() == id).findFirst();
  }

  ScenarioBoard with(Scenario added) {
    long id = 1 + entries.stream().mapToLong(ScenarioEntry::id).max().orElse(0);
    List<ScenarioEntry> more = new ArrayList<>(entries);
    more.add(new ScenarioEntry(id, added));
    return new ScenarioBoard(more, id, comparedId);
  }

  ScenarioBoard without(long id) {
    return new ScenarioBoard(
        entries.stream().filter(entry -> entry.id() != id).toList(),
        currentId,
        comparedId == id ? BASELINE : comparedId);
  }

  ScenarioBoard edited(long id, UnaryOperator<Scenario> edit) {
    return new ScenarioBoard(
        entries.stream()
            .map(e -> e.id() == id ? new ScenarioEntry(id, edit.apply(e.scenario())) : e)
            .toList(),
        currentId,
        comparedId);
  }

  ScenarioBoard selecting(long id) {
    return new ScenarioBoard(entries, id, comparedId);
  }

  ScenarioBoard comparing(long id) {
    return new ScenarioBoard(entries, currentId, id);
  }

  /** The name itself, or with the first free number behind it. */
  String freeName(String name) {
    List<String> taken = entries.stream().map(entry -> entry.scenario().name()).toList();
    String free = name;
    for (int number = 2; taken.contains(free); number++) {
      free = name + " " + number;
    }
    return free;
  }
}
