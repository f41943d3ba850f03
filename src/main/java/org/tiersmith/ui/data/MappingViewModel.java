package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FileFormat;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.Join;
import org.tiersmith.data.PreviewRequest;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Text;
import org.tiersmith.task.Job;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/**
 * The mapping that a person makes: the draft, what an import would make of it, and those changes
 * for which files have to be read. On the FX thread.
 */
final class MappingViewModel {
  private static final Text SAVED = Text.of("ui.data.mapping-saved", "The mapping was saved.");

  private final MappingDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final ImportDraft draft = new ImportDraft();
  private final LatestReading<ImportPreview> previews;
  private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview");
  private final Contacts contacts = new Contacts();
  private final ObjectProperty<Aspect> aspect =
      new SimpleObjectProperty<>(this, "aspect", Aspect.COLUMNS);
  private @Nullable PreviewRequest asked;

  MappingViewModel(MappingDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    this.previews = new LatestReading<>(tasks, notices, LookViewModel.LOOK, this::show);
    draft.revisionProperty().subscribe(revision -> readPreview());
  }

  ImportDraft draft() {
    return draft;
  }

  /** What of the mapping is looked at. */
  ObjectProperty<Aspect> aspectProperty() {
    return aspect;
  }

  /** What an import would make of the selected file's first rows. */
  ReadOnlyObjectProperty<@Nullable ImportPreview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** The columns by which a person could be known. */
  Contacts contacts() {
    return contacts;
  }

  /** Looks for such columns in files that have not been looked through. */
  void findContacts() {
    for (ChosenFile file : draft.files()) {
      if (!contacts.has(file.file())) {
        PreviewRequest request = request(file);
        work(context -> desk.preview(request, context), found -> contacts.take(request, found));
      }
    }
  }

  /** Where the keys of pseudonyms lie. */
  Path keyFolder() {
    return desk.keyFolder();
  }

  /** The columns that the selected file's mapping can name, as far as they are known. */
  List<String> columns() {
    ChosenFile file = draft.selectedProperty().get();
    if (file == null) {
      return List.of();
    }
    Map<String, String> names = new LinkedHashMap<>();
    looks(file).forEach(look -> look.columnNames().forEach(n -> names.putIfAbsent(lower(n), n)));
    ImportPreview shown = preview.get();
    if (shown != null && asked != null && asked.part().file().equals(file.file())) {
      shown.source().columns().stream()
          .filter(name -> !name.equals(FileMapping.ROW_NUMBER))
          .forEach(name -> names.putIfAbsent(lower(name), name));
    }
    return List.copyOf(names.values());
  }

  /** Says that a file holds other rows than was guessed. */
  void assign(ChosenFile file, TableKind kind) {
    if (file.kind() != kind) {
      FileFormat format = file.mapping().format();
      work(
          context -> desk.guess(kind, file.file(), format, context),
          guess -> draft.replace(file, ChosenFile.of(file.preview(), guess)));
    }
  }

  /** Takes a file at hand, or one that is a table already, for a table of a kind too. */
  void use(FilePreview look, TableKind kind) {
    work(
        context -> desk.guess(kind, look.file(), FileFormat.GUESSED, context),
        guess -> draft.change(now -> now.and(ChosenFile.of(look, guess))));
  }

  /** Reads the selected file as it is said to be written; other columns are guessed anew. */
  void write(FileFormat format) {
    ChosenFile file = draft.selectedProperty().get();
    if (file == null || file.mapping().format().equals(format)) {
      return;
    }
    work(
        context -> {
          FilePreview look = desk.preview(file.file(), format, context);
          boolean same = look.columnNames().equals(file.preview().columnNames());
          return same
              ? file.withPreview(look).withMapping(file.mapping().withFormat(format))
              : ChosenFile.of(look, desk.guess(file.kind(), file.file(), format, context));
        },
        changed -> draft.replace(file, changed));
  }

  /** Lets the rows of another file follow those of the selected one. */
  void follow(Path other) {
    withLook(
        other,
        look ->
            edit(
                look,
                mapping -> {
                  List<Path> more = new ArrayList<>(mapping.more());
                  more.add(other);
                  return mapping.withMore(more);
                }));
  }

