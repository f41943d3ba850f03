package org.tiersmith.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The segments that a person made, in their order: of several whose rules a customer meets the
 * first one counts where a customer must have one segment.
 */
public record RuleSegments(List<RuleSegment> segments) {
  /** None yet. */
  public static final RuleSegments NONE = new RuleSegments(List.of());

  public RuleSegments {
    segments = List.copyOf(segments);
  }

  public Optional<RuleSegment> find(long id) {
    return segments.stream().filter(segment -> segment.id() == id).findFirst();
  }

  /** The id that the next segment gets. */
  public long nextId() {
    return 1 + segments.stream().mapToLong(RuleSegment::id).max().orElse(0);
  }

  /** Adds one at the end. */
  public RuleSegments with(String name, SegmentRule rule) {
    List<RuleSegment> more = new ArrayList<>(segments);
    more.add(new RuleSegment(nextId(), name, rule));
    return new RuleSegments(more);
  }

  /** Takes one away, if it is there. */
  public RuleSegments without(long id) {
    return new RuleSegments(segments.stream().filter(segment -> segment.id() != id).toList());
  }

  /** Changes one, if it is there. */
  public RuleSegments edited(long id, UnaryOperator<RuleSegment> edit) {
    return new RuleSegments(
        segments.stream()
            .map(segment -> segment.id() == id ? edit.apply(segment) : segment)
            .toList());
  }

  /**
   * Puts one elsewhere in the order, if it is there.
   *
   * @param place from 0; beyond the end is the end
   */
  public RuleSegments moved(long id, int place) {
    List<RuleSegment> others = new ArrayList<>(without(id).segments());
    find(id).ifPresent(segment -> others.add(Math.clamp(place, 0, others.size()), segment));
    return new RuleSegments(others);
  }

  /** The name itself, or with the first number that makes it unlike all others. */
  public String freeName(String name) {
    String free = name;
    for (int n = 2; isTaken(free, 0); n++) {
      free = name + " " + n;
    }
    return free;
  }

  /** Whether a segment other than the one given has this name, whatever the case. */
  public boolean isTaken(String name, long except) {
    return segments.stream()
        .anyMatch(segment -> segment.id() != except && segment.name().equalsIgnoreCase(name));
  }
}
