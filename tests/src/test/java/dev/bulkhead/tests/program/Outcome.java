package dev.bulkhead.tests.program;

import java.util.List;

/** What a program left behind. */
public record Outcome(int exitCode, String out, String err) {
    /** Standard output, line by line. */
    public List<String> lines() {
        return out.lines().toList();
    }
}
