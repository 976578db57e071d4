package dev.bulkhead.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.agent.Desk;
import dev.bulkhead.app.change.ValueForm;
import dev.bulkhead.app.naming.Library;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SenderViewModelTest {
    private final Desk desk = new Desk(Optional.empty());
    private final SenderViewModel sender =
            new SenderViewModel(desk.jobs, () -> Library.NAMES, desk.desk, Runnable::run);

    @BeforeEach
    void choose() {
        sender.addressProperty().set("192.0.2.9:1162");
        sender.choose("coldStart");
        assertThat(sender.typeProperty().get()).isPresent();
    }

    @Test
    void additionalVariablesFollowThoseOfTheType() {
        sender.addExtra();
        ExtraVariable extra = sender.extras().getFirst();
        extra.nameProperty().set("1.3.6.1.4.1.32473.9.0");
        extra.field().formProperty().set(ValueForm.RAW_INTEGER);
        extra.field().textProperty().set("42");
        sender.send();
        JobSpec.Notify spec = (JobSpec.Notify) desk.jobs.last().spec();
        assertThat(spec.varBinds())
                .containsExactly(
                        new VarBind(
                                Oid.parse("1.3.6.1.4.1.32473.9.0"), new SmiValue.Integer32(42)));
    }

    @Test
    void anAdditionalVariableWithoutNameOrValueIsSaidAndNothingSent() {
        sender.addExtra();
        sender.send();
        assertThat(sender.resultProperty().get().text()).contains("no name yet");
        sender.extras().getFirst().nameProperty().set("1.3.6.1.4.1.32473.9.0");
        sender.extras().getFirst().field().textProperty().set("");
        sender.send();
        assertThat(desk.jobs.all()).isEmpty();
        sender.extras().clear();
        sender.send();
        assertThat(desk.jobs.all()).hasSize(1);
    }
}
