package org.tiersmith.profile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * A column of customers or portraits on which a condition can be built.
 *
 * @param name as rules name it
 * @param title for a person
 * @param kind what its values are
 * @param ofPortraits whether the program worked it out, rather than the data
 * @param missing customers without a value
 * @param least smallest number, NaN for other kinds or where all are missing
 * @param most largest number, likewise
 * @param first earliest day, null for other kinds or where all are missing
 * @param last latest day, likewise
 * @param examples the most frequent texts, the commonest first; empty for numbers and days
 */
public record RuleColumn(
    String name,
    Text title,
    Kind kind,
    boolean ofPortraits,
    long missing,
    double least,
    double most,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    List<String> examples) {

  /** What a column's values are. */
  public enum Kind {
    NUMBER,
    TEXT,
    DAY
  }

  public RuleColumn {
    examples = List.copyOf(examples);
  }
}
