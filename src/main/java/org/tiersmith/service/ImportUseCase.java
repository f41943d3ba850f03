package org.tiersmith.service;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ChangeReport;
import org.tiersmith.data.Distribution;
import org.tiersmith.data.FileFormat;
import org.tiersmith.data.FileGathering;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileLooks;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.ImportResult;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.Importer;
import org.tiersmith.data.Join;
import org.tiersmith.data.MappingGuesser;
import org.tiersmith.data.MappingJson;
import org.tiersmith.data.PreviewRequest;
import org.tiersmith.data.PseudonymKey;
import org.tiersmith.data.QualityReport;
import org.tiersmith.data.RejectRows;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.data.TableQuery;
import org.tiersmith.data.TableRows;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Provenance;
import org.tiersmith.model.Text;
import org.tiersmith.profile.LanguageGuess;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.DatasetFiles;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.RowCounts;
import org.tiersmith.task.JobContext;

/** Brings a shop's files into the project, and shows what came. */
public final class ImportUseCase {
  private static final int PREVIEW_ROWS = 50;
  private static final String CHANGES = "changes";

  /** Where a day begins first, so that no shop's present day lies in the future. */
  private static final ZoneOffset FIRST_ON_EARTH = ZoneOffset.ofHours(14);

  private final ProjectFile project;
  private final ProjectEvents events;
  private final FileLooks looks = new FileLooks();
  private final MappingMemory memory = new MappingMemory(MappingMemory.usualFolder(), looks);
  private final KeyStore keys;
  private final Previews previews = new Previews();
  private final Browsers browsers = new Browsers();

  ImportUseCase(ProjectFile project, ProjectEvents events) {
    this.project = project;
    this.events = events;
    this.keys = new KeyStore(project);
  }

  /** The roles that the files' columns seem to play; a person may correct them. */
  public RoleMapping guess(
      @Nullable Path customers, @Nullable Path products, @Nullable Path eventsFile) {
    return MappingGuesser.guess(customers, products, eventsFile);
  }

  /**
   * Looks at files, folders and archives: which tables are in them, what these seem to be, with the
   * reasons, and what was passed over; first what was remembered for files with their headers. A
   * person may correct it.
   */
  public FilesLook look(List<Path> handedIn, JobContext context) {
    FileGathering found = FileGathering.of(handedIn, looks, context);
    return new FilesLook(
        found.sources().stream().mapToInt(source -> source.files().size()).sum(),
        new RememberedGuess(memory, looks).of(found.sources(), context),
        found.skipped());
  }

  /**
   * What a file's columns seem to mean if its rows are of a kind, with the reasons.
   *
   * @param chosen how a person said the file is written
   */
  public FileGuess explain(TableKind kind, Path file, FileFormat chosen, JobContext context) {
    FileGuess guess =
        MappingGuesser.explain(kind, looks.of(file, chosen, MappingGuesser.ROWS, context));
    return guess.with(guess.mapping().withFormat(chosen));
  }

  /** How to put another file beside that of a part, as far as their first rows tell. */
  public Optional<Join> join(FileMapping part, Path other, JobContext context) {
    return MappingGuesser.join(
        looks.of(part.file(), part.format(), MappingGuesser.ROWS, context),
        looks.of(other, MappingGuesser.ROWS, context));
  }

  /** Where the keys of pseudonyms lie: in the person's own folder, outside every project. */
  public Path keyFolder() {
    return KeyStore.folder();
  }

  /** Keeps a mapping that a person confirmed, for later files with the same headers. */
  public void remember(RoleMapping mapping) {
    memory.remember(mapping);
  }

  /** Forgets what was kept for files with this one's header; whether there was anything. */
  public boolean forget(Path file) {
    return memory.forget(file);
  }

  /** Writes a mapping to a file that an import can take. */
  public void saveMapping(RoleMapping mapping, Path json) {
    places(mapping, List.of()).check(json);
    MappingJson.write(mapping, json);
  }

  /** The roles that a mapping file says. */
  public RoleMapping mapping(Path json) {
    return MappingJson.read(json);
  }

  /** The first rows of a file and how it was read, or as a person said that it is written. */
  public FilePreview preview(Path file, FileFormat chosen, JobContext context) {
    return looks.of(file, chosen, PREVIEW_ROWS, context);
  }

