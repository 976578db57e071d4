package dev.bulkhead.app.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleFileTest {
    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "core = links\\ [rule]",
                            true,
                            new Match(
                                    "10.0.0.0/8",
                                    "linkDown",
                                    "ifOperStatus = down",
                                    Optional.of(Severity.MAJOR),
                                    "a\\d+",
                                    true),
                            new Action.Run(List.of("/usr/bin/logger", "-t", "{name}", "a\nb")),
                            7),
                    Some.rule(Match.ALL, new Action.SetSeverity(Severity.CLEARED)),
                    Some.rule(Match.ALL, new Action.Drop()).switched(false),
                    Some.rule(
                            Match.ALL,
                            new Action.Forward("[::1]:162", Optional.of("ops user"), true)),
                    Some.rule(Match.ALL, new Action.Syslog("log:514", true)),
                    Some.rule(
                            Match.ALL,
                            new Action.Webhook(
                                    URI.create("https://noc.example/x?y=1"),
                                    Optional.of("token"))));

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(RuleFile.read(RuleFile.write(RULES))).isEqualTo(RULES);
    }

    @Test
    void aFileIsReplacedWholeAndMissingOnesAreEmpty(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("below").resolve(RuleFile.NAME);
        assertThat(RuleFile.load(file)).isEmpty();
        RuleFile.save(file, RULES);
        RuleFile.save(file, RULES.subList(0, 2));
        assertThat(RuleFile.load(file)).isEqualTo(RULES.subList(0, 2));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aBrokenFileSaysWhere() {
        assertThatThrownBy(() -> RuleFile.read("[rule]\nname = x\nnonsense\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> RuleFile.read("[rule]\ndo = explode\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
