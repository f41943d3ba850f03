package org.tiersmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher script against made-up Java homes that print what they were called with. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path SCRIPT = Path.of("src/main/dist/bin/tiersmith");

  private static final Predicate<String> UTF_8 =
      Pattern.compile(".*\\.utf-*8", Pattern.CASE_INSENSITIVE).asMatchPredicate();

  @TempDir private Path folder;

  @Test
  void takesTheFirstJavaThatIsNewEnough() throws Exception {
    var old = javaHome("old", "17.0.15");
    var fitting = javaHome("fitting", "25.0.1");
    assertThat(launch(SCRIPT, old, fitting)).first().isEqualTo("fitting");
  }

  @Test
  void prefersTheOneThatIsNamedForIt() throws Exception {
    var named = javaHome("named", "26");
    var usual = javaHome("usual", "25.0.1");
    assertThat(launch(SCRIPT, named, usual)).first().isEqualTo("named");
  }

  @Test
  void handsArgumentsOnUnchanged() throws Exception {
    var java = javaHome("java", "25");
    assertThat(launch(SCRIPT, java, java, "import", "my shop.tiersmith", "*", ""))
        .endsWith("import", "my shop.tiersmith", "*", "");
  }

  @Test
  void findsItsLibrariesThroughALink() throws Exception {
    var java = javaHome("java", "25");
    var link = Files.createSymbolicLink(folder.resolve("link"), SCRIPT.toAbsolutePath());
    assertThat(launch(link, java, java))
        .contains(Path.of("src/main/dist/lib/tiersmith.jar").toAbsolutePath().toString());
  }

  @Test
  void readsEveryLetterWhereTheLocaleKnowsAsciiAlone() throws Exception {
    assumeThat(output("locale", "-a")).anyMatch(UTF_8);
    var java = javaHome("java", "25");
    for (String ascii : List.of("C", "POSIX")) {
      assertThat(launch(Map.of("LC_ALL", ascii), SCRIPT, java, java))
          .element(1)
          .satisfies(chosen -> assertThat(chosen).matches(UTF_8));
    }
  }

  @Test
  void leavesALocaleThatWritesEveryLetter() throws Exception {
    var unicode = output("locale", "-a").stream().filter(UTF_8).toList();
    assumeThat(unicode).isNotEmpty();
    var java = javaHome("java", "25");
    assertThat(launch(Map.of("LC_ALL", unicode.getLast()), SCRIPT, java, java))
        .element(1)
        .isEqualTo(unicode.getLast());
  }

  private Path javaHome(String name, String version) throws IOException {
    var home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    var java =
        Files.writeString(
            home.resolve("bin/java"),
            "#!/bin/sh\nprintf '%s\\n' " + name + " \"${LC_ALL:-}\" \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    return home;
  }

  private static List<String> launch(Path script, Path named, Path usual, String... arguments)
      throws IOException, InterruptedException {
    return launch(Map.of(), script, named, usual, arguments);
  }

  private static List<String> launch(
      Map<String, String> environment, Path script, Path named, Path usual, String... arguments)
      throws IOException, InterruptedException {
    var command = Stream.concat(Stream.of("sh", script.toString()), Stream.of(arguments)).toList();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TIERSMITH_JAVA", named.toString());
    builder.environment().put("JAVA_HOME", usual.toString());
    builder.environment().putAll(environment);
    return output(builder);
  }

  private static List<String> output(String... command) throws IOException, InterruptedException {
    return output(new ProcessBuilder(command));
  }

  private static List<String> output(ProcessBuilder builder)
      throws IOException, InterruptedException {
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.lines().toList();
  }
}
