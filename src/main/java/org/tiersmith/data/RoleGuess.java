package org.tiersmith.data;

import java.util.List;
import org.tiersmith.model.Text;

/**
 * What was guessed about a role, and why.
 *
 * @param role the role
 * @param column the column that probably plays it
 * @param confidence 0 to 1: how strong the signs are, not a probability
 * @param reason what the signs are, for a person
 * @param alternatives other columns that might play it, the likeliest first; each without
 *     alternatives of its own
 */
public record RoleGuess(
    String role, String column, double confidence, Text reason, List<RoleGuess> alternatives) {
  public RoleGuess {
    alternatives = List.copyOf(alternatives);
  }
}
