package org.attune;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.attune.platform.jobs.OnEveryInstance;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/** The house style, as far as a machine can see it. */
class ArchitectureTests {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.attune");

    @Test
    void entitiesAndRepositoriesStayInTheirModule() {
        classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(CLASSES);
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    /** Another instance's change has to show at once; decision 0043 says what is kept, and why that cannot be stale. */
    @Test
    void nothingIsKeptInMemoryFromOneRequestToTheNext() {
        fields().that()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(Component.class)
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("OpenDoors")
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("Provider")
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("HouseRules")
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("org.attune.demo..")
                .and()
                .areNotStatic()
                .and()
                .doNotHaveRawType(boolean.class)
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(ConcurrentMap.class)
                .andShould()
                .notHaveRawType(AtomicReference.class)
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.cache..", "org.hibernate.cache..")
                .check(CLASSES);
    }

    @Test
    void entitiesHaveVerbsAndNoSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CLASSES);
    }

    @Test
    void controllersTranslateHttpAndNothingElse() {
        noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Repository.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(CLASSES);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(CLASSES);
    }

    /** See decision 0023: whatever Attune does by itself is a job, which one instance runs and the health page shows. */
    @Test
    void whatIsScheduledIsAJobOrSaysWhyNot() {
        methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .should()
                .beAnnotatedWith(OnEveryInstance.class)
                .check(CLASSES);
        noClasses().should().implement(SchedulingConfigurer.class).check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        List<String> unmarked;
        try (Stream<Path> folders = Files.walk(SOURCES.resolve("org/attune"))) {
            unmarked = folders.filter(Files::isDirectory)
                    .filter(ArchitectureTests::holdsSources)
                    .filter(folder ->
                            !read(folder.resolve("package-info.java")).contains("@" + NullMarked.class.getSimpleName()))
                    .map(Path::toString)
                    .toList();
        }
        Assertions.assertThat(unmarked).isEmpty();
    }

    /** See decision 0001: reading people's data starts from the functions that know who is asking. */
    @Test
    void controllersAndDeskReadOnlyWhatTheViewerSees() {
        Pattern bareTable = Pattern.compile("(?i)\\b(from|join)\\s+(contact|conversation|turn|need|offer)\\b(?!\\s*_)");
        List<String> offending = CLASSES.stream()
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC) || !c.isInterface())
                .map(c -> SOURCES.resolve(c.getPackageName().replace('.', '/')))
                .distinct()
                .filter(folder -> folder.toString().endsWith("/web"))
                .flatMap(ArchitectureTests::javaFiles)
                .filter(file -> bareTable.matcher(read(file)).find())
                .map(Path::toString)
                .toList();
        Assertions.assertThat(offending).isEmpty();
    }

    private static boolean holdsSources(Path folder) {
        return javaFiles(folder).findAny().isPresent();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
