package org.tiersmith.profile.template;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a template, a sentence of the text.
 *
 * @param condition whose presence or absence the line hangs on; null where it hangs on none
 * @param wanted whether the condition must have something to say
 */
record Line(@Nullable Slot condition, boolean wanted, List<Piece> pieces) {

  /** The sentence without its end; empty where the line has nothing to say. */
  String filled(Function<Slot, @Nullable String> values) {
    if (condition != null && (values.apply(condition) != null) != wanted) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    boolean said = fill(pieces, values, text);
    return said || Piece.slots(pieces).findAny().isEmpty() ? text.toString().strip() : "";
  }

  Stream<Slot> slots() {
    return Stream.concat(Stream.ofNullable(condition), Piece.slots(pieces));
  }

  /** Whether a placeholder of the pieces had something to say. */
  private static boolean fill(
      List<Piece> pieces, Function<Slot, @Nullable String> values, StringBuilder to) {
    boolean said = false;
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal(String text) -> to.append(text);
        case Piece.Filled(Slot slot) -> {
          String value = values.apply(slot);
          said |= value != null;
          to.append(value == null ? "" : value);
        }
        case Piece.Optional(List<Piece> inner) -> {
          int from = to.length();
          boolean any = fill(inner, values, to);
          said |= any;
          to.setLength(any ? to.length() : from);
        }
      }
    }
    return said;
  }
}
