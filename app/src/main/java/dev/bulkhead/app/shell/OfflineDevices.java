package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.agent.TargetViewModel;
import dev.bulkhead.app.recording.RecordingsViewModel;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import java.util.List;
import java.util.Optional;

/**
 * Devices that play recordings, where devices are: in the address list and among the devices. The
 * last that appeared becomes the target.
 */
final class OfflineDevices implements RecordingsViewModel.OfflineDevices {
    private final AgentDesk agents;
    private final TargetViewModel target;

    OfflineDevices(AgentDesk agents, TargetViewModel target) {
        this.agents = agents;
        this.target = target;
    }

    @Override
    public void appeared(Device device) {
        target.offer(List.of(device));
        agents.devices().playOffline(device);
        target.addressProperty().set(device.label());
        agents.choose(
                new Credential.Community(SnmpVersion.V2C, new Secret(DemoNetwork.READ_COMMUNITY)),
                Optional.empty());
    }

    @Override
    public void gone(Device device) {
        target.devices().remove(device);
        agents.devices().forgetOffline(device);
    }
}
