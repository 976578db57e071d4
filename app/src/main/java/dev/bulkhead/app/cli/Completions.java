package dev.bulkhead.app.cli;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.SecurityLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What shells complete on the command line, made of the verbs' own flags and help pages. */
final class Completions {
    /**
     * A flag as a shell needs it.
     *
     * @param choices the values there are; empty if any will do, or none is taken
     * @param isPath whether the value is a file or a folder
     * @param words what it is for; "" if the help page has no words beside it
     */
    private record Offered(Flag flag, List<String> choices, boolean isPath, String words) {}

    /**
     * A verb as a shell needs it.
     *
     * @param takesFiles whether its operands are files
     */
    private record OfferedVerb(
            String name, String words, boolean takesFiles, List<Offered> flags) {}

    private final List<OfferedVerb> verbs;

    private Completions(List<OfferedVerb> verbs) {
        this.verbs = verbs;
    }

    static Completions ofAllVerbs() throws UsageException {
        List<OfferedVerb> verbs = new ArrayList<>();
        HelpPage usual = HelpPage.of(Help.page("agent") + Help.page("output"));
        for (String name : Verbs.names()) {
            HelpPage page = HelpPage.of(Help.page(name));
            List<Offered> flags =
                    Verbs.get(name).flags().stream()
                            .distinct()
                            .map(flag -> offered(flag, page, usual))
                            .toList();
            verbs.add(
                    new OfferedVerb(
                            name,
                            page.purpose(),
                            page.synopsis().toString().contains("FILE"),
                            flags));
        }
        return new Completions(verbs);
    }

    private static Offered offered(Flag flag, HelpPage page, HelpPage usual) {
        Optional<HelpPage.Said> own = page.flag(flag.name());
        Optional<HelpPage.Said> other = usual.flag(flag.name());
        String words =
                Stream.of(own, other)
                        .flatMap(Optional::stream)
                        .map(HelpPage.Said::words)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        HelpPage.Said said = own.or(() -> other).orElse(new HelpPage.Said("", ""));
        List<String> choices = flag.takesValue() ? choices(flag.name(), said) : List.of();
        boolean isPath = flag.takesValue() && (said.isPath() || flag.name().equals("-M"));
        return new Offered(flag, choices, isPath, words);
    }

    private static List<String> choices(String flag, HelpPage.Said said) {
        return switch (flag) {
            case "-v" -> List.of("1", "2c", "3");
            case "-l" -> Stream.of(SecurityLevel.values()).map(SecurityLevel::rfcName).toList();
            case "-a" -> Stream.of(AuthProtocol.values()).map(AuthProtocol::flag).toList();
            case "-x" -> Stream.of(PrivProtocol.values()).map(PrivProtocol::flag).toList();
            case "--format" ->
                    said.choices().isEmpty()
                            ? Stream.of(Format.values()).map(Format::word).toList()
                            : said.choices();
            default -> said.choices();
        };
    }

    /** A bash completion, for a folder {@code bash-completion/completions}. */
    String bash() {
        StringBuilder verbCases = new StringBuilder();
        StringBuilder valueCases = new StringBuilder();
        for (OfferedVerb verb : verbs) {
            verbCases
                    .append("        ")
                    .append(verb.name())
                    .append(") flags=\"")
                    .append(
                            String.join(
                                    " ", verb.flags().stream().map(o -> o.flag().name()).toList()))
                    .append("\"; files=")
                    .append(verb.takesFiles() ? "yes" : "")
                    .append(" ;;\n");
            for (Offered offered : verb.flags()) {
                if (offered.flag().takesValue()) {
                    valueCases
                            .append("        ")
                            .append(verb.name())
                            .append(',')
                            .append(offered.flag().name())
                            .append(") ")
                            .append(bashValue(offered))
                            .append(" ;;\n");
                }
            }
        }
        return Help.text("complete.bash")
                .replace("@VERBS@", String.join(" ", Verbs.names()))
                .replace("        @VALUES@\n", valueCases)
                .replace("        @FLAGS@\n", verbCases);
    }

    private static String bashValue(Offered offered) {
        if (!offered.choices().isEmpty()) {
            return "words=\"" + String.join(" ", offered.choices()) + "\"; value=words";
        }
        return offered.isPath() ? "value=files" : "value=any";
    }

    /** A zsh completion, for a folder {@code site-functions}, named {@code _bulkhead}. */
    String zsh() {
        StringBuilder names = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        for (OfferedVerb verb : verbs) {
            names.append("        ")
                    .append(quoted(verb.name() + ":" + verb.words().replace(":", "\\:")))
                    .append('\n');
            cases.append("        ")
                    .append(verb.name())
                    .append(")\n            _arguments -S \\\n");
            for (Offered offered : verb.flags()) {
                cases.append("                ").append(quoted(zshFlag(offered))).append(" \\\n");
            }
            cases.append("                ")
                    .append(verb.takesFiles() ? "'*:file:_files'" : "'*:operand:_bulkhead_operand'")
                    .append("\n            ;;\n");
        }
        return Help.text("complete.zsh")
                .replace("        @VERBS@\n", names)
                .replace("        @FLAGS@\n", cases);
    }

    private static String zshFlag(Offered offered) {
        String name = offered.flag().name();
        String words = offered.words().replace("[", "(").replace("]", ")").replace(":", "\\:");
        String spec = "*" + name;
        if (!offered.flag().takesValue()) {
            return spec + "[" + words + "]";
        }
        String values =
                offered.choices().isEmpty()
                        ? offered.isPath() ? "_files" : ""
                        : "(" + String.join(" ", offered.choices()) + ")";
        return spec + (name.startsWith("--") ? "=" : "+") + "[" + words + "]:value:" + values;
    }

    /** A fish completion, for a folder {@code vendor_completions.d}. */
    String fish() {
        StringBuilder lines = new StringBuilder(Help.text("complete.fish"));
        for (OfferedVerb verb : verbs) {
            lines.append("complete -c bulkhead -n __fish_use_subcommand -a ")
                    .append(verb.name())
                    .append(" -d ")
                    .append(fishQuoted(verb.words()))
                    .append('\n');
        }
        for (OfferedVerb verb : verbs) {
            String condition = "'__fish_seen_subcommand_from " + verb.name() + "'";
            lines.append("complete -c bulkhead -n ")
                    .append(condition)
                    .append(verb.takesFiles() ? " -F\n" : " -f\n");
            for (Offered offered : verb.flags()) {
                lines.append("complete -c bulkhead -n ")
                        .append(condition)
                        .append(fishFlag(offered))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static String fishFlag(Offered offered) {
        String name = offered.flag().name();
        StringBuilder line =
                new StringBuilder(
                        name.startsWith("--")
                                ? " -l " + name.substring(2)
                                : " -s " + name.substring(1));
        if (offered.flag().takesValue()) {
            line.append(offered.isPath() ? " -r -F" : " -x");
        }
        if (!offered.choices().isEmpty()) {
            line.append(" -a ").append(fishQuoted(String.join(" ", offered.choices())));
        }
        if (!offered.words().isEmpty()) {
            line.append(" -d ").append(fishQuoted(offered.words()));
        }
        return line.toString();
    }

    /** In single quotes, for sh and zsh. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String fishQuoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
