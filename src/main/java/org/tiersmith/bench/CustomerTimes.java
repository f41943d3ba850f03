package org.tiersmith.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.task.JobContext;

/**
 * How long the customers of imported data take.
 *
 * @param customers how many
 * @param profiles seconds for what they do, as portraits, RFM cells, groups and their figures
 * @param words seconds for what they read and write, as keywords and topics
 */
record CustomerTimes(long customers, double profiles, double words) {
  private static final String WORDS_BEGIN = "portrait.words";
  private static final String WORDS_END = "portrait.writing";

  /** Works all of it out, for a project that knows none of it yet. */
  static CustomerTimes of(ProjectSession session, JobContext context) {
    Map<String, Long> stages = new ConcurrentHashMap<>();
    long start = System.nanoTime();
    session
        .portraits()
        .path(
            new JobContext(
                progress -> stages.putIfAbsent(progress.text().key(), System.nanoTime()),
                context::isCancelled));
    JobContext unseen = new JobContext(progress -> {}, context::isCancelled);
    session.segments().summaries(SegmentScheme.RFM, unseen);
    session.segments().summaries(SegmentScheme.CLUSTER, unseen);
    long end = System.nanoTime();
    long words = stages.getOrDefault(WORDS_END, end) - stages.getOrDefault(WORDS_BEGIN, end);
    long customers = session.data().current().orElseThrow().counts().customers();
    return new CustomerTimes(customers, (end - start - words) / 1e9, words / 1e9);
  }
}
