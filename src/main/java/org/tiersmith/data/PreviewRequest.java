package org.tiersmith.data;

import java.util.List;

/**
 * What a preview is to be made of.
 *
 * @param looks the first rows of the file, then those of files that follow it with other columns
 * @param part what the columns mean
 * @param kind what the rows are
 * @param rules the rules to import by
 * @param privacy how to hide the customers
 */
public record PreviewRequest(
    List<FilePreview> looks, FileMapping part, TableKind kind, ImportRules rules, Privacy privacy) {
  public PreviewRequest {
    looks = List.copyOf(looks);
  }
}
