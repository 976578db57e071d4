package dev.bulkhead.app.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.notification.Notification;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleMatcherTest {
    private static final Notification LINK_DOWN = Some.linkDown("10.0.12.7", 9);

    private static boolean fits(Match match) {
        NotificationLine line = Some.line(LINK_DOWN);
        return new RuleMatcher(match)
                .fits(line.notification(), line.host(), line.severity(), Some.TEXTS);
    }

    private static Match source(String source) {
        return new Match(source, "", "", Optional.empty(), "", false);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.12.7, true",
        "10.0.12.*, true",
        "10.0.0.0/8, true",
        "10.0.12.7/32, true",
        "10.0.12.4/30, true",
        "10.0.12.8/29, false",
        "10.0.13.*, false",
        "192.168.0.0/16, false",
        "2001:db8::/32, false"
    })
    void aSourceFits(String source, boolean fits) {
        assertThat(fits(source(source))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "linkDown, true",
        "IF-MIB::linkDown, true",
        "if-mib::LINK*, true",
        "1.3.6.1.6.3.1.1.5.*, true",
        "*Down, true",
        "linkUp, false",
        "link, false"
    })
    void aNotificationFits(String name, boolean fits) {
        assertThat(fits(new Match("", name, "", Optional.empty(), "", false))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "ifOperStatus, true",
        "ifOperStatus = down, true",
        "ifOperStatus = 2, true",
        "ifOperStatus = down(2), true",
        "ifOperStatus != down, false",
        "ifOperStatus = up, false",
        "ifIndex > 8, true",
        "ifIndex < 9, false",
        "IF-MIB::ifIndex.9 = 9, true",
        "ifDescr, false"
    })
    void aVariableFits(String variable, boolean fits) {
        assertThat(fits(new Match("", "", variable, Optional.empty(), "", false))).isEqualTo(fits);
    }

    @Test
    void severityAndTextFit() {
        assertThat(fits(new Match("", "", "", Optional.of(Severity.MAJOR), "", false))).isTrue();
        assertThat(fits(new Match("", "", "", Optional.empty(), "OPERstatus", false))).isTrue();
        assertThat(fits(new Match("", "", "", Optional.empty(), "nothing", false))).isFalse();
        assertThat(fits(new Match("", "", "", Optional.empty(), "Index\\.\\d = 9", true))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/33", "10.0/8", "x/8"})
    void aBrokenBlockIsSaid(String block) {
        assertThatThrownBy(() -> new RuleMatcher(source(block)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(block);
    }

    @Test
    void aSlowExpressionIsGivenUpAndInTheEndLeftOut() {
        TimedPattern slow = new TimedPattern("(.*a){25}b", Duration.ofMillis(20));
        assertThatThrownBy(() -> slow.isIn("a".repeat(200)))
                .isInstanceOf(TimedPattern.TooSlowException.class);
        Notification hostile = Some.saying("10.0.0.1", "a".repeat(200));
        RunningRule rule =
                new RunningRule(
                        Some.rule(
                                new Match("", "", "", Optional.empty(), "(.*a){25}#", true),
                                new Action.Drop()));
        for (int i = 0; i < 3; i++) {
            assertThat(rule.fits(hostile, "10.0.0.1", Severity.INFO, Some.TEXTS)).isFalse();
        }
        assertThat(rule.problem()).contains("three times");
        long begun = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            rule.fits(hostile, "10.0.0.1", Severity.INFO, Some.TEXTS);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aGlobIsNeverSlow() {
        Glob glob = new Glob("*a".repeat(40) + "b");
        assertThat(glob.fits("a".repeat(5_000))).isFalse();
        assertThat(new Glob("a*b*c").fits("aXbYc")).isTrue();
        assertThat(new Glob("").fits("")).isTrue();
    }
}
