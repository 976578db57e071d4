package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void aRecordIsOneLineWhateverADevicePutIntoIt() {
        LogRecord entry = new LogRecord(Level.WARNING, "of {0}");
        entry.setLoggerName("dev.bulkhead");
        entry.setParameters(new Object[] {"\u001b[2Jsw1\nFAKE LOG LINE\r\u202e"});
        entry.setThrown(new IllegalStateException("a\nb", new RuntimeException("c\nd")));

        String line = new LogLine().format(entry);

        assertThat(line)
                .endsWith(System.lineSeparator())
                .contains("WARNING dev.bulkhead: of \\x1b[2Jsw1\\nFAKE LOG LINE\\r\\u202e")
                .contains("IllegalStateException: a\\nb at ", "RuntimeException: c\\nd at ");
        assertThat(line.lines()).hasSize(1);
    }
}
