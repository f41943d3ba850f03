package org.tiersmith.ui.data;

import org.tiersmith.ui.kit.Texts;

/** How a file is written, in words: a sign alone is easily overlooked. */
final class FormatNames {
  private static final String CSV = "CSV, ";

  private FormatNames() {}

  /** A preview's format, for example {@code CSV, semicolon}. */
  static String format(Texts texts, String format) {
    return format.startsWith(CSV) ? CSV + sign(texts, format.substring(CSV.length())) : format;
  }

  /** A sign between fields. */
  static String sign(Texts texts, String sign) {
    return switch (sign) {
      case ";" -> texts.get("sign.semicolon");
      case "," -> texts.get("sign.comma");
      case "tab" -> texts.get("tab");
      case " " -> texts.get("space");
      default -> sign;
    };
  }
}
