package dev.bulkhead.app.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.app.formula.FormulaNames.Meaning;
import dev.bulkhead.mibs.smi.Oid;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormulaParserTest {
    private static final Map<String, Meaning> NAMES =
            Map.of(
                    "octets.1", new Meaning.Instance("octets.1", Oid.parse("1.1.1"), "B", true),
                    "other.1", new Meaning.Instance("other.1", Oid.parse("1.2.1"), "B", true),
                    "speed.1", new Meaning.Instance("speed.1", Oid.parse("1.3.1"), "", false),
                    "load.0", new Meaning.Instance("load.0", Oid.parse("1.4.0"), "%", false),
                    "temp.0", new Meaning.Instance("temp.0", Oid.parse("1.5.0"), "°C", false),
                    "A-MIB::x.0", new Meaning.Instance("x.0", Oid.parse("1.6.0"), "", false));
    private static final Map<String, Double> VALUES =
            Map.of("octets.1", 100.0, "other.1", 50.0, "speed.1", 10.0, "load.0", 20.0);

    private static Meaning meaning(String name) {
        return NAMES.getOrDefault(name, new Meaning.Nothing("nobody knows " + name));
    }

    private static Formula good(String text) {
        Reading reading = FormulaParser.read(text, FormulaParserTest::meaning);
        assertThat(reading).as(text).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) reading).formula();
    }

    private static FormulaProblem bad(String text) {
        Reading reading = FormulaParser.read(text, FormulaParserTest::meaning);
        assertThat(reading).as(text).isInstanceOf(Reading.Bad.class);
        return ((Reading.Bad) reading).problem();
    }

    private static Outcome compute(String text) {
        return good(text)
                .compute(operand -> Outcome.of(VALUES.getOrDefault(operand.name(), Double.NaN)));
    }

    private static void assertNumber(String text, double expected) {
        assertThat(compute(text)).as(text).isInstanceOf(Outcome.Value.class);
        assertThat(((Outcome.Value) compute(text)).number())
                .as(text)
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void timesBindsCloserThanPlusAndEqualsGoFromLeftToRight() {
        assertNumber("2 + 3 * 4", 14);
        assertNumber("2 * 3 + 4", 10);
        assertNumber("(2 + 3) * 4", 20);
        assertNumber("20 - 3 - 4", 13);
        assertNumber("24 / 4 / 2", 3);
        assertNumber("24 / 4 * 2", 12);
        assertNumber("2 - -3", 5);
        assertNumber("-2 * 3", -6);
        assertNumber("1.5e2 + .5", 150.5);
    }

    @Test
    void namesStandForNumbersAndProceduresTakeThem() {
        assertNumber("octets.1 * 8 / speed.1", 80);
        assertNumber("max(octets.1, other.1, 70) - min(3, 2)", 98);
        assertNumber("sum(octets.1, other.1) / avg(10, 20)", 10);
        assertNumber("abs(-3) + round(2.6) + sqrt(16)", 10);
    }

    @Test
    void aHyphenInAModulesNameIsNoMinusButOneAfterAnInstanceIs() {
        assertThat(good("A-MIB::x.0").operands()).hasSize(1);
        assertNumber("octets.1-other.1", 50);
    }

    @Test
    void eachInstanceIsAskedOnceAndRawIsAnotherOperand() {
        Formula formula = good("octets.1 + octets.1 + raw(octets.1) * 2 / speed.1");
        assertThat(formula.operands())
                .extracting(Operand::name)
                .containsExactly("octets.1", "octets.1", "speed.1");
        assertThat(formula.operands())
                .extracting(Operand::isRaw)
                .containsExactly(false, true, false);
    }

    @Test
    void unitsFollowFromTheOperandsOrStandAtTheEnd() {
        assertThat(good("octets.1").unit()).isEqualTo("B/s");
        assertThat(good("octets.1 * 8").unit()).isEqualTo("b/s");
        assertThat(good("8 * octets.1").unit()).isEqualTo("b/s");
        assertThat(good("octets.1 + other.1").unit()).isEqualTo("B/s");
        assertThat(good("octets.1 / other.1").unit()).isEmpty();
        assertThat(good("octets.1 / 1000").unit()).isEqualTo("B/s");
        assertThat(good("raw(octets.1)").unit()).isEqualTo("B");
        assertThat(good("load.0 - 3").unit()).isEqualTo("%");
        assertThat(good("octets.1 * 8 / speed.1 [%]").unit()).isEqualTo("%");
        assertThat(good("max(octets.1, other.1)").unit()).isEqualTo("B/s");
    }

    @Test
    void whatCannotBeAddedIsToldAtItsSign() {
        FormulaProblem problem = bad("load.0 + temp.0");
        assertThat(problem.from()).isEqualTo(7);
        assertThat(problem.to()).isEqualTo(8);
        assertThat(problem.text()).contains("%").contains("°C");
    }

    @Test
    void divisionByZeroIsNoNumberAndSaysOfWhat() {
        Outcome outcome =
                good("octets.1 / speed.1")
                        .compute(operand -> Outcome.of(operand.name().equals("speed.1") ? 0 : 100));
        assertThat(outcome).isEqualTo(new Outcome.None("division by zero: speed.1 is 0"));
        assertThat(compute("1 / (2 - 2)")).isEqualTo(new Outcome.None("division by zero"));
        assertThat(compute("sqrt(0 - 1)")).isInstanceOf(Outcome.None.class);
    }

    @Test
    void aMissingOperandMakesTheWholeMissingForItsReason() {
        Outcome outcome =
                good("octets.1 + other.1 * 2")
                        .compute(operand ->
                                operand.name().equals("other.1")
                                        ? new Outcome.None("agent restarted")
                                        : Outcome.of(1));
        assertThat(outcome).isEqualTo(new Outcome.None("agent restarted"));
    }

    @Test
    void problemsAreToldWhereTheyAre() {
        assertThat(bad("octets.1 * nix.1"))
                .isEqualTo(new FormulaProblem(11, 16, "nobody knows nix.1"));
        assertThat(bad("2 *").from()).isEqualTo(3);
        assertThat(bad("(2 + 3").from()).isZero();
        assertThat(bad("2 + 3)").from()).isEqualTo(5);
        assertThat(bad("2 3").from()).isEqualTo(2);
        assertThat(bad("median(2, 3)").to()).isEqualTo(6);
        assertThat(bad("abs(2, 3)").from()).isZero();
        assertThat(bad("raw(2)").from()).isEqualTo(4);
        assertThat(bad("1.2.3 + 4").from()).isZero();
        assertThat(bad("2 + [%]").from()).isEqualTo(4);
        assertThat(bad("").text()).isNotBlank();
        assertThat(bad("2 $ 3").from()).isEqualTo(2);
    }

    @Test
    void theWordAtTheCaretIsTheNameBeingTyped() {
        String text = "octets.1 + ifHC";
        assertThat(FormulaParser.wordAt(text, text.length()))
                .contains(new FormulaWord("ifHC", 11, 15));
        assertThat(FormulaParser.wordAt(text, 13)).contains(new FormulaWord("if", 11, 15));
        assertThat(FormulaParser.wordAt(text, 10)).isEmpty();
    }

    @Test
    void anyTextIsReadWithoutAnExceptionAndItsProblemLiesInside() {
        Random random = new Random(7);
        String letters = "ab1.0+-*/()[],% e\"raw:é$";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            Reading reading = FormulaParser.read(text.toString(), FormulaParserTest::meaning);
            if (reading instanceof Reading.Bad(FormulaProblem problem)) {
                assertThat(problem.from()).as("%s", text).isBetween(0, problem.to());
                assertThat(problem.to()).as("%s", text).isLessThanOrEqualTo(text.length());
            }
        }
        assertThat(bad("(".repeat(100_000)).text()).isNotBlank();
        assertThat(bad("-".repeat(100_000)).text()).isNotBlank();
    }
}
