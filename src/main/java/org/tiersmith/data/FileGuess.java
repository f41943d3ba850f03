package org.tiersmith.data;

import java.util.List;
import org.tiersmith.model.Text;

/**
 * What was guessed about a file (or several of the same columns, or one with others beside it).
 *
 * @param kind what its rows are
 * @param confidence 0 to 1: how strong the signs are that they are
 * @param reason what the signs are, for a person
 * @param mapping the mapping that follows from the guesses
 * @param roles the guesses that the mapping took
 * @param possible guesses too weak to take; a person may
 * @param joins why other files belong beside it, one text for each join of the mapping
 */
public record FileGuess(
    TableKind kind,
    double confidence,
    Text reason,
    FileMapping mapping,
    List<RoleGuess> roles,
    List<RoleGuess> possible,
    List<Text> joins) {
  /** The key of the reason of a mapping that a person confirmed for an earlier file. */
  public static final String REMEMBERED = "guess.remembered";

  public FileGuess {
    roles = List.copyOf(roles);
    possible = List.copyOf(possible);
    joins = List.copyOf(joins);
  }

  /** Whether a person confirmed it for an earlier file. */
  public boolean isRemembered() {
    return reason.key().equals(REMEMBERED);
  }

  /** The guess with another mapping. */
  public FileGuess with(FileMapping other) {
    return new FileGuess(kind, confidence, reason, other, roles, possible, joins);
  }
}
