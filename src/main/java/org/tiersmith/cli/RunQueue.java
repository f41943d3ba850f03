package org.tiersmith.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunView;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.SettingValue;

/**
 * Trains queued runs one after the other. Of several, one that fails does not hold up those after
 * it; a cancel leaves them in the queue.
 *
 * @param values what each run was given
 */
record RunQueue(ProjectSession session, Console console, List<List<SettingValue>> values) {

  /** The runs as they ended, in their order. */
  List<TriedRun> train(List<RunView> queued, JobContext context) throws IOException {
    List<TriedRun> tried = new ArrayList<>();
    for (int i = 0; i < queued.size(); i++) {
      JobContext part = context.part((double) i / queued.size(), (i + 1.0) / queued.size());
      if (queued.size() > 1) {
        tell(i, queued, part);
      }
      try {
        train(queued.get(i).id(), queued.size() == 1, part);
      } catch (CancelledException e) {
        tellWaiting(queued.subList(i + 1, queued.size()));
        throw e;
      }
      long id = queued.get(i).id();
      tried.add(
          new TriedRun(session.runs().run(id), values.get(i), session.runs().validationLoss(id)));
    }
    return tried;
  }

  private void train(long run, boolean alone, JobContext context) throws IOException {
    try {
      session.training().carryOn(run, context);
    } catch (CancelledException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (alone) {
        throw e;
      }
      if (e instanceof Problem problem) {
        console.problem(String.format("Run %d: %s", run, problem.text().english()));
      } else {
        console.failure("Run " + run, e);
      }
    }
  }

  private void tell(int i, List<RunView> queued, JobContext context) {
    context.progress(
        0,
        Text.of(
            "progress.run-of-several",
            "Run {0}, {1} of {2}: {3}",
            Long.toString(queued.get(i).id()),
            i + 1,
            queued.size(),
            said(values.get(i))));
  }

  private void tellWaiting(List<RunView> waiting) {
    if (!waiting.isEmpty()) {
      String ids =
          waiting.stream().map(run -> Long.toString(run.id())).collect(Collectors.joining(", "));
      console.problem("Still in the queue, to go on with in the workbench: run " + ids + ".");
    }
  }

  /** Values as they would be typed. */
  static String said(List<SettingValue> values) {
    return values.stream()
        .map(value -> value.key() + "=" + value.text())
        .collect(Collectors.joining(" "));
  }
}
