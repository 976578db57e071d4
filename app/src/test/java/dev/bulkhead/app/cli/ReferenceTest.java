package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Manual page and completions are made of the verbs, so all of these are in them. */
final class ReferenceTest {
    @TempDir private Path folder;

    private static List<String> verbs() {
        return Verbs.names();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasItsFlagsInAllShells(String verb) throws UsageException {
        Completions completions = Completions.ofAllVerbs();
        String bash = line(completions.bash(), "        " + verb + ") flags=");
        String fish =
                completions.fish().lines().filter(l -> l.contains("from " + verb + "'")).toList()
                        + " ";
        String zsh = completions.zsh();
        String zshOfVerb = zsh.substring(zsh.indexOf("        " + verb + ")\n"));
        for (Flag flag : Verbs.get(verb).flags()) {
            assertThat(bash).contains(flag.name());
            assertThat(zshOfVerb.substring(0, zshOfVerb.indexOf(";;"))).contains("*" + flag.name());
            String name = flag.name();
            assertThat(fish)
                    .containsPattern(
                            (name.startsWith("--")
                                            ? " -l " + name.substring(2)
                                            : " -s " + name.substring(1))
                                    + "[ ,\\]]");
        }
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void valuesThatCanBeChosenAreOffered() throws UsageException {
        String bash = Completions.ofAllVerbs().bash();
        assertThat(bash)
                .contains(
                        "get,-v) words=\"1 2c 3\"",
                        "get,--format) words=\"text csv json jsonl\"",
                        "get,-l) words=\"noAuthNoPriv authNoPriv authPriv\"",
                        "simulate,--model) words=\"switch server\"",
                        "get,--pcapng) value=files");
    }

    @Test
    void aFlagHasTheWordsOfItsHelpPage() throws UsageException {
        HelpPage page = HelpPage.of(Help.page("poll"));
        assertThat(page.flag("--count").map(HelpPage.Said::words)).contains("rounds");
        assertThat(page.flag("--history").map(HelpPage.Said::value)).contains("FILE");
        assertThat(page.purpose())
                .isEqualTo("Asks the same instances of all hosts again and again");
    }

    @Test
    void theManualHasEveryVerbAndItsFlags() throws UsageException {
        String manual = ManualPage.of("1.2.3", "2026-11-29");
        assertThat(manual)
                .contains("\"2026-11-29\" \"Bulkhead 1.2.3\"")
                .doesNotContain("@VERBS@", "@OVERVIEW@");
        for (String verb : Verbs.names()) {
            assertThat(manual).containsPattern("(?m)^\\.SS .*\\b" + verb + "\\b");
        }
        assertThat(manual).contains("\\fB\\-\\-every\\fR TIME");
    }

    @Test
    void noLineOfAHelpPageIsARequestOfTheManual() throws UsageException {
        Stream<String> requests =
                ManualPage.of("1", "2").lines().filter(line -> line.startsWith("."));
        assertThat(requests)
                .allMatch(line ->
                        line.matches("\\.(\\\\\"|TH|SH|SS|TP|PP|nf|fi|br|B|BR|I|IR|RI)( .*)?"));
    }

    @Test
    void theyLieWherePackagesTakeThem() throws IOException, UsageException {
        ReferenceMain.write(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()))
                    .containsExactlyInAnyOrder(
                            "man/man1/bulkhead.1",
                            "bash-completion/completions/bulkhead",
                            "zsh/site-functions/_bulkhead",
                            "fish/vendor_completions.d/bulkhead.fish");
        }
    }
}
