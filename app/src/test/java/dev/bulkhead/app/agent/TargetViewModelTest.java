package dev.bulkhead.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TargetViewModelTest {
    private final Settings settings = Settings.inMemory();
    private final TargetViewModel model = new TargetViewModel(settings);

    @Test
    void theNameOfAKnownDeviceMeansItsAddress() {
        model.offer(List.of(new Device("demo-switch", "127.0.0.1", 5161)));
        model.addressProperty().set("demo-switch");
        assertThat(model.target()).hasValueSatisfying(t -> assertThat(t.port()).isEqualTo(5161));
    }

    @Test
    void anEmptyAddressIsNoTarget() {
        assertThat(model.target()).isEmpty();
    }

    @Test
    void anAddressThatWasAskedIsRememberedAndADemoDeviceIsNot() {
        model.addressProperty().set("192.0.2.1");
        model.remember();
        model.offer(List.of(new Device("demo-switch", "127.0.0.1", 5161)));
        model.addressProperty().set("demo-switch");
        model.remember();
        assertThat(settings.recentAddresses()).containsExactly("192.0.2.1");
        assertThat(new TargetViewModel(settings).devices())
                .extracting(Device::host)
                .containsExactly("192.0.2.1");
    }

    @Test
    void aDemoNetworkStartedAgainTakesTheOldOnesPlace() {
        model.offer(List.of(new Device("demo-switch", "127.0.0.1", 1)));
        model.offer(List.of(new Device("demo-switch", "127.0.0.1", 2)));
        assertThat(model.devices()).extracting(Device::port).containsExactly(2);
    }
}
