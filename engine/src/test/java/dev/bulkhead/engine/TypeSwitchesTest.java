package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code src/build/TypeSwitches.java} does to the compiled classes. */
class TypeSwitchesTest {
    @Test
    void noSwitchOverTypesMakesAClassWhenItIsFirstReached() throws IOException, URISyntaxException {
        Path classes =
                Path.of(Engine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> left;
        try (Stream<Path> files = Files.walk(classes)) {
            left =
                    files.filter(file -> file.toString().endsWith(".class"))
                            .map(TypeSwitchesTest::parse)
                            .filter(TypeSwitchesTest::asksTheJvm)
                            .map(model -> model.thisClass().asInternalName())
                            .toList();
        }
        assertThat(left).isEmpty();
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean asksTheJvm(ClassModel model) {
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(CodeModel::elementStream)
                .anyMatch(element ->
                        element instanceof InvokeDynamicInstruction call
                                && call.name().equalsString("typeSwitch"));
    }
}
