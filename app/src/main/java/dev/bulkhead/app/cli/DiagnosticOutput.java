package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MissingModule;
import dev.bulkhead.mibs.diagnostic.DiagnosticJson;
import java.util.List;

/** {@code --format json|jsonl}: diagnostics, missing modules and the summary on standard output. */
record DiagnosticOutput(Output output, FaultView view) {
    void print(Compilation compilation, Row summary, boolean isLines) {
        List<String> diagnostics =
                view.of(compilation.diagnostics()).stream().map(DiagnosticJson::render).toList();
        List<String> missing = compilation.missing().stream().map(DiagnosticOutput::json).toList();
        if (isLines) {
            diagnostics.forEach(output::println);
            missing.forEach(output::println);
            output.println(JsonWriter.object(summary));
        } else {
            output.print("{\"diagnostics\":[\n" + String.join(",\n", diagnostics));
            output.print("],\n\"missing\":[\n" + String.join(",\n", missing));
            output.println("],\n\"summary\":" + JsonWriter.object(summary) + "}");
        }
    }

    private static String json(MissingModule missing) {
        return JsonWriter.object(
                new Row().put("missing", missing.name()).put("wantedBy", missing.wantedBy()));
    }
}
