package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tiersmith.service.ProjectChange;

/** A desk without a project: a few segments of invented customers. */
final class FakeDesk implements CustomerDesk {
  private final List<Consumer<ProjectChange>> listeners = new ArrayList<>();
  private final FakeSegments segments = new FakeSegments(this::tell);
  private final FakeRules rules = new FakeRules(this::tell);
  private final FakePerson person = new FakePerson();
  private final FakeSeasons seasons = new FakeSeasons(this::tell);
  private final FakeTexts texts = new FakeTexts(this::tell);
  private boolean data = true;

  FakeDesk withoutData() {
    data = false;
    return this;
  }

  FakeDesk damaged() {
    segments.damage();
    return this;
  }

  void bringData() {
    data = true;
    tell(ProjectChange.DATA_IMPORTED);
  }

  int listeners() {
    return listeners.size();
  }

  @Override
  public boolean hasData() {
    return data;
  }

  @Override
  public FakeSegments segments() {
    return segments;
  }

  @Override
  public FakeRules rules() {
    return rules;
  }

  @Override
  public FakePerson person() {
    return person;
  }

  @Override
  public FakeSeasons seasons() {
    return seasons;
  }

  @Override
  public FakeTexts texts() {
    return texts;
  }

  @Override
  public Runnable listen(Consumer<ProjectChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void tell(ProjectChange change) {
    List.copyOf(listeners).forEach(listener -> listener.accept(change));
  }
}