  /** What an import would make of a file's first rows. */
  public ImportPreview preview(PreviewRequest request, JobContext context) {
    return previews.of(request, context);
  }

  /**
   * Imports the files; from then on the project works with them. Until the import is whole the
   * project keeps what it had.
   */
  public DatasetView importFiles(RoleMapping mapping, JobContext context) {
    return importFiles(mapping, false, context);
  }

  /**
   * As {@link #importFiles(RoleMapping, JobContext)}.
   *
   * @param update whether the files bring the present data up to date: rows that both have are
   *     replaced, rows that only the present data has stay
   */
  public DatasetView importFiles(RoleMapping mapping, boolean update, JobContext context) {
    try (Workspace workspace = new Workspace()) {
      Reimport reimport =
          new Reimport(this, project.datasets().latest().orElse(null), mapping, update);
      @Nullable PseudonymKey key =
          mapping.privacy().pseudonymise() ? keys.forImport(reimport.isPseudonymised()) : null;
      ImportResult fresh =
          Importer.run(mapping, workspace.folder(), reimport.present(key), context.part(0, 0.75));
      context.progress(0.75, Text.of("progress.import.compare", "Comparing with the present data"));
      Reimport.Outcome outcome = reimport.with(fresh, workspace.folder(), context);
      context.progress(0.85, Text.of("progress.import.save", "Saving the tables"));
      context.checkCancelled();
      Dataset dataset = store(mapping, outcome);
      browsers.close();
      events.publish(ProjectChange.DATA_IMPORTED);
      return view(dataset);
    } catch (RuntimeException e) {
      Workspace.refuseIfFull(e);
      throw e;
    }
  }

  /**
   * Imports the present data's files once more, by other rules.
   *
   * @throws Problem where the present data were brought up to date: its last files are a part only
   */
  public DatasetView importAgain(ImportRules rules, JobContext context) {
    if (changes().map(ChangeReport::update).orElse(false)) {
      throw Problem.of(
          "import.again-updated",
          "The present data were brought up to date, so importing the last files again would"
              + " leave nothing but those. Nothing was changed; import the whole files, or bring"
              + " the data up to date once more by these rules.");
    }
    return importFiles(Json.read(dataset().mapping(), RoleMapping.class).with(rules), context);
  }

  /** The data that the project works with; none before the first import. */
  public Optional<DatasetView> current() {
    return project.datasets().latest().map(ImportUseCase::view);
  }

  /** What the present data changed in the data before it; none after the first import. */
  public Optional<ChangeReport> changes() {
    return current().map(DatasetView::changes);
  }

  /** How many rows of which file were left out for which reason. */
  public List<RejectRows.Count> rejects(JobContext context) {
    return RejectRows.counts(table(DataTable.REJECTS), context);
  }

  /** The cells of a rejected row, as its table keeps them; none where it could not be read. */
  public List<String> rejectedCells(String kept) {
    return RejectRows.cells(kept);
  }

  /**
   * Writes the rejected rows as CSV, to be mended and imported again: their original cells in their
   * original columns, then file, line, reason and message. No cell can start a formula. Rows of a
   * second and further file go to files of their own beside the first.
   *
   * @return the files written
   */
  public List<Path> exportRejects(Path csv, JobContext context) {
    DatasetView dataset = current().orElseThrow();
    OutputPlaces places = places(dataset.mapping(), List.of());
    places.check(csv);
    return RejectExport.write(table(DataTable.REJECTS), dataset, csv, places::isInput, context);
  }

  /**
   * Refuses places to write to whose content would be lost, before anything is imported.
   *
   * @param mapping what is to be imported
   * @param others further files that somebody handed in
   */
  public void checkOutputs(List<Path> outputs, RoleMapping mapping, List<Path> others) {
    places(mapping, others).check(outputs);
  }

  private OutputPlaces places(RoleMapping mapping, List<Path> others) {
    return new OutputPlaces(
        project.path(),
        Stream.concat(OutputPlaces.filesOf(mapping), others.stream()).toList(),
        project.datasets().all().stream()
            .map(dataset -> Json.read(dataset.mapping(), RoleMapping.class))
            .flatMap(OutputPlaces::filesOf)
            .toList());
  }

