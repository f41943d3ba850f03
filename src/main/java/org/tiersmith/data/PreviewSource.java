package org.tiersmith.data;

import java.util.List;
import java.util.Map;

/**
 * What a preview learnt of the files themselves, before their columns got a meaning.
 *
 * @param columns the columns that a mapping can name, those of joined files too
 * @param joins what became of each join, in the mapping's order
 * @param contacts columns by which a person could be known
 * @param findings what was noticed, such as how prices were worked out
 * @param patterns how many of the rows each pattern of no products or no purchases meets
 */
public record PreviewSource(
    List<String> columns,
    List<JoinOutcome> joins,
    List<ContactColumn> contacts,
    List<Finding> findings,
    Map<RowPattern, Long> patterns) {
  /** Nothing was learnt. */
  public static final PreviewSource NOTHING =
      new PreviewSource(List.of(), List.of(), List.of(), List.of(), Map.of());

  public PreviewSource {
    columns = List.copyOf(columns);
    joins = List.copyOf(joins);
    contacts = List.copyOf(contacts);
    findings = List.copyOf(findings);
    patterns = Map.copyOf(patterns);
  }
}
