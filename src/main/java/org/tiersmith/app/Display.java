package org.tiersmith.app;

import java.util.Locale;

/** Whether there is a screen to show a window on. */
final class Display {
  /**
   * System property: the exit status without a display, where another one than 1 suits a caller.
   */
  private static final String STATUS = "tiersmith.noDisplayStatus";

  private Display() {}

  /** On Linux a window needs an X or Wayland server; elsewhere there is always a screen. */
  static boolean isPresent() {
    return !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
        || System.getProperty("glass.platform") != null
        || isSet("DISPLAY")
        || isSet("WAYLAND_DISPLAY");
  }

  /** Says in one line what to do without a display; answers the exit status. */
  static int sayMissing() {
    System.err.println(
        "Tiersmith found no display to open its window on; the command line works without one:"
            + " try `tiersmith demo`, or `tiersmith help`"
            + " (from the sources: mvn -q compile exec:exec -Dargs=demo).");
    return Integer.getInteger(STATUS, 1);
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