  /**
   * The pseudonym that the project gives a customer; a {@link Problem} where this machine lacks the
   * key.
   */
  public String pseudonymOf(String customerId) {
    return keys.existing().pseudonym(customerId);
  }

  /** The Parquet file of a table, for reading only. */
  public Path table(DataTable table) {
    DatasetFiles files = dataset().files();
    return switch (table) {
      case CUSTOMERS -> project.artifacts().layout(files.customers());
      case PRODUCTS -> project.artifacts().layout(files.products());
      case EVENTS -> project.artifacts().layout(files.events());
      case REJECTS -> {
        if (files.rejects() == null) {
          throw Problem.of("import.no-rejects", "The import rejected nothing.");
        }
        yield project.artifacts().layout(files.rejects());
      }
    };
  }

  /**
   * Works out which rows of a table are looked at and in which order, ahead of their pages.
   *
   * @return how many rows are left
   */
  public long prepare(DataTable table, TableQuery query, JobContext context) {
    return browsers.of(table(table)).prepare(query, context);
  }

  /**
   * Some rows of a table.
   *
   * @param offset first row, from 0
   */
  public TableRows rows(
      DataTable table, TableQuery query, long offset, int limit, JobContext context) {
    return browsers.of(table(table)).rows(query, offset, limit, context);
  }

  /** How the values of one of a table's columns are spread over the rows that a query leaves. */
  public Distribution distribution(
      DataTable table, TableQuery query, String column, JobContext context) {
    return browsers.of(table(table)).distribution(query, column, context);
  }

  /** Closes what is open of the tables. */
  void close() {
    browsers.close();
    previews.close();
  }

  /** The three tables that the later stations read. */
  Tables tables() {
    return tables(dataset());
  }

  /**
   * The three tables of a dataset. Who also keeps something under the dataset's id asks by this, so
   * that an import that ends meanwhile does not part the two.
   */
  Tables tables(Dataset dataset) {
    DatasetFiles files = dataset.files();
    return new Tables(
        project.artifacts().layout(files.customers()),
        project.artifacts().layout(files.products()),
        project.artifacts().layout(files.events()),
        LocalDate.ofInstant(dataset.importedAt(), FIRST_ON_EARTH));
  }

  /** The dataset that the project works with; a {@link Problem} before the first import. */
  Dataset dataset() {
    return project
        .datasets()
        .latest()
        .orElseThrow(
            () ->
                Problem.of(
                    "project.no-data",
                    "This project holds no data yet. Import at least an events file first."));
  }

  private Dataset store(RoleMapping mapping, Reimport.Outcome outcome) {
    ImportResult result = outcome.result();
    Tables tables = result.tables();
    String language = LanguageGuess.of(tables).code();
    Provenance provenance =
        new Provenance(
            "data",
            tables.sha256(),
            settings(mapping, language, outcome),
            0,
            Versions.all(),
            "cpu",
            Instant.now());
    DatasetFiles files =
        new DatasetFiles(
            project.artifacts().put(tables.customers(), "customers.parquet", provenance).id(),
            project.artifacts().put(tables.products(), "products.parquet", provenance).id(),
            project.artifacts().put(tables.events(), "events.parquet", provenance).id(),
            project.artifacts().put(result.rejects(), "rejects.parquet", provenance).id());
    RowCounts counts =
        new RowCounts(result.customers(), result.products(), result.events(), result.rejected());
    return project
        .datasets()
        .add(Json.write(mapping), Json.write(result.quality()), files, counts, provenance);
  }

  private static Map<String, String> settings(
      RoleMapping mapping, String language, Reimport.Outcome outcome) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("mapping", Json.write(mapping));
    settings.put("language", language);
    if (outcome.changes() != null) {
      settings.put(CHANGES, Json.write(outcome.changes()));
    }
    return settings;
  }

  private static DatasetView view(Dataset dataset) {
    String changes = dataset.provenance().settings().get(CHANGES);
    return new DatasetView(
        dataset.id(),
        dataset.importedAt(),
        dataset.counts(),
        Json.read(dataset.quality(), QualityReport.class),
        Json.read(dataset.mapping(), RoleMapping.class),
        dataset.provenance().settings().getOrDefault("language", "en"),
        dataset.provenance().inputHash(),
        changes == null ? null : Json.read(changes, ChangeReport.class));
  }
}
