package org.tiersmith.service;

/** Where a {@link ScenarioBoard} is kept between openings. Saving answers at once. */
interface ScenarioStore extends AutoCloseable {

  ScenarioBoard load();

  /** Saves the board soon; of several boards in quick succession the last one counts. */
  void save(ScenarioBoard board);

  /** Waits until the last board is saved. */
  @Override
  void close();
}
