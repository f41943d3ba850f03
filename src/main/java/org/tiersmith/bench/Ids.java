package org.tiersmith.bench;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Made-up ids, a letter and a number, that take no memory until they are asked for. */
final class Ids extends AbstractList<String> implements RandomAccess {
  private final String letter;
  private final int size;

  Ids(String letter, int size) {
    this.letter = letter;
    this.size = size;
  }

  @Override
  public String get(int index) {
    return letter + (Objects.checkIndex(index, size) + 1);
  }

  @Override
  public int size() {
    return size;
  }
}
