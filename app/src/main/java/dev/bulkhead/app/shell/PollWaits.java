package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.CredentialsViewModel;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.polling.PollReference;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.polling.PollWait;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Why restored polls wait for their credentials, in words. JavaFX's thread. */
final class PollWaits {
    private final Workbench workbench;

    PollWaits(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * The most pressing reason; empty if no poll waits.
     *
     * @param showCredentials leads to the list of credentials
     */
    Optional<PollWait> why(Runnable showCredentials) {
        List<PollRow> rows =
                workbench.polling().rows().stream()
                        .filter(row -> row.waiting().isPresent())
                        .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        CredentialsViewModel credentials = workbench.agents().credentials();
        return named(rows, credentials::isLocked, name -> !credentials.isMissing(name))
                .map(name -> locked(rows, name))
                .or(() ->
                        named(rows, credentials::isMissing, _ -> true)
                                .map(name ->
                                        new PollWait(
                                                Words.text(
                                                        "poll.wait.missing", of(rows, name), name),
                                                false,
                                                showCredentials)))
                .or(() -> unnamed(rows, showCredentials));
    }

    /** The name of a credential that rows wait for, if one is like that. */
    private static Optional<String> named(
            List<PollRow> rows, Predicate<String> is, Predicate<String> and) {
        return rows.stream().flatMap(row -> name(row).stream()).filter(is.and(and)).findFirst();
    }

    private static Optional<String> name(PollRow row) {
        return row.waiting().flatMap(whom -> whom.credential().named());
    }

    private static long of(List<PollRow> rows, String name) {
        return rows.stream().filter(row -> name(row).equals(Optional.of(name))).count();
    }

    private PollWait locked(List<PollRow> rows, String name) {
        CredentialsViewModel credentials = workbench.agents().credentials();
        List<String> all =
                rows.stream()
                        .flatMap(row -> name(row).stream())
                        .filter(credentials::isLocked)
                        .distinct()
                        .toList();
        long count = all.stream().mapToLong(each -> of(rows, each)).sum();
        String names = all.stream().limit(3).collect(Collectors.joining(", "));
        return new PollWait(
                Words.text("poll.wait.locked", count, names),
                true,
                // The polls start as soon as the vault is open.
                () -> credentials.use(name, _ -> {}));
    }

    private static Optional<PollWait> unnamed(List<PollRow> rows, Runnable showCredentials) {
        List<PollRow> some =
                rows.stream()
                        .filter(row ->
                                row.waiting()
                                        .map(PollReference::credential)
                                        .filter(PollReference.Source.Unnamed.class::isInstance)
                                        .isPresent())
                        .toList();
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PollWait(
                                Words.text(
                                        "poll.wait.unnamed",
                                        some.size(),
                                        some.getFirst().targetLabel()),
                                false,
                                showCredentials));
    }
}
