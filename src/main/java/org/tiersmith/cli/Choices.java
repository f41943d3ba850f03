package org.tiersmith.cli;

import java.util.Locale;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.Problem;

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
}
