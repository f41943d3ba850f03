package org.tiersmith.service;

import java.util.List;
import org.tiersmith.model.Text;

/**
 * How many customers a rule means.
 *
 * @param customers who meet it; 0 where it does not fit the data
 * @param of all customers
 * @param doubts why it does not fit the data, in sentences; empty when it does
 */
public record RuleCount(long customers, long of, List<Text> doubts) {

  public RuleCount {
    doubts = List.copyOf(doubts);
  }

  /** Whether the rule fits the data. */
  public boolean applies() {
    return doubts.isEmpty();
  }
}
