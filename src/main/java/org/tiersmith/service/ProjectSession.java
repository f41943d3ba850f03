package org.tiersmith.service;

import java.nio.file.Path;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.project.ProjectFile;

/** An open project and all that can be done with it. */
public final class ProjectSession implements AutoCloseable {
  /** What a project file's name ends with. */
  public static final String EXTENSION = ".tiersmith";

  private static final String CURRENCY = "currency";

  private final ProjectFile project;
  private final ProjectEvents events = new ProjectEvents();
  private final ImportUseCase data;
  private final PortraitUseCase portraits;
  private final SegmentUseCase segments;
  private final CustomerUseCase customers;
  private final CustomerPages customerPages;
  private final ResponseUseCase response;
  private final EngineUseCase engine;
  private final RunUseCase runs;
  private final TrainingUseCase training;
  private final ScoringUseCase scoring;
  private final TextUseCase texts;
  private final TextPreviews textPreviews;
  private final SeasonUseCase seasons;
  private final StrategyUseCase strategy;
  private final PersonUseCase person;
  private final PlanUseCase plans;
  private final SampleUseCase sample;
  private final TruthUseCase truth;
  private final SessionSettings settings;
  private volatile String currency;

  ProjectSession(ProjectFile project, EncoderCatalogue catalogue) {
    this.project = project;
    this.settings = new SessionSettings(project);
    this.data = new ImportUseCase(project, events);
    this.portraits = new PortraitUseCase(project, data, events);
    Divider divider = new Divider(project, data, portraits, events);
    this.segments = new SegmentUseCase(project, data, events, portraits, divider);
    this.customers = new CustomerUseCase(project, data, events, portraits, segments, divider);
    this.customerPages = new CustomerPages(data, portraits, divider);
    this.response = new ResponseUseCase(data, customers);
    this.seasons = new SeasonUseCase(project, data, events);
    this.texts = new TextUseCase(project, data, events);
    this.textPreviews = new TextPreviews(data, texts, catalogue);
    Readings readings = new Readings(project, texts, seasons);
    this.engine = new EngineUseCase(data, catalogue);
    this.runs = new RunUseCase(project, events);
    this.training = new TrainingUseCase(project, data, catalogue, readings, engine, runs, events);
    this.scoring = new ScoringUseCase(project, data, catalogue, readings, runs, events);
    this.person = new PersonUseCase(project, data, texts, textPreviews, engine);
    this.strategy =
        new StrategyUseCase(
            runs,
            scoring,
            customers,
            response,
            new ScenarioShelf(new ProjectScenarios(project, events::report), events));
    this.plans = new PlanUseCase(project, strategy, customers, events);
    this.currency = currency(settings, data);
    this.sample = new SampleUseCase(this);
    this.truth = new TruthUseCase(data, customers, strategy);
    events.listen(
        change -> {
          if (change == ProjectChange.DATA_IMPORTED) {
            currency = currency(settings, data);
          }
        });
  }

  /** Makes a project that no list of recent ones remembers; its bases are those of the program. */
  public static ProjectSession make(Path file) {
    return new ProjectSession(
        ProjectFile.create(file), new EncoderCatalogue(file.resolveSibling("models")));
  }

  /** The file's name without its extension. */
  public String name() {
    String file = String.valueOf(path().getFileName());
    return file.endsWith(EXTENSION) ? file.substring(0, file.length() - EXTENSION.length()) : file;
  }

  public Path path() {
    return project.path();
  }

  /** Tells what changes. */
  public ProjectEvents events() {
    return events;
  }

  public ImportUseCase data() {
    return data;
  }

  public PortraitUseCase portraits() {
    return portraits;
  }

  public CustomerUseCase customers() {
    return customers;
  }

  /** The customers of segments, a page at a time. */
  public CustomerPages customerPages() {
    return customerPages;
  }

  /** Segments: how they are made and what they are like. */
  public SegmentUseCase segments() {
    return segments;
  }

  /** One customer: history, likely purchases, what models read. */
  public PersonUseCase person() {
    return person;
  }

  public ResponseUseCase response() {
    return response;
  }

  /** When what is bought, and what is to be expected. */
  public SeasonUseCase seasons() {
    return seasons;
  }

  /** The templates of the texts that models read. */
  public TextUseCase texts() {
    return texts;
  }

  /** What comes of such templates. */
  public TextPreviews textPreviews() {
    return textPreviews;
  }

  /** The encoders and processors at hand. */
  public EngineUseCase engine() {
    return engine;
  }

  /** What became of the runs. */
  public RunUseCase runs() {
    return runs;
  }

  public TrainingUseCase training() {
    return training;
  }

  public ScoringUseCase scoring() {
    return scoring;
  }

  public StrategyUseCase strategy() {
    return strategy;
  }

  public PlanUseCase plans() {
    return plans;
  }

  public SampleUseCase sample() {
    return sample;
  }

  /** What policies are worth when the truth judges them; known of a sample shop. */
  public TruthUseCase truth() {
    return truth;
  }

  /** The shop's currency sign, put before amounts; empty when nobody has said. Answers at once. */
  public String currency() {
    return currency;
  }

  private static String currency(SessionSettings settings, ImportUseCase data) {
    String chinese = data.current().map(DatasetView::language).orElse("").equals("zh") ? "¥" : "";
    return settings.get(CURRENCY, chinese);
  }

  /** Sets the currency sign. */
  public void setCurrency(String sign) {
    settings.put(CURRENCY, sign.strip());
    currency = sign.strip();
  }

  /** What the screens remember in this project. */
  public SessionSettings settings() {
    return settings;
  }

  /** Closes the project and takes its file away. */
  void delete() {
    strategy.shelf().close();
    customerPages.close();
    segments.close();
    data.close();
    project.delete();
  }

  /** Saves what is not saved yet and leaves a single file. End the project's jobs first. */
  @Override
  public void close() {
    strategy.shelf().close();
    customerPages.close();
    segments.close();
    data.close();
    project.close();
  }
}
