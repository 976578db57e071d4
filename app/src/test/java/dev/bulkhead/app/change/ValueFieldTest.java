package dev.bulkhead.app.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.naming.Library;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueFieldTest {
    private static ValueField field(String object) throws UnknownNameException {
        Optional<Syntax> syntax =
                Library.NAMES.object(Library.NAMES.resolve(object)).map(ObjectType::syntax);
        return new ValueField(syntax, () -> Library.NAMES);
    }

    private static SmiValue octets(String hex) {
        return new SmiValue.OctetString(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({
        "demoText, HINT",
        "demoMode, CHOICE",
        "demoFeatures, FLAGS",
        "demoAlarmTime, DATE",
        "demoNeighbour, HINT",
        "demoThreshold, NUMBER",
        "demoServerAddress, INET",
        "demoProfile, OID",
        "demoDelay, TICKS",
        "demoKey, TEXT",
        "demoQuota, NUMBER"
    })
    void aFieldBeginsInTheFormOfItsType(String object, ValueForm form) throws Exception {
        assertThat(field(object).formProperty().get()).isEqualTo(form);
    }

    @Test
    void whatIsShownIsReadBackAsTheSameValue() throws Exception {
        ValueField text = field("demoText");
        SmiValue spaced = new SmiValue.OctetString(" a\u00e9 ".getBytes(StandardCharsets.UTF_8));
        text.show(spaced);
        assertThat(text.value()).contains(spaced);
        ValueField date = field("demoAlarmTime");
        date.show(octets("07ea0c1f173b3a092d091e"));
        assertThat(date.textProperty().get()).isEqualTo("2026-12-31,23:59:58.9,-9:30");
        assertThat(date.value()).contains(octets("07ea0c1f173b3a092d091e"));
    }

    @Test
    void whatWouldActOrLoseSomethingIsShownInHexadecimal() throws Exception {
        ValueField text = field("demoText");
        SmiValue bidi = new SmiValue.OctetString("a\u202eb".getBytes(StandardCharsets.UTF_8));
        text.show(bidi);
        assertThat(text.formProperty().get()).isEqualTo(ValueForm.HEX);
        assertThat(text.value()).contains(bidi);
        text.show(octets("ff00"));
        assertThat(text.formProperty().get()).isEqualTo(ValueForm.HEX);
        assertThat(text.value()).contains(octets("ff00"));
    }

    @Test
    void anotherFormShowsTheSameValue() throws Exception {
        ValueField field = field("demoNeighbour");
        field.textProperty().set("0:1b:54:0:0:1");
        field.formProperty().set(ValueForm.HEX);
        assertThat(field.textProperty().get()).isEqualTo("00:1B:54:00:00:01");
        assertThat(field.value()).contains(octets("001b54000001"));
    }

    @Test
    void allNamedBitsAreSent() throws Exception {
        ValueField field = field("demoFeatures");
        field.textProperty().set("");
        assertThat(field.value()).contains(octets("00"));
        field.textProperty().set("logging energySaving(4)");
        assertThat(field.value()).contains(octets("88"));
    }

    @Test
    void aBeginningThatFitsTwoLabelsIsNoChoice() throws Exception {
        ValueField field = field("ifType");
        field.textProperty().set("ethernet");
        assertThat(field.typedProperty().get()).isInstanceOf(Typed.Wrong.class);
        field.textProperty().set("ethernetCsmacd");
        assertThat(field.value()).contains(new SmiValue.Integer32(6));
    }

    @Test
    void anObjectNoModuleKnowsHasRawFormsOnly() {
        ValueField field = new ValueField(Optional.empty(), () -> Library.NAMES);
        assertThat(field.forms()).allMatch(form -> form.raw().isPresent());
        field.formProperty().set(ValueForm.RAW_COUNTER64);
        field.textProperty().set("18446744073709551615");
        assertThat(field.value()).contains(new SmiValue.Counter64(-1));
        field.textProperty().set("x");
        assertThat(field.typedProperty().get()).isInstanceOf(Typed.Wrong.class);
    }
}