  /** Puts another file beside the selected one, by columns that seem to agree. */
  void join(Path other) {
    ChosenFile file = draft.selectedProperty().get();
    if (file == null) {
      return;
    }
    FileMapping part = file.mapping();
    work(
        context -> desk.join(part, other, context).orElseGet(() -> new Join(other, Map.of())),
        join ->
            withLook(
                other,
                look ->
                    edit(
                        look,
                        mapping -> {
                          List<Join> joins = new ArrayList<>(mapping.joins());
                          joins.add(join);
                          return mapping.withJoins(joins);
                        })));
  }

  /** Answers whether a remembered join is to be used. */
  void answer(ChosenFile file, Join join, boolean use) {
    if (!use) {
      draft.replace(file, file.answered(join, false));
      return;
    }
    withLook(
        join.file(),
        look ->
            draft.change(
                now ->
                    now.withAtHand(List.of(look))
                        .with(replaced(now.files(), file, file.answered(join, true)))));
  }

  /** Forgets what is remembered for files like this one, and guesses anew. */
  void forget(ChosenFile file) {
    work(
        context -> {
          desk.forget(file.file());
          return desk.guess(file.kind(), file.file(), FileFormat.GUESSED, context);
        },
        guess ->
            draft.change(
                now ->
                    now.with(ImportRules.DEFAULT)
                        .with(replaced(now.files(), file, ChosenFile.of(file.preview(), guess)))));
  }

  /** Writes the mapping to a file. */
  void save(Path json) {
    var mapping = draft.state().mapping();
    work(
        context -> {
          desk.save(mapping, json);
          return json;
        },
        saved -> notices.done(SAVED));
  }

  /** Takes the mapping that a file says in place of the one at hand. */
  void load(Path json) {
    DraftState now = draft.state();
    work(
        context -> MappingLoad.of(desk, json, now, context), other -> draft.change(state -> other));
  }

  /** Asks for nothing more. */
  void close() {
    previews.forget();
  }

  private void edit(FilePreview look, java.util.function.UnaryOperator<FileMapping> how) {
    ChosenFile file = draft.selectedProperty().get();
    if (file != null) {
      draft.change(
          now ->
              now.withAtHand(List.of(look))
                  .with(replaced(now.files(), file, file.withMapping(how.apply(file.mapping())))));
    }
  }

  private static List<ChosenFile> replaced(
      List<ChosenFile> files, ChosenFile file, ChosenFile other) {
    return files.stream().map(one -> one.equals(file) ? other : one).toList();
  }

  private void withLook(Path file, Consumer<FilePreview> then) {
    FilePreview known = draft.atHand(file);
    if (known == null) {
      work(context -> desk.preview(file, FileFormat.GUESSED, context), then);
    } else {
      then.accept(known);
    }
  }

  private <T> void work(Job<T> job, Consumer<T> done) {
    tasks.quietly(LookViewModel.LOOK, job, done, notices::problem);
  }

  /** The file's first rows, then those of files that follow it, where these are known. */
  private List<FilePreview> looks(ChosenFile file) {
    List<FilePreview> looks = new ArrayList<>(List.of(file.preview()));
    file.mapping().more().stream()
        .map(draft::atHand)
        .filter(Objects::nonNull)
        .filter(look -> !look.columnNames().equals(file.preview().columnNames()))
        .forEach(looks::add);
    return looks;
  }

  private void readPreview() {
    contacts.keep(draft.state().paths());
    ChosenFile file = draft.selectedProperty().get();
    PreviewRequest request = file == null ? null : request(file);
    boolean other = !Objects.equals(request, asked);
    asked = request;
    if (request == null) {
      previews.forget();
      preview.set(null);
    } else if (other) {
      previews.ask(context -> desk.preview(request, context));
    }
  }

  private PreviewRequest request(ChosenFile file) {
    FileMapping part = file.mapping();
    List<Join> joins = part.joins().stream().filter(join -> !join.on().isEmpty()).toList();
    DraftState now = draft.state();
    return new PreviewRequest(
        looks(file), part.withJoins(joins), file.kind(), now.rules(), now.privacy());
  }

  private void show(ImportPreview found) {
    if (asked != null) {
      contacts.take(asked, found);
    }
    preview.set(found);
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }
}
