package org.tiersmith.ui.customers;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tiersmith.encoder.EncoderInfo;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Text;
import org.tiersmith.profile.template.TemplateFault;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.TextPreview;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TrainingSettings;

/** What the page on the model's texts needs of a project; called on background threads. */
interface TextDesk {
  /**
   * How templates can be tried.
   *
   * @param encoders the base encoders at hand
   * @param encoder the one that suits the data
   * @param maxLength the longest sequence that a new run reads, in word pieces
   */
  record Reader(List<EncoderInfo> encoders, String encoder, int maxLength) {}

  /** The saved template of a side. */
  String source(TextSide side);

  String defaultSource(TextSide side);

  List<TemplateFault> faults(TextSide side, String source);

  List<String> columns(TextSide side);

  void save(TextSide side, String source);

  void reset(TextSide side);

  void undo();

  void redo();

  Optional<Text> undoable();

  Optional<Text> redoable();

  List<String> someIds(TextSide side, int most, JobContext context);

  TextPreview preview(TextSide side, String source, String id, String encoder, JobContext context)
      throws IOException;

  TextPreview.Counts lengths(
      TextSide side, String source, String encoder, int maxLength, JobContext context)
      throws IOException;

  Reader reader();

  /** The desk of an open project. */
  static TextDesk of(ProjectSession session) {
    return new TextDesk() {
      @Override
      public String source(TextSide side) {
        return session.texts().source(side);
      }

      @Override
      public String defaultSource(TextSide side) {
        return session.texts().defaultSource(side);
      }

      @Override
      public List<TemplateFault> faults(TextSide side, String source) {
        return session.texts().faults(side, source);
      }

      @Override
      public List<String> columns(TextSide side) {
        return session.texts().columns(side);
      }

      @Override
      public void save(TextSide side, String source) {
        session.texts().save(side, source);
      }

      @Override
      public void reset(TextSide side) {
        session.texts().reset(side);
      }

      @Override
      public void undo() {
        session.texts().undo();
      }

      @Override
      public void redo() {
        session.texts().redo();
      }

      @Override
      public Optional<Text> undoable() {
        return session.texts().undoable();
      }

      @Override
      public Optional<Text> redoable() {
        return session.texts().redoable();
      }

      @Override
      public List<String> someIds(TextSide side, int most, JobContext context) {
        return session.textPreviews().someIds(side, most, context);
      }

      @Override
      public TextPreview preview(
          TextSide side, String source, String id, String encoder, JobContext context)
          throws IOException {
        return session.textPreviews().preview(side, source, id, encoder, context);
      }

      @Override
      public TextPreview.Counts lengths(
          TextSide side, String source, String encoder, int maxLength, JobContext context)
          throws IOException {
        return session.textPreviews().lengths(side, source, encoder, maxLength, context);
      }

      @Override
      public Reader reader() {
        return new Reader(
            session.engine().encoders(),
            session.engine().proposedEncoder(),
            TrainingSettings.defaults(EncoderForm.CROSS).maxLength());
      }
    };
  }
}
