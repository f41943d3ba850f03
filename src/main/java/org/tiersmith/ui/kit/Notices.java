package org.tiersmith.ui.kit;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.CancelledException;

/** What the window has to tell a person beyond what the screens show. On the FX thread. */
public final class Notices {
  /** How grave a notice is. */
  public enum Kind {
    DONE,
    PROBLEM,
    FAILURE
  }

  /**
   * One notice.
   *
   * @param details for copying into a report, never shown; null when there are none
   * @param times how often it was given since it was last dismissed
   */
  public record Notice(Kind kind, Text text, @Nullable String details, int times) {

    private boolean says(Kind otherKind, Text otherText) {
      return kind == otherKind && text.equals(otherText);
    }
  }

  private static final System.Logger LOG = System.getLogger(Notices.class.getName());
  private final ObservableList<Notice> open = FXCollections.observableArrayList();

  /** Those not yet dismissed, oldest first. */
  public ObservableList<Notice> open() {
    return open;
  }

  /** Something went well; goes away by itself. */
  public void done(Text text) {
    add(Kind.DONE, text, null);
  }

  /**
   * Something went wrong: what a person can mend in its own words, a failure of the program in a
   * short sentence with a code. A cancelled job is nobody's problem.
   */
  public void problem(Throwable thrown) {
    Throwable cause = root(thrown);
    if (cause instanceof CancelledException) {
      return;
    }
    if (cause instanceof Problem problem) {
      add(Kind.PROBLEM, problem.text(), null);
      return;
    }
    LOG.log(System.Logger.Level.ERROR, "Unexpected failure", cause);
    add(Kind.FAILURE, failure(cause), trace(cause));
  }

  public void dismiss(Notice notice) {
    open.remove(notice);
  }

  /** One that is open already comes up again as the latest, and counts how often. */
  private void add(Kind kind, Text text, @Nullable String details) {
    int before =
        open.stream().filter(n -> n.says(kind, text)).mapToInt(Notice::times).findFirst().orElse(0);
    open.removeIf(notice -> notice.says(kind, text));
    open.add(new Notice(kind, text, details, before + 1));
  }

  private static Text failure(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    int place =
        trace.length == 0 ? 0 : (trace[0].getClassName() + trace[0].getLineNumber()).hashCode();
    String code = "TS-%04X".formatted((cause.getClass().getName().hashCode() ^ place) & 0xFFFF);
    return Text.of(
        "failure.unexpected",
        "Something went wrong inside Tiersmith ({0}). What was saved is safe. Try once more; if it"
            + " happens again, copy the details into a report.",
        code);
  }

  private static Throwable root(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null
        && (cause instanceof java.util.concurrent.CompletionException
            || cause instanceof java.util.concurrent.ExecutionException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String trace(Throwable cause) {
    StringWriter writer = new StringWriter();
    cause.printStackTrace(new PrintWriter(writer));
    return writer.toString();
  }
}
