package org.tiersmith.profile.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** Reads the pieces of one line. To be used once. */
final class LineReader {
  private static final Text NEVER_CLOSED =
      Text.of(
          "template.never-closed",
          "This is never closed. Put \\ before a brace or bracket that is meant as such.");

  private final TextSide side;
  private final String line;
  private final int number;
  private final List<TemplateFault> faults = new ArrayList<>();
  private final List<TextTemplate.Use> uses = new ArrayList<>();
  private int at;

  LineReader(TextSide side, String line, int number) {
    this.side = side;
    this.line = line;
    this.number = number;
  }

  List<TemplateFault> faults() {
    return faults;
  }

  List<TextTemplate.Use> uses() {
    return uses;
  }

  /** The pieces from an index to the line's end. */
  List<Piece> pieces(int from) {
    at = from;
    return pieces(false);
  }

  /** The placeholder between two indexes; null where it is none, which is then a fault. */
  @Nullable Slot slot(int from, int to) {
    Slot slot = new SlotReader(side, line.substring(from, to), from, this::fault).slot();
    if (slot != null) {
      uses.add(new TextTemplate.Use(slot, number, from + 1));
    }
    return slot;
  }

  /** Notes what is wrong at an index of the line. */
  void fault(int index, Text what) {
    faults.add(new TemplateFault(number, index + 1, what));
  }

  private List<Piece> pieces(boolean bracketed) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int opened = at - 1;
    boolean closed = false;
    while (at < line.length() && !closed) {
      char c = line.charAt(at);
      switch (c) {
        case '\\' -> literal.append(escaped());
        case '{' -> {
          flush(literal, pieces);
          filled(pieces);
        }
        case '[' -> {
          flush(literal, pieces);
          bracket(bracketed, pieces);
        }
        case ']' -> {
          closed = bracketed;
          at++;
          if (!bracketed) {
            fault(at - 1, Text.of("template.never-opened", "This closes what was never opened."));
          }
        }
        case '}' -> {
          fault(at, Text.of("template.never-opened", "This closes what was never opened."));
          at++;
        }
        default -> {
          literal.append(c);
          at++;
        }
      }
    }
    flush(literal, pieces);
    if (bracketed && !closed) {
      fault(opened, NEVER_CLOSED);
    }
    return pieces;
  }

  private char escaped() {
    at += at + 1 < line.length() ? 2 : 1;
    return line.charAt(at - 1);
  }

  private void filled(List<Piece> pieces) {
    int end = line.indexOf('}', at);
    if (end < 0) {
      fault(at, NEVER_CLOSED);
      at = line.length();
      return;
    }
    Slot slot = slot(at + 1, end);
    if (slot != null) {
      pieces.add(new Piece.Filled(slot));
    }
    at = end + 1;
  }

  private void bracket(boolean nested, List<Piece> pieces) {
    int from = at++;
    int before = faults.size();
    List<Piece> inner = pieces(true);
    if (nested) {
      fault(from, Text.of("template.nested", "A bracket may not stand in another."));
    } else if (faults.size() == before && Piece.slots(inner).findAny().isEmpty()) {
      fault(
          from,
          Text.of(
              "template.bare-bracket",
              "What stands in brackets needs a placeholder, for it vanishes where that has nothing"
                  + " to say."));
    }
    pieces.add(new Piece.Optional(inner));
  }

  private static void flush(StringBuilder literal, List<Piece> to) {
    if (!literal.isEmpty()) {
      to.add(new Piece.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
