package org.tiersmith.model;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person can mend: bad input, a missing file, an impossible setting. Its text says
 * what happened, where, what was kept and what to do. Anything else that goes wrong is a failure of
 * the program and is thrown as another exception.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Text text;
  private final boolean failure;

  public Problem(Text text) {
    this(text, null);
  }

  public Problem(Text text, @Nullable Throwable cause) {
    this(text, cause, false);
  }

  private Problem(Text text, @Nullable Throwable cause, boolean failure) {
    super(text.english(), cause);
    this.text = text;
    this.failure = failure;
  }

  /** A problem that comes up while the work goes on, of a sound input: a full disk, say. */
  public static Problem failure(Text text, @Nullable Throwable cause) {
    return new Problem(text, cause, true);
  }

  /** A problem with the sentence {@link Text#of(String, String, Object...)} makes. */
  public static Problem of(String key, String pattern, Object... arguments) {
    return new Problem(Text.of(key, pattern, arguments));
  }

  public Text text() {
    return text;
  }

  /** Whether the work failed, instead of being refused for what was asked or given. */
  public boolean isFailure() {
    return failure;
  }
}
