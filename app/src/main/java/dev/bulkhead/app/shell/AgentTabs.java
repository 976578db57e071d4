package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.agent.CredentialsView;
import dev.bulkhead.app.agent.DevicesView;
import dev.bulkhead.app.agent.SavedDevice;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.discovery.DiscoveryView;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Devices, credentials and discovery: their commands, and the tabs that these open. */
final class AgentTabs {
    /** What the tools menu offers. */
    static final List<String> TOOLS =
            List.of(
                    "devices",
                    "add-device",
                    "discover",
                    "credentials",
                    "import-net-snmp",
                    "lock-vault");

    /** What a device's menu offers. */
    static final List<String> DEVICE =
            List.of(
                    "device-use",
                    "device-edit",
                    "device-delete",
                    Commands.LINE,
                    "add-device",
                    "discover");

    private final Workbench workbench;
    private final Commands commands;
    private final UiTicker ticker;
    private final Consumer<Tab> open;
    private final Runnable focusOid;
    private @Nullable Tab devices;
    private @Nullable Tab credentials;
    private @Nullable Tab discovery;

    /**
     * No tab is open yet.
     *
     * @param open shows a tab, which it adds if it is not there
     * @param focusOid what follows when a device was made the target
     */
    AgentTabs(
            Workbench workbench,
            Commands commands,
            UiTicker ticker,
            Consumer<Tab> open,
            Runnable focusOid) {
        this.workbench = workbench;
        this.commands = commands;
        this.ticker = ticker;
        this.open = open;
        this.focusOid = focusOid;
    }

    void register() {
        commands.add(
                "devices",
                MaterialDesignS.SERVER_NETWORK,
                "Shortcut+Shift+V",
                () -> showDevices().focus());
        commands.add(
                "add-device", MaterialDesignP.PLUS, "Shortcut+Alt+D", () -> showDevices().add());
        commands.add("device-use", MaterialDesignT.TARGET, null, () -> showDevices().useChosen());
        commands.add("device-edit", MaterialDesignP.PENCIL_OUTLINE, null, this::editDevice);
        commands.add(
                "device-delete",
                MaterialDesignT.TRASH_CAN_OUTLINE,
                null,
                () -> showDevices().deleteChosen());
        commands.add(
                "discover",
                MaterialDesignR.RADAR,
                "Shortcut+Shift+Y",
                () -> showDiscovery().focus());
        commands.add(
                "credentials",
                MaterialDesignK.KEY_CHAIN_VARIANT,
                "Shortcut+Alt+K",
                () -> showCredentials().focus());
        commands.add(
                "import-net-snmp",
                MaterialDesignI.IMPORT,
                null,
                () -> showCredentials().importNetSnmp());
        commands.add(
                new Command(
                        "lock-vault",
                        Optional.of(MaterialDesignL.LOCK_OUTLINE),
                        Optional.empty(),
                        () -> workbench.agents().unlock().lock(),
                        workbench.agents().unlock().openProperty()));
    }

    private AgentDesk desk() {
        return workbench.agents();
    }

    private DevicesView showDevices() {
        Tab tab = devices;
        if (tab == null) {
            DevicesView view = new DevicesView(desk(), commands, this::use);
            view.onContextMenu(() -> commands.contextMenu("device-menu", DEVICE));
            tab = tab("devices", MaterialDesignS.SERVER_NETWORK, () -> view);
            devices = tab;
        }
        open.accept(tab);
        return (DevicesView) tab.getContent();
    }

    private void editDevice() {
        showDevices().edit();
    }

    private void use(SavedDevice device) {
        workbench.target().addressProperty().set(device.device().label());
        workbench.status().done(Words.text("status.target", device.name()));
        focusOid.run();
    }

    private CredentialsView showCredentials() {
        Tab tab = credentials;
        if (tab == null) {
            tab =
                    tab(
                            "credentials",
                            MaterialDesignK.KEY_CHAIN_VARIANT,
                            () -> new CredentialsView(desk()));
            credentials = tab;
        }
        open.accept(tab);
        return (CredentialsView) tab.getContent();
    }

    private DiscoveryView showDiscovery() {
        Tab tab = discovery;
        if (tab == null) {
            DiscoveryView view = new DiscoveryView(workbench.discovery(), desk(), ticker);
            tab = tab("discovery", MaterialDesignR.RADAR, () -> view);
            discovery = tab;
        }
        open.accept(tab);
        return (DiscoveryView) tab.getContent();
    }

    private static Tab tab(String id, Ikon icon, Supplier<Node> content) {
        Tab tab = new Tab(Words.text("tab." + id), content.get());
        tab.setId("tab-" + id);
        tab.setGraphic(Parts.icon(icon));
        return tab;
    }
}
