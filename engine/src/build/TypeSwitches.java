import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rewrites compiled classes: what a switch over types asks of the JVM becomes a method of the class
 * itself.
 *
 * <p>javac leaves the question "which case?" to {@code SwitchBootstraps.typeSwitch} (JLS §14.11.3),
 * which makes a class for each switch when it is first reached. No AOT cache can hold those. Twelve
 * lie on the way of a worker's first value and take 30 % of the processor time of its cold start.
 * The method made here answers the same with {@code instanceof}; the sources keep their switches,
 * which the compiler checks for completeness. Switches with other labels than types stay.
 *
 * <p>Run by the build with a folder of classes; what is rewritten already is left alone.
 */
final class TypeSwitches {
    /** A switch of a class, and the method that takes its place. */
    private record Replacement(String method, MethodTypeDesc type, List<ClassDesc> cases) {}

    private final ClassModel model;
    private final Map<InvokeDynamicEntry, Replacement> replacements = new LinkedHashMap<>();

    private TypeSwitches(ClassModel model) {
        this.model = model;
    }

    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                ClassFile format = ClassFile.of();
                TypeSwitches switches = new TypeSwitches(format.parse(file));
                byte[] rewritten = format.transformClass(switches.model, switches.rewriting());
                if (!switches.replacements.isEmpty()) {
                    Files.write(file, rewritten);
                }
            }
        }
    }

    private ClassTransform rewriting() {
        return ClassTransform.transformingMethodBodies(this::rewrite)
                .andThen(ClassTransform.endHandler(this::addMethods));
    }

    private void rewrite(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeDynamicInstruction call && isOverTypes(call)) {
            // The body may be built more than once: the same entry gets the same method.
            Replacement replacement =
                    replacements.computeIfAbsent(
                            call.invokedynamic(), entry -> replacement(call, replacements.size()));
            code.invokestatic(
                    model.thisClass().asSymbol(),
                    replacement.method(),
                    replacement.type(),
                    model.flags().has(AccessFlag.INTERFACE));
        } else {
            code.with(element);
        }
    }

    private static boolean isOverTypes(InvokeDynamicInstruction call) {
        return call.name().equalsString("typeSwitch")
                && call.bootstrapArgs().stream().allMatch(label -> label instanceof ClassDesc);
    }

    private static Replacement replacement(InvokeDynamicInstruction call, int number) {
        List<ClassDesc> cases = call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
        return new Replacement("typeSwitch$" + number, call.typeSymbol(), cases);
    }

    private void addMethods(ClassBuilder builder) {
        for (Replacement replacement : replacements.values()) {
            builder.withMethodBody(
                    replacement.method(),
                    replacement.type(),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> write(code, replacement.cases()));
        }
    }

    /** -1 for null, else the first case from a given one on that fits, else how many there are. */
    private static void write(CodeBuilder code, List<ClassDesc> cases) {
        Label some = code.newLabel();
        code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
        for (int i = 0; i < cases.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(cases.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(cases.size()).ireturn();
    }
}
