package org.tiersmith.encoder;

/** The linear layers of a transformer layer, in the order of their weights. */
public enum LinearLayer {
  QUERY("attention.self.query", "c", 0),
  KEY("attention.self.key", "c", 2),
  VALUE("attention.self.value", "c", 4),
  ATTENTION_OUTPUT("attention.output.dense", "a", 6),
  INTERMEDIATE("intermediate.dense", "x", 10),
  OUTPUT("output.dense", "f", 12);

  private final String path;
  private final String input;
  private final int place;

  LinearLayer(String path, String input, int place) {
    this.path = path;
    this.input = input;
    this.place = place;
  }

  /** Name of its weights within the transformer layer, without {@code .weight}. */
  public String path() {
    return path;
  }

  /** The call that applies it, in TorchScript. */
  String call() {
    return String.format("self.project(%s, ws[b + %d], ws[b + %d])", input, place, place + 1);
  }

  /**
   * The call that applies it with a low-rank adapter beside it.
   *
   * @param down TorchScript index of the adapter's first matrix; the second follows
   */
  String call(String down) {
    return String.format(
        "self.adapted(%s, ws[b + %d], ws[b + %d], ws[%s], ws[%s + 1])",
        input, place, place + 1, down, down);
  }
}
