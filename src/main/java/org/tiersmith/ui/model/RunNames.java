package org.tiersmith.ui.model;

import java.time.Duration;
import java.time.Instant;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.kit.Texts;

/** How runs, their bases and their times are named. */
final class RunNames {
  private static final long MINUTE = 60;
  private static final long HOUR = 3600;

  private RunNames() {}

  /** A short name of a base: the usual one for the usual bases. */
  static String base(String encoder) {
    return encoder.startsWith("all-minilm") ? "MiniLM" : encoder.replaceFirst("-v[0-9.]+$", "");
  }

  /** Base and form, and what else is unlike most runs. */
  static String of(Texts texts, TrainingSettings settings) {
    String form = texts.choice("form-short", settings.form());
    String named = texts.get("base.of", base(settings.encoder()), form);
    return settings.adapters().any()
        ? texts.get("base.adapters", named, settings.adapters().rank())
        : named;
  }

  static Feather icon(RunState state) {
    return switch (state) {
      case QUEUED -> Feather.CLOCK;
      case RUNNING -> Feather.ACTIVITY;
      case PAUSED -> Feather.PAUSE_CIRCLE;
      case DONE -> Feather.CHECK_CIRCLE;
      case CANCELLED -> Feather.SLASH;
      case FAILED -> Feather.ALERT_TRIANGLE;
      case INTERRUPTED -> Feather.ZAP_OFF;
    };
  }

  /** How long a run took, in seconds; NaN while it isn't over. */
  static double seconds(RunView run) {
    Instant finished = run.finished();
    return finished == null ? Double.NaN : Duration.between(run.started(), finished).toSeconds();
  }

  /** A time in the largest units that matter; a dash for NaN. */
  static String time(Texts texts, double seconds) {
    if (Double.isNaN(seconds)) {
      return org.tiersmith.ui.kit.Formats.UNKNOWN;
    }
    long whole = Math.max(1, Math.round(seconds));
    if (whole < 2 * MINUTE) {
      return texts.get("time.seconds", whole);
    }
    long minutes = Math.round(whole / (double) MINUTE);
    return whole < HOUR
        ? texts.get("time.minutes", minutes)
        : texts.get("time.hours", minutes / MINUTE, minutes % MINUTE);
  }
}
