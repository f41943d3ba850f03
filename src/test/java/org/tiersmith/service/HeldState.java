package org.tiersmith.service;

/**
 * How much a project holds, each count growing as long as nothing is lost.
 *
 * @param dataset id of the latest dataset
 * @param runs number of runs
 * @param points metric points of all runs
 * @param scorable runs that kept weights, the running one included
 * @param scores id of the latest scores
 * @param plans number of plans
 */
record HeldState(long dataset, long runs, long points, long scorable, long scores, long plans) {

  static HeldState of(ProjectSession session) {
    return new HeldState(
        session.data().current().map(DatasetView::id).orElse(0L),
        session.runs().all().size(),
        session.runs().all().stream()
            .mapToLong(run -> session.runs().series(run.id()).size())
            .sum(),
        session.runs().all().stream().filter(RunView::scorable).count(),
        session.scoring().latestScore().map(ScoreView::id).orElse(0L),
        session.plans().plans().size());
  }

  static HeldState parse(String line) {
    long[] numbers =
        java.util.regex.Pattern.compile("=(\\d+)")
            .matcher(line)
            .results()
            .mapToLong(match -> Long.parseLong(match.group(1)))
            .toArray();
    return new HeldState(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
  }

  boolean holds(HeldState earlier) {
    return dataset >= earlier.dataset
        && runs >= earlier.runs
        && points >= earlier.points
        && scorable >= earlier.scorable
        && scores >= earlier.scores
        && plans >= earlier.plans;
  }
}
