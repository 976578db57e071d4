package dev.bulkhead.app.cli;

import dev.bulkhead.app.AppVersion;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.opening.OpenFiles;
import java.util.ArrayList;
import java.util.List;

/** The command line's entrance: finds the verb, runs it, and turns what went wrong into words. */
public final class Cli {
    private Cli() {}

    /**
     * Whether these words are for the command line; if not, they open the window: flags of it, or
     * files. A verb is a verb even where a file has its name.
     */
    public static boolean wants(String[] words) {
        if (words.length == 0) {
            return false;
        }
        return words[0].startsWith("-")
                ? List.of("-h", "--help", "-V", "--version").contains(words[0])
                : Verbs.has(words[0]) || !OpenFiles.isFile(words[0]);
    }

    /**
     * Runs a command with this process's own streams.
     *
     * @return the exit code
     */
    public static int run(String[] words) {
        return run(List.of(words), Terminal.ofThisProcess());
    }

    static int run(List<String> words, Terminal terminal) {
        try {
            int code = dispatch(words, terminal);
            terminal.out().flush();
            return code;
        } catch (UsageException e) {
            say(e, terminal);
            terminal.say("Try: bulkhead " + Verbs.nameFor(words) + "--help");
            return ExitCode.USAGE;
        } catch (UnknownNameException e) {
            say(e, terminal);
            return ExitCode.USAGE;
        } catch (ClosedOutputException e) {
            return ExitCode.SUCCESS;
        } catch (UnwritableOutputException e) {
            terminal.say("bulkhead: " + e.getMessage());
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private static void say(Exception e, Terminal terminal) {
        String.valueOf(e.getMessage()).lines().forEach(line -> terminal.say("bulkhead: " + line));
    }

    private static int dispatch(List<String> words, Terminal terminal)
            throws UsageException, UnknownNameException, InterruptedException {
        String name = words.isEmpty() ? "--help" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (name) {
            case "-V", "--version" -> print(AppVersion.current().full(), terminal);
            case "-h", "--help", "help" -> print(Help.topic(rest), terminal);
            default -> run(name, Verbs.get(name), rest, terminal);
        };
    }

    private static int print(String text, Terminal terminal) {
        terminal.out().print(text);
        return ExitCode.SUCCESS;
    }

    private static int run(String name, Verb verb, List<String> words, Terminal terminal)
            throws UsageException, UnknownNameException, InterruptedException {
        List<String> joined = ApplicationFlags.join(words);
        Arguments arguments = Arguments.read(joined, verb.flags(), verb.flagsFirst());
        if (arguments.has("-h") || arguments.has("--help")) {
            return print(Help.page(name), terminal);
        }
        if (arguments.has("--schema")) {
            return print(Schemas.of(name), terminal);
        }
        return verb.run(arguments, terminal);
    }

    /** An operand list of at least so many. */
    static List<String> operands(Arguments arguments, int min, String what) throws UsageException {
        if (arguments.operands().size() < min) {
            throw new UsageException(what);
        }
        return new ArrayList<>(arguments.operands());
    }
}
