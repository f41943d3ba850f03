package org.tiersmith.ui.data;

import java.util.List;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.Language;

/** Kinds of event in the words of the window, where the table holds English ones. */
final class EventWords {
  private EventWords() {}

  /**
   * What is asked of the table by a filter in a person's language; the text itself where it names
   * no kind, or more than one.
   */
  static String stored(Language language, String written) {
    String text = written.strip();
    String word = text.startsWith("=") ? text.substring(1).strip() : text;
    if (word.isEmpty()) {
      return written;
    }
    List<String> kinds =
        GivenNames.eventTypes().stream()
            .filter(type -> !said(language, type).equals(type))
            .filter(
                type ->
                    text.startsWith("=")
                        ? said(language, type).equals(word)
                        : said(language, type).contains(word))
            .toList();
    return kinds.size() == 1 ? "=" + kinds.getFirst() : written;
  }

  private static String said(Language language, String type) {
    return language.say(GivenNames.event(type));
  }
}
