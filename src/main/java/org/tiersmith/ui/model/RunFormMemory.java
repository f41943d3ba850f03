package org.tiersmith.ui.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.training.NumericSetting;

/** Writes down what a form holds and reads it back: a line a field. */
final class RunFormMemory {
  private static final String ENCODER = "encoder";
  private static final String FORM = "form";
  private static final String MOST = "most";

  private RunFormMemory() {}

  static String write(RunForm form) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(ENCODER, form.encoderProperty().get());
    lines.put(FORM, form.formProperty().get().name());
    lines.put(MOST, form.mostProperty().get());
    lines.putAll(form.choices().names());
    for (NumericSetting setting : NumericSetting.values()) {
      lines.put(setting.key(), form.textProperty(setting).get());
    }
    return lines.entrySet().stream()
        .map(line -> line.getKey() + "=" + line.getValue())
        .collect(Collectors.joining("\n"));
  }

  /**
   * Fills a form with what was written down; false, and the form as it was or partly filled, if
   * another version wrote it.
   */
  static boolean read(String written, RunForm form) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : written.lines().toList()) {
      int at = line.indexOf('=');
      if (at > 0) {
        lines.put(line.substring(0, at), line.substring(at + 1));
      }
    }
    try {
      EncoderForm kind = EncoderForm.valueOf(lines.getOrDefault(FORM, ""));
      form.formProperty().set(kind);
      form.choices().take(lines);
    } catch (IllegalArgumentException otherVersion) {
      return false;
    }
    form.encoderProperty().set(lines.getOrDefault(ENCODER, ""));
    form.mostProperty().set(lines.getOrDefault(MOST, ""));
    for (NumericSetting setting : NumericSetting.values()) {
      form.textProperty(setting).set(lines.getOrDefault(setting.key(), ""));
    }
    return true;
  }
}
