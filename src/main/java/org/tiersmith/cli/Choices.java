package org.tiersmith.cli;

import java.util.Locale;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.Problem;
import org.tiersmith.model.SplitKind;
import org.tiersmith.training.CalibrationKind;

/** Reads the words that several commands take. */
final class Choices {
  private Choices() {}

  static DeviceChoice device(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "auto" -> DeviceChoice.AUTO;
      case "cpu" -> DeviceChoice.CPU;
      case "gpu" -> DeviceChoice.GPU;
      default ->
          throw Problem.of(
              "cli.device", "The device \"{0}\" is not known; say auto, cpu or gpu.", name);
    };
  }

  static SplitKind split(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "time" -> SplitKind.TIME;
      case "customer" -> SplitKind.CUSTOMER;
      default ->
          throw Problem.of(
              "cli.split", "The split \"{0}\" is not known; say time or customer.", name);
    };
  }

  static CalibrationKind calibration(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "platt" -> CalibrationKind.PLATT;
      case "isotonic" -> CalibrationKind.ISOTONIC;
      default ->
          throw Problem.of(
              "cli.calibration",
              "The calibration \"{0}\" is not known; say platt or isotonic.",
              name);
    };
  }
}
