package dev.bulkhead.app.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NoticeTest {
    @Test
    void anEntryHasItsFilesItsVersionAndItsTerms() {
        String notice =
                """
                Libraries

                Their jars.

                  a-core, a-more 1.2
                      A; MIT; https://example.org/a
                      with a remark
                  Letters
                      Letters; OFL-1.1; https://example.org/l

                  Text that is indented; but no entry
                """;
        assertThat(Notice.read(notice))
                .containsExactly(
                        new ThirdParty(
                                "A",
                                List.of("a-core", "a-more"),
                                "1.2",
                                "MIT",
                                "https://example.org/a",
                                List.of("with a remark")),
                        new ThirdParty(
                                "Letters",
                                List.of("Letters"),
                                "",
                                "OFL-1.1",
                                "https://example.org/l",
                                List.of()));
    }

    @Test
    void theTextOfEveryLicenceIsThere() {
        assertThat(Notice.shipped())
                .hasSizeGreaterThan(12)
                .allSatisfy(work -> assertThat(Notice.licence(work.licence())).isNotBlank());
    }
}
