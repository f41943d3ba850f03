package org.tiersmith.profile.text;

import cc.mallet.topics.ParallelTopicModel;
import cc.mallet.types.InstanceList;
import java.util.logging.Level;
import java.util.logging.LogManager;

/** Keeps MALLET from writing to the console. */
final class QuietMallet {
  private static final String CONFIGURED = "java.util.logging.config.class";

  static {
    // Its loggers complain on the error stream unless logging is configured; the program's own
    // logging has read its configuration before, so that naming one for a moment changes nothing.
    LogManager.getLogManager();
    boolean named = System.getProperty(CONFIGURED) != null;
    if (!named) {
      System.setProperty(CONFIGURED, "none");
    }
    ParallelTopicModel.logger.setLevel(Level.OFF);
    new InstanceList();
    if (!named) {
      System.clearProperty(CONFIGURED);
    }
  }

  private QuietMallet() {}

  /** A model that says nothing. */
  static ParallelTopicModel model(int topics, double priorSum, double wordPrior) {
    ParallelTopicModel model = new ParallelTopicModel(topics, priorSum, wordPrior);
    model.setTopicDisplay(Integer.MAX_VALUE, 0);
    return model;
  }
}
