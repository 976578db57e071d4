package dev.bulkhead.app.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.app.naming.Library;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultFileTest {
    private static final List<VarBind> VALUES =
            List.of(
                    new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.8.1"), new SmiValue.Integer32(1)),
                    new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.8.2"), new SmiValue.Integer32(2)));

    @TempDir private Path folder;

    private List<String> written(String name) throws IOException {
        Path file = folder.resolve(name);
        ResultFile.write(file, VALUES, Library.NAMES);
        return Files.readAllLines(file);
    }

    @Test
    void theNameOfTheFileSaysTheFormat() throws IOException {
        assertThat(written("a.csv")).hasSize(3).first().asString().startsWith("oid,name");
        assertThat(written("a.jsonl")).hasSize(2).allMatch(line -> line.startsWith("{"));
        assertThat(written("a.txt"))
                .containsExactly(
                        "IF-MIB::ifOperStatus.1 = up(1)", "IF-MIB::ifOperStatus.2 = down(2)");
    }

    @Test
    void whatCannotBeWrittenIsToldAndLeavesNothing() {
        Path missing = folder.resolve("no-folder").resolve("a.csv");
        assertThatThrownBy(() -> ResultFile.write(missing, VALUES, Library.NAMES))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
