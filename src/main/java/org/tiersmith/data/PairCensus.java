package org.tiersmith.data;

/**
 * Counts pairs of bytes that are common characters of one East Asian encoding, and those that are
 * rare or none.
 */
abstract class PairCensus {
  private static final int GOOD_FOR_ONE_BAD = 2;

  private long good;
  private long bad;
  private int pending = -1;
  private boolean afterPair;

  private PairCensus() {}

  /**
   * GB 2312, the heart of GB18030: ideographs of two levels are pairs B0..F7, A1..FE; punctuation
   * and full-width signs begin with A1..A3.
   */
  static PairCensus ofGb() {
    return new PairCensus() {
      @Override
      boolean isLead(int b) {
        return b > 0x80;
      }

      @Override
      int judge(int lead, int trail) {
        boolean common = (lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3);
        return common && trail >= 0xa1 ? 1 : -1;
      }
    };
  }

  /**
   * Shift_JIS: punctuation, full-width letters and kana begin with 81..83, ideographs of the first
   * level with 88..97, of the second with 98..9F and E0..EA; A1..DF alone are half-width kana.
   */
  static PairCensus ofShiftJis() {
    return new PairCensus() {
      @Override
      boolean isLead(int b) {
        return b > 0x80 && (b < 0xa0 || b >= 0xe0);
      }

      @Override
      int judge(int lead, int trail) {
        if (trail < 0x40 || trail == 0x7f || trail > 0xfc) {
          return -1;
        }
        boolean common = lead <= 0x83 || (lead >= 0x88 && lead <= 0x97);
        return common ? 1 : lead <= 0x9f ? 0 : -1;
      }
    };
  }

  /** Big5: ideographs of the first level begin with A4..C6, punctuation with A1..A3. */
  static PairCensus ofBig5() {
    return new PairCensus() {
      @Override
      boolean isLead(int b) {
        return b > 0x80;
      }

      @Override
      int judge(int lead, int trail) {
        boolean pair = (trail >= 0x40 && trail < 0x7f) || trail >= 0xa1;
        return pair && lead >= 0xa1 && lead <= 0xc6 ? 1 : -1;
      }
    };
  }

  /** Takes the next byte that is high or follows a high one. */
  final void add(int b) {
    if (pending >= 0) {
      pair(pending, b);
      pending = -1;
    } else if (isLead(b)) {
      pending = b;
    } else {
      afterPair = false;
    }
  }

  /** Whether the bytes make sense as this encoding. */
  final boolean fits() {
    return good > GOOD_FOR_ONE_BAD * bad;
  }

  /** By how much sense outweighs nonsense. */
  final long surplus() {
    return good - bad;
  }

  abstract boolean isLead(int b);

  /** 1 for a common character, 0 for a rare one, -1 for none. */
  abstract int judge(int lead, int trail);

  /** A high byte before a letter is usual in Europe: it counts only beside another pair. */
  private void pair(int lead, int trail) {
    int worth = judge(lead, trail);
    if (worth > 0 && (trail >= 0x80 || afterPair)) {
      good++;
    } else if (worth < 0) {
      bad++;
    }
    afterPair = worth >= 0;
  }
}
