package io.gnomon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/// The shape of the house: packages use only those below them.
class ArchitectureTest {
  private static final JavaClasses CODE = new ClassFileImporter().importPackages("io.gnomon");

  @Test
  void packagesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("web")
        .definedBy("io.gnomon.web..")
        .layer("rules")
        .definedBy("io.gnomon.rules..", "io.gnomon.alert..", "io.gnomon.notify..")
        .layer("collect")
        .definedBy("io.gnomon.collect..")
        .layer("promql")
        .definedBy("io.gnomon.promql..")
        .layer("store")
        .definedBy("io.gnomon.store..")
        .layer("model")
        .definedBy("io.gnomon.model..")
        .whereLayer("web")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("collect")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("promql")
        .mayOnlyBeAccessedByLayers("rules", "web")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("promql", "collect", "rules", "web")
        .check(CODE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.gnomon.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void onlyTheStoreTouchesMemoryOutsideTheHeap() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gnomon.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.foreign..", "net.openhft..")
        .check(CODE);
  }
}
