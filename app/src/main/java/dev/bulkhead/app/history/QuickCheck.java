package dev.bulkhead.app.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a file that was not closed as it should be, on a thread of its own, while it is
 * written already.
 */
final class QuickCheck implements AutoCloseable {
    private final Consumer<String> damaged;
    private @Nullable Statement running;

    /**
     * No check yet.
     *
     * @param damaged is told what is wrong
     */
    QuickCheck(Consumer<String> damaged) {
        this.damaged = damaged;
    }

    void start(Path file) {
        Thread.ofPlatform().daemon().name("history-check").start(() -> check(file));
    }

    private void check(Path file) {
        try (Connection connection = Sqlite.reader(file);
                Statement statement = connection.createStatement()) {
            running(statement);
            try (ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (row.next() && !row.getString(1).equals("ok")) {
                    damaged.accept(row.getString(1));
                }
            }
        } catch (SQLException e) {
            HistoryProblem problem = HistoryProblem.of(e);
            if (problem.kind() == HistoryProblem.Kind.CORRUPT) {
                damaged.accept(problem.detail());
            }
        } finally {
            running(null);
        }
    }

    private synchronized void running(@Nullable Statement statement) {
        running = statement;
    }

    /** Gives the check up, if one is under way. */
    @Override
    public synchronized void close() {
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException over) {
                return;
            }
        }
    }
}
