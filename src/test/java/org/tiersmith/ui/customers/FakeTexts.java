package org.tiersmith.ui.customers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tiersmith.encoder.EncoderInfo;
import org.tiersmith.model.Text;
import org.tiersmith.profile.template.TemplateFault;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplate;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.TextPreview;
import org.tiersmith.service.TextPreview.Lengths;
import org.tiersmith.task.JobContext;

/** Templates that are kept in memory and tried on nobody in particular. */
final class FakeTexts implements TextDesk {
  private final Consumer<ProjectChange> tell;
  private final Deque<TextTemplates> done = new ArrayDeque<>();
  private TextTemplates current = TextTemplates.ENGLISH;

  FakeTexts(Consumer<ProjectChange> tell) {
    this.tell = tell;
  }

  TextTemplates current() {
    return current;
  }

  @Override
  public String source(TextSide side) {
    return current.of(side).source();
  }

  @Override
  public String defaultSource(TextSide side) {
    return TextTemplates.ENGLISH.of(side).source();
  }

  @Override
  public List<TemplateFault> faults(TextSide side, String source) {
    return TextTemplate.faults(side, source);
  }

  @Override
  public List<String> columns(TextSide side) {
    return List.of("city");
  }

  @Override
  public void save(TextSide side, String source) {
    change(current.with(TextTemplate.parse(side, source)));
  }

  @Override
  public void reset(TextSide side) {
    change(current.with(TextTemplates.ENGLISH.of(side)));
  }

  private void change(TextTemplates to) {
    done.push(current);
    current = to;
    tell.accept(ProjectChange.TEXTS_CHANGED);
  }

  @Override
  public void undo() {
    if (!done.isEmpty()) {
      current = done.pop();
      tell.accept(ProjectChange.TEXTS_CHANGED);
    }
  }

  @Override
  public void redo() {}

  @Override
  public Optional<Text> undoable() {
    return done.isEmpty() ? Optional.empty() : Optional.of(Text.of("test.undo", "Change"));
  }

  @Override
  public Optional<Text> redoable() {
    return Optional.empty();
  }

  @Override
  public List<String> someIds(TextSide side, int most, JobContext context) {
    return side == TextSide.CUSTOMER ? List.of("C-00001", "C-00002") : List.of("P-1");
  }

  @Override
  public TextPreview preview(
      TextSide side, String source, String id, String encoder, JobContext context) {
    String text =
        TextTemplate.parse(side, source).render(slot -> "coffee; gooseneck kettle; 手冲咖啡壶");
    return new TextPreview(side, id, text, text.length() / 5);
  }

  @Override
  public TextPreview.Counts lengths(
      TextSide side, String source, String encoder, int maxLength, JobContext context) {
    return new TextPreview.Counts(
        maxLength,
        new Lengths(500, 41, 58, 71, 0),
        new Lengths(500, 18, 25, 33, 0),
        new Lengths(500, 61, 83, 104, maxLength < 104 ? 12 : 0));
  }

  @Override
  public Reader reader() {
    return new Reader(
        List.of(new EncoderInfo("minilm", "MiniLM", "en", "Apache-2.0", null)), "minilm", 96);
  }
}
