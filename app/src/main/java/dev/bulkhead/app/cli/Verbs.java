package dev.bulkhead.app.cli;

import dev.bulkhead.engine.job.JobSpec;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** All verbs by name; only the one asked for is ever loaded. */
final class Verbs {
    private static final List<String> NAMES =
            List.of(
                    "get",
                    "getnext",
                    "getbulk",
                    "walk",
                    "table",
                    "set",
                    "poll",
                    "listen",
                    "discover",
                    "doctor",
                    "trap",
                    "inform",
                    "translate",
                    "search",
                    "mibs",
                    "compile",
                    "simulate",
                    "record",
                    "export",
                    "import",
                    "convert");

    private Verbs() {}

    /** All of them, in the order of the help page. */
    static List<String> names() {
        return NAMES;
    }

    static Verb get(String name) throws UsageException {
        return switch (name) {
            case "get" -> new GetVerb(f -> new JobSpec.Get.Mode.Exact());
            case "getnext" -> new GetVerb(f -> new JobSpec.Get.Mode.Next());
            case "getbulk" ->
                    new GetVerb(
                            f -> new JobSpec.Get.Mode.Bulk(f.number('n', 0), f.number('r', 10)));
            case "walk" -> new WalkVerb();
            case "table" -> new TableVerb();
            case "set" -> new SetVerb();
            case "poll" -> new PollVerb();
            case "listen" -> new ListenVerb();
            case "discover" -> new DiscoverVerb();
            case "doctor" -> new DoctorVerb();
            case "trap" -> new NotifyVerb(false);
            case "inform" -> new NotifyVerb(true);
            case "translate" -> new TranslateVerb();
            case "search" -> new SearchVerb();
            case "mibs" -> new MibsVerb();
            case "compile" -> new CompileVerb();
            case "simulate" -> new SimulateVerb();
            case "record" -> new RecordVerb();
            case "export" -> new ExportVerb(Clock.system(ZoneId.systemDefault()));
            case "import" -> new ImportVerb();
            case "convert" -> new ConvertVerb();
            default -> throw unknown(name);
        };
    }

    static UsageException unknown(String name) {
        return new UsageException(
                "there is no verb "
                        + name
                        + (name.contains(".") || name.contains("/") ? ", and no file" : "")
                        + "; the verbs are "
                        + String.join(", ", NAMES));
    }

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** The verb these words start with and a space, or "" if they start with none. */
    static String nameFor(List<String> words) {
        return !words.isEmpty() && NAMES.contains(words.get(0)) ? words.get(0) + " " : "";
    }
}
