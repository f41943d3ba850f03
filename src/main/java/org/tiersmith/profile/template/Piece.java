package org.tiersmith.profile.template;

import java.util.List;
import java.util.stream.Stream;

/** A piece of a template's line. */
sealed interface Piece {

  /** Words that stand as they are. */
  record Literal(String text) implements Piece {}

  /** A placeholder. */
  record Filled(Slot slot) implements Piece {}

  /** Pieces in brackets, which vanish where none of their placeholders has anything to say. */
  record Optional(List<Piece> pieces) implements Piece {}

  /** The placeholders of some pieces. */
  static Stream<Slot> slots(List<Piece> pieces) {
    return pieces.stream()
        .flatMap(
            piece ->
                switch (piece) {
                  case Literal _ -> Stream.empty();
                  case Filled(Slot slot) -> Stream.of(slot);
                  case Optional(List<Piece> inner) -> slots(inner);
                });
  }
}
