package dev.bulkhead.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import dev.bulkhead.mibs.CodePlace;
import org.junit.jupiter.api.Test;

/** What must never be, one test a rule. A rule's reason stands in its {@code because}. */
class ArchitectureTest {
    private static final String[] JAVA_BASE = {
        "java.io..",
        "java.lang..",
        "java.math..",
        "java.net..",
        "java.nio..",
        "java.text..",
        "java.time..",
        "java.util..",
        "java.security..",
        "javax.crypto..",
        "org.jspecify.."
    };

    private static final String[] WITHOUT_WINDOW = {
        "dev.bulkhead.app.cli..",
        "dev.bulkhead.app.naming..",
        "dev.bulkhead.app.history..",
        "dev.bulkhead.app.export..",
        "dev.bulkhead.app.flight..",
        "dev.bulkhead.app.guide..",
        "dev.bulkhead.app.start.."
    };

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(Classes.MAIN);
    }

    @Test
    void mibsNeedsOnlyJavaBase() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("dev.bulkhead.mibs..")
                        .should()
                        .dependOnClassesThat(
                                not(resideInAnyPackage(JAVA_BASE))
                                        .and(not(resideInAPackage("dev.bulkhead.mibs.."))))
                        .because("the compiler must be usable, and fast to load, anywhere"));
    }

    @Test
    void mibsNeverOpensASocket() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("dev.bulkhead.mibs..")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.net\\.(.*Socket.*|Inet.*|http\\..*)")
                        .because("mibs knows text and names, not networks"));
    }

    @Test
    void engineUsesOnlySmiValuesOfMibs() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("dev.bulkhead.engine..")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("dev.bulkhead.mibs..")
                                        .and(not(resideInAPackage("dev.bulkhead.mibs.smi..")))
                                        .and(not(equivalentTo(CodePlace.class))))
                        .because("the engine knows OIDs and packets, never names"));
    }

    @Test
    void mibsAndEngineNeverTouchTheWindow() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage("dev.bulkhead.mibs..", "dev.bulkhead.engine..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx..", "dev.bulkhead.app..")
                        .because("workers and headless runs must not load a window"));
    }

    @Test
    void snmp4jStaysInSnmpAndSimulator() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "dev.bulkhead.engine.snmp..", "dev.bulkhead.engine.simulator..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.snmp4j..")
                        .because(
                                "no byte from the network is parsed in the window's process: all"
                                        + " SNMP packets are read in workers"));
    }

    @Test
    void supervisorAndWorkerShareOnlyWireJobAndSample() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("dev.bulkhead.engine.supervisor..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.bulkhead.engine.worker..",
                                "dev.bulkhead.engine.snmp..",
                                "dev.bulkhead.engine.simulator..")
                        .because("what the parent calls directly would run in the parent"));
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "dev.bulkhead.engine.worker..",
                                "dev.bulkhead.engine.snmp..",
                                "dev.bulkhead.engine.simulator..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.bulkhead.engine.supervisor..")
                        .because("a worker must not be able to start workers"));
    }

    @Test
    void processesAreStartedOnlyBySupervisor() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "dev.bulkhead.engine.supervisor..",
                                "dev.bulkhead.app.notification..")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.lang\\.(ProcessBuilder|ProcessHandle|Process)")
                        .because("one place answers for every process that Bulkhead starts"));
    }

    @Test
    void runLaterStaysInFx() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.bulkhead.app.fx..")
                        .should()
                        .callMethodWhere(calls("javafx.application.Platform", "runLater"))
                        .because("one hop, one batch: values never flood the window's thread"));
    }

    @Test
    void viewModelsKnowNoScene() {
        check(
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("ViewModel")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                        .because("view models are tested without a screen"));
    }

    @Test
    void commandLineLoadsNoJavaFx() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(WITHOUT_WINDOW)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("javafx..")
                        .because("the command line must start fast and run without a display"));
    }

    @Test
    void standardStreamsAndExitStayAtTheEdge() {
        DescribedPredicate<JavaClass> edge =
                describe(
                        "a Main class or in app.cli",
                        c ->
                                c.getName().matches(".*Main(\\$.*)?")
                                        || c.getPackageName().startsWith("dev.bulkhead.app.cli"));
        check(
                noClasses()
                        .that(not(edge))
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(System.class, "exit", int.class)
                        .because("a worker's stdout carries frames, and only an edge may exit"));
    }

    @Test
    void compilerCoreReadsNoFilesAndNoNetwork() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "dev.bulkhead.mibs.lexer..",
                                "dev.bulkhead.mibs.syntax..",
                                "dev.bulkhead.mibs.parser..",
                                "dev.bulkhead.mibs.resolve..",
                                "dev.bulkhead.mibs.check..",
                                "dev.bulkhead.mibs.model..",
                                "dev.bulkhead.mibs.index..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.nio.file..", "java.net..", "java.io..")
                        .because(
                                "MibRepository does the reading; the rest is text in, values out"));
    }

    @Test
    void packagesHaveNoCycles() {
        for (String module : new String[] {"mibs", "engine", "app"}) {
            check(
                    slices().matching("dev.bulkhead." + module + ".(*)..")
                            .should()
                            .beFreeOfCycles()
                            .because("a cycle is one package pretending to be two"));
        }
    }

    @Test
    void noDatedOrAwtClasses() {
        check(
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("PngWriter")
                        .and() // X.509 certificates tell their dates so.
                        .haveSimpleNameNotEndingWith("PeerTrustCheck")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "java\\.util\\.(Date|Timer)|java\\.awt\\..*|javax\\.swing\\..*")
                        .because(
                                "java.time and executors replaced them; AWT beside JavaFX starts"
                                        + " twice"));
        check(
                noClasses()
                        .should()
                        .callMethodWhere(calls("java.lang.Thread", "sleep"))
                        .because("a sleep is a guess: wait for what is meant"));
    }

    private static DescribedPredicate<JavaMethodCall> calls(String owner, String method) {
        return describe(
                owner + "." + method,
                call ->
                        call.getTargetOwner().getName().equals(owner)
                                && call.getName().equals(method));
    }
}
