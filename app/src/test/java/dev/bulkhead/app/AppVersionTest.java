package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AppVersionTest {

    @Test
    void theBuildFillsInTheVersion() {
        assertThat(AppVersion.current().version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void theCommitIsAHashOrEmpty() {
        assertThat(AppVersion.current().commit()).matches("[0-9a-f]*");
    }

    @Test
    void aVersionWithoutCommitPrintsAlone() {
        assertThat(new AppVersion("1.2.3", "", "2026-11-29T10:00:00Z")).hasToString("1.2.3");
        assertThat(new AppVersion("1.2.3", "abc1234", "2026-11-29T10:00:00Z"))
                .hasToString("1.2.3 (abc1234)");
    }
}
