package org.tiersmith.profile.template;

import org.tiersmith.model.Text;

/**
 * What is wrong with a template, and where.
 *
 * @param line from 1
 * @param column from 1
 */
public record TemplateFault(int line, int column, Text what) {

  /** The whole, as a sentence. */
  public Text text() {
    return Text.of("template.fault", "Line {0}, column {1}: {2}", line, column, what);
  }
}
