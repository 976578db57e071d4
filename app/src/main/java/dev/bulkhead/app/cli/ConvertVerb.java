package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.neighbour.Converted;
import dev.bulkhead.app.neighbour.GeneratorException;
import dev.bulkhead.app.neighbour.GeneratorSet;
import dev.bulkhead.app.neighbour.GeneratorText;
import dev.bulkhead.app.neighbour.TelegrafText;
import dev.bulkhead.app.pollset.PollBlock;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.pollset.PollSetException;
import dev.bulkhead.app.pollset.PollSetFile;
import dev.bulkhead.app.pollset.PollSetReader;
import dev.bulkhead.app.pollset.PollSetWriter;
import dev.bulkhead.app.vault.Outline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code convert}: poll sets in the words of other pollers, and back. */
final class ConvertVerb implements Verb {
    private static final int MAX_OCTETS = 16 << 20;

    @Override
    public List<Flag> flags() {
        return Flag.join(
                MibChoice.FLAGS,
                StoredCredentials.FLAGS,
                Flag.withValue("--to", "--output", "--every"),
                List.of(Flag.many("--device"), Flag.many("--module")));
    }

    /** What can be written. */
    private enum Kind {
        POLLSET,
        GENERATOR,
        GENERATOR_22,
        TELEGRAF
    }

    private static Kind kind(String word) throws UsageException {
        return switch (word) {
            case "pollset" -> Kind.POLLSET;
            case "generator", "generator.yml" -> Kind.GENERATOR;
            case "generator-0.22" -> Kind.GENERATOR_22;
            case "telegraf" -> Kind.TELEGRAF;
            default ->
                    throw new UsageException(
                            "--to is pollset, generator, generator-0.22 or telegraf, not \""
                                    + word
                                    + "\"");
        };
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws UsageException {
        List<String> operands = Cli.operands(arguments, 1, "give a FILE");
        if (operands.size() > 1) {
            throw new UsageException("give one FILE; devices go behind --device");
        }
        Kind to =
                kind(
                        arguments
                                .value("--to")
                                .orElseThrow(() -> new UsageException("give --to KIND")));
        Path file = path(operands.getFirst());
        MibNames names = new NameSource(new MibChoice(arguments, terminal), true).loaded();
        try {
            String text = text(file);
            PollSet set =
                    isGenerator(text)
                            ? generator(file, text, arguments, names, terminal)
                            : pollSet(text, arguments);
            Converted converted = write(set, to, names, arguments, terminal);
            converted.notes().forEach(note -> terminal.say("bulkhead: " + note));
            Optional<String> output = arguments.value("--output");
            if (output.isPresent()) {
                PollSetFile.write(path(output.get()), converted.text());
            } else {
                terminal.out().print(converted.text());
            }
            return ExitCode.SUCCESS;
        } catch (GeneratorException e) {
            terminal.say("bulkhead: " + file + ":" + e.getMessage());
        } catch (PollSetException e) {
            e.problems().forEach(each -> terminal.say("bulkhead: " + file + ":" + each));
        } catch (IOException e) {
            terminal.say("bulkhead: " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        return ExitCode.FAILED;
    }

    private static Path path(String text) throws UsageException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("there can be no file of that name");
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > MAX_OCTETS) {
            throw new IOException(file + " has more than 16 MiB");
        }
        return Files.readString(file);
    }

    /** Both are YAML: a generator.yml has modules, and a poll set never has. */
    private static boolean isGenerator(String text) {
        return text.lines().anyMatch(line -> line.startsWith("modules:"));
    }

    private static PollSet pollSet(String text, Arguments arguments)
            throws PollSetException, UsageException {
        for (String flag : List.of("--device", "--module", "--every")) {
            if (arguments.has(flag)) {
                throw new UsageException(flag + " goes with a generator.yml; a poll set says it");
            }
        }
        return PollSetReader.read(text);
    }

    private static PollSet generator(
            Path file, String text, Arguments arguments, MibNames names, Terminal terminal)
            throws GeneratorException, UsageException {
        List<String> devices = arguments.all("--device");
        if (devices.isEmpty()) {
            throw new UsageException(
                    "a generator.yml names no devices: give --device HOST[:PORT] ...");
        }
        for (String device : devices) {
            AgentAddress.parse(device);
        }
        Optional<String> given = arguments.value("--every");
        Duration every =
                given.isPresent() ? PollVerb.duration(given.get()) : PollBlock.DEFAULT_EVERY;
        if (every.compareTo(PollBlock.MIN_EVERY) < 0 || every.compareTo(PollBlock.MAX_EVERY) > 0) {
            throw new UsageException("--every is 10ms to 1d");
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        GeneratorSet.Content content =
                GeneratorSet.read(
                        text,
                        new GeneratorSet.Order(name, devices, every, arguments.all("--module")),
                        names);
        content.notes().forEach(note -> terminal.say("bulkhead: " + file + ":" + note));
        return content.set();
    }

    private static Converted write(
            PollSet set, Kind to, MibNames names, Arguments arguments, Terminal terminal)
            throws UsageException {
        Map<String, Outline> known = new HashMap<>();
        if (to != Kind.POLLSET) {
            new StoredCredentials(arguments, terminal)
                    .locked()
                    .outlines()
                    .forEach(each -> known.put(each.name(), each));
        }
        return switch (to) {
            case POLLSET -> new Converted(PollSetWriter.write(set), List.of());
            case GENERATOR ->
                    GeneratorText.write(
                            set,
                            GeneratorText.Edition.AUTHS,
                            names,
                            name -> Optional.ofNullable(known.get(name)));
            case GENERATOR_22 ->
                    GeneratorText.write(
                            set,
                            GeneratorText.Edition.ONE_EACH,
                            names,
                            name -> Optional.ofNullable(known.get(name)));
            case TELEGRAF ->
                    TelegrafText.write(set, names, name -> Optional.ofNullable(known.get(name)));
        };
    }
}
