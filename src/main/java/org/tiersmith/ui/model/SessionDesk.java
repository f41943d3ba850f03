package org.tiersmith.ui.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.service.Name;
import org.tiersmith.service.PairView;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunEstimate;
import org.tiersmith.service.RunView;
import org.tiersmith.service.ScoreView;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.strategy.Scope;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TrainingSettings;

/** The model screen's desk over an open project. */
record SessionDesk(ProjectSession session) implements ModelDesk {

  @Override
  public boolean hasData() {
    return session.data().current().isPresent();
  }

  @Override
  public List<BaseView> bases() {
    return session.engine().encoders().stream()
        .map(info -> new BaseView(info.id(), info.title(), info.language(), info.problem()))
        .toList();
  }

  @Override
  public DevicesView devices() {
    return new DevicesView(session.engine().devices(), session.engine().deviceNote().orElse(null));
  }

  @Override
  public String remembered(String key) {
    return session.settings().get(key, "");
  }

  @Override
  public void remember(String key, String value) {
    session.settings().put(key, value);
  }

  @Override
  public TrainingSettings proposed(EncoderForm form) {
    return session.training().proposed(form);
  }

  @Override
  public List<RunView> enqueue(List<TrainingSettings> settings) throws IOException {
    return session.training().enqueue(settings);
  }

  @Override
  public List<RunEstimate> estimates(List<TrainingSettings> all, JobContext context)
      throws IOException {
    return session.training().estimates(all, context);
  }

  @Override
  public long steps(TrainingSettings settings, JobContext context) {
    return session.training().steps(settings, context);
  }

  @Override
  public RunView carryOn(long run, JobContext context) throws IOException {
    return session.training().carryOn(run, context);
  }

  @Override
  public void pause(long run) {
    session.training().pause(run);
  }

  @Override
  public void note(long run, String text) {
    session.runs().note(run, text);
  }

  @Override
  public void remove(long run) {
    session.runs().remove(run);
  }

  @Override
  public List<RunView> runs() {
    return session.runs().all();
  }

  @Override
  public List<MetricPoint> series(long run, long afterStep) {
    return session.runs().series(run, afterStep);
  }

  @Override
  public Optional<RunQuality> quality(long run, JobContext context) {
    return Optional.of(
        MeasuredQuality.of(
            session.runs().evaluation(run, context), session.customers().segmentation()));
  }

  @Override
  public ScoreView score(RunView run, JobContext context) throws IOException {
    return session.scoring().score(run.id(), null, run.settings().device(), context);
  }

  @Override
  public Optional<ScoreView> scores() {
    return session.scoring().latestScore();
  }

  @Override
  public List<ProbabilityHistogram> distributions(int bins) {
    return session.strategy().ground(bins).distributions();
  }

  @Override
  public PairReading pair(String customer, String product) throws IOException {
    ScoredPairs pairs = session.strategy().pairs();
    int c = pairs.customerIds().indexOf(customer);
    int p = pairs.productIds().indexOf(product);
    for (int i = 0; i < pairs.size() && c >= 0 && p >= 0; i++) {
      if (pairs.customer()[i] == c && pairs.product()[i] == p) {
        return reading(pairs, i);
      }
    }
    throw Problem.of(
        "ui.model.no-pair",
        "Customer {0} with product {1} is not among the scored pairs. Check the two ids.",
        customer,
        product);
  }

  @Override
  public PairReading anyPair(long seed) throws IOException {
    ScoredPairs pairs = session.strategy().pairs();
    return reading(pairs, new Random(seed).nextInt(pairs.size()));
  }

  private PairReading reading(ScoredPairs pairs, int i) throws IOException {
    PairView view =
        session
            .scoring()
            .pair(
                pairs.customerIds().get(pairs.customer()[i]),
                pairs.productIds().get(pairs.product()[i]));
    return new PairReading(view, pairs.p0()[i], pairs.k()[i], pairs.listPrice()[i]);
  }

  @Override
  public Optional<PairWhyView> why(long run, String customer, String product, JobContext context)
      throws IOException {
    return Optional.of(PairWhyView.of(session.scoring().why(run, customer, product, context)));
  }

  @Override
  public List<Name> names(Scope scope, String text, int most) {
    return session.strategy().names(scope, text, most);
  }

  @Override
  public Runnable listen(Consumer<ProjectChange> listener) {
    return session.events().listen(listener);
  }
}
