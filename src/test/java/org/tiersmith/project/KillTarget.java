package org.tiersmith.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Works on a project without end and says what is committed; its parent kills it. */
final class KillTarget {
  private final ProjectFile project;
  private final Path folder;
  private final String round;
  private final Random random;

  private KillTarget(ProjectFile project, Path folder, String round) {
    this.project = project;
    this.folder = folder;
    this.round = round;
    this.random = new Random(round.hashCode());
  }

  /** Arguments: the project, a folder for other files, the name of this round. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    ChildProcess.say("opening");
    ProjectFile project =
        Files.exists(file) ? ProjectFile.open(file, folder) : ProjectFile.create(file, folder);
    new KillTarget(project, folder, arguments[2]).work();
  }

  private void work() {
    project.artifacts().compact();
    long run =
        project
            .runs()
            .begin(project.runs().enqueue("{\"round\":\"" + round + "\"}", "cpu").id())
            .id();
    ChildProcess.say("run " + run);
    for (int i = 0; ; i++) {
      step(run, i);
    }
  }

  private void step(long run, int i) {
    String key = round + "." + i;
    project.settings().put(key, "value of " + key);
    ChildProcess.say("setting " + key);

    project.runs().append(run, List.of(new MetricPoint("train.loss", i, i / 7.0)));
    ChildProcess.say("point " + run + " " + i);

    List<StoredScenario> scenarios = new ArrayList<>(project.scenarios().all());
    long scenario = scenarios.size() + 1L;
    scenarios.add(TestProjects.scenario(scenario, key, "{\"alpha\":" + i + "}"));
    project.scenarios().replaceAll(scenarios);
    ChildProcess.say("scenario " + scenario + " " + key);

    if (i % 4 == 0) {
      Path source = TestProjects.file(folder, random.nextInt(3 << 20), random.nextLong());
      ChildProcess.say("storing");
      ArtifactId id =
          project.artifacts().put(source, "weights.bin", TestProjects.provenance()).id();
      source.toFile().delete();
      project.plans().add(key, "{}", "{}", id, id, TestProjects.provenance());
      ChildProcess.say("artifact " + id);
      project.runs().keepWeights(run, id);
      ChildProcess.say("weights " + run + " " + id);
    }
  }
}
