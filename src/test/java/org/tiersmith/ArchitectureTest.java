package org.tiersmith;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the one table of who may use whom. A room is the first package under {@code org.tiersmith}.
 * What a row does not name is forbidden, rooms and libraries alike; there are no exceptions.
 */
class ArchitectureTest {
  private static final String ROOT = "org.tiersmith";

  /** Far below what there is, far above what an import that went wrong would find. */
  private static final int FEWEST_CLASSES = 400;

  /** Open to every room. */
  private static final List<String> BASE =
      List.of(
          "java.io",
          "java.lang",
          "java.math",
          "java.net",
          "java.nio",
          "java.security",
          "java.text",
          "java.time",
          "java.util",
          "org.jspecify.annotations");

  /**
   * Room | rooms it may use | rooms of which it may use values (records, enums, interfaces) |
   * libraries.
   */
  private static final Map<String, Row> TABLE =
      table(
          """
          model    |                                  | |
          task     | model                            | |
          sample   | model                            | |
          data     | model task                       | | java.sql javax.crypto org.duckdb tech.tablesaw com.fasterxml.jackson org.dhatim.fastexcel
          profile  | model task data                  | | org.apache.lucene cc.mallet
          encoder  | model                            | | ai.djl com.fasterxml.jackson com.sun.management
          training | model task encoder               | | ai.djl
          scoring  | model task encoder training      | | ai.djl
          response | model                            | |
          strategy | model response                   | |
          plan     | model response strategy          | |
          bench    | model task sample data profile encoder training scoring response strategy plan project service | | java.sql org.duckdb ai.onnxruntime tech.tablesaw
          project  | model                            | | java.sql org.sqlite com.fasterxml.jackson
          service  | model task sample data profile encoder training scoring response strategy plan project | | com.fasterxml.jackson
          ui       | model task service | sample data profile encoder training scoring response strategy plan project | javafx atlantafx org.controlsfx org.kordamp.ikonli tech.tablesaw
          cli      | model task service bench | sample data profile encoder training scoring response strategy plan project | picocli com.fasterxml.jackson
          app      | model task sample data profile encoder training scoring response strategy plan project service ui cli | | javafx picocli
          """);

  private record Row(List<String> rooms, List<String> values, List<String> libraries) {}

  private static JavaClasses program;

  @BeforeAll
  static void read() {
    program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  @Test
  void seesTheProgram() {
    assertThat(program).hasSizeGreaterThan(FEWEST_CLASSES);
  }

  @Test
  void everyRoomOfTheTableIsThereAndNoOther() {
    var rooms =
        program.stream()
            .filter(each -> !each.getSimpleName().equals("package-info"))
            .map(ArchitectureTest::room)
            .collect(Collectors.toSet());
    assertThat(rooms).isEqualTo(TABLE.keySet());
  }

  @Test
  void roomsUseOnlyWhatTheTableAllows() {
    classes().should(keepTo(TABLE)).check(program);
  }

  @Test
  void noticesForbiddenUse() {
    var strict = new TreeMap<>(TABLE);
    strict.put("strategy", new Row(List.of(), List.of(), List.of()));
    var report = classes().should(keepTo(strict)).evaluate(program).getFailureReport();
    assertThat(report.getDetails())
        .anyMatch(detail -> detail.startsWith("strategy may not use this:"));
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(program);
  }

  @Test
  void kitKnowsNoScreen() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".ui.kit..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + ".ui..").and(resideOutsideOfPackage(ROOT + ".ui.kit..")))
        .check(program);
  }

  @Test
  void viewModelsUseOnlyBeansAndCollectionsOfJavaFx() {
    noClasses()
        .that()
        .haveNameMatching(".*ViewModel(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("javafx\\.(?!beans\\.|collections\\.).*")
        .check(program);
  }

  @Test
  void nothingOpensAConnection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(http\\..*|.*Socket|.*URLConnection)")
        .orShould()
        .callMethodWhere(
            target(owner(type(URL.class))).and(target(nameMatching("open(Connection|Stream)"))))
        .check(program);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(packages())
        .isNotEmpty()
        .allSatisfy(
            (name, classes) ->
                assertThat(classes)
                    .as("package-info of %s with @NullMarked", name)
                    .anyMatch(each -> each.isAnnotatedWith(NullMarked.class)));
  }

  private static Map<String, List<JavaClass>> packages() {
    return program.stream()
        .collect(
            Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.toList()));
  }

  private static ArchCondition<JavaClass> keepTo(Map<String, Row> table) {
    return new ArchCondition<>("keep to the table") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        user.getDirectDependenciesFromSelf().stream()
            .filter(use -> !allowed(table, use))
            .map(use -> SimpleConditionEvent.violated(use, complaint(use)))
            .forEach(events::add);
      }
    };
  }

  private static String complaint(Dependency use) {
    return room(use.getOriginClass()) + " may not use this: " + use.getDescription();
  }

  private static boolean allowed(Map<String, Row> table, Dependency use) {
    var row = table.get(room(use.getOriginClass()));
    if (row == null) {
      return false;
    }
    var target = use.getTargetClass().getBaseComponentType();
    if (!target.getPackageName().startsWith(ROOT + ".")) {
      return target.isPrimitive()
          || Stream.concat(BASE.stream(), row.libraries().stream())
              .anyMatch(library -> isIn(library, target));
    }
    return room(target).equals(room(use.getOriginClass()))
        || row.rooms().contains(room(target))
        || (row.values().contains(room(target)) && isValue(target));
  }

  private static boolean isIn(String library, JavaClass target) {
    var name = target.getPackageName();
    return name.equals(library) || name.startsWith(library + ".");
  }

  private static boolean isValue(JavaClass target) {
    return target.isRecord() || target.isEnum() || target.isInterface();
  }

  /** The first package under the root: where a class belongs in the table. */
  private static String room(JavaClass member) {
    var name = member.getPackageName();
    return name.startsWith(ROOT + ".")
        ? name.substring(ROOT.length() + 1).split("\\.", 2)[0]
        : name;
  }

  private static Map<String, Row> table(String text) {
    return text.lines()
        .map(line -> line.split("\\|", -1))
        .collect(
            Collectors.toMap(
                cells -> cells[0].strip(),
                cells -> new Row(words(cells[1]), words(cells[2]), words(cells[3]))));
  }

  private static List<String> words(String cell) {
    return Stream.of(cell.strip().split(" +")).filter(word -> !word.isEmpty()).toList();
  }
}
