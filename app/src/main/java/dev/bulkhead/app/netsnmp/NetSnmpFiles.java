package dev.bulkhead.app.netsnmp;

import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.job.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads net-snmp's files into credentials and devices.
 *
 * <p>The general files give a credential for each of community, user and certificate that they
 * have: a user of the tools often keeps both and chooses by {@code -v}. A host's file overrides
 * them for one device, and gives a credential of its own only where it changes one. Blocks; an
 * instance reads once.
 */
public final class NetSnmpFiles {
    private static final int MAX_RETRIES = 20;
    private static final int MAX_SECONDS = 600;
    private static final String GENERAL = "snmp.conf";

    private final ConfFolders folders;
    private final ConfReader reader;
    private final Map<String, FoundCredential> credentials = new LinkedHashMap<>();
    private final Map<String, FoundDevice> devices = new LinkedHashMap<>();

    private NetSnmpFiles(ConfFolders folders) {
        this.folders = folders;
        this.reader = new ConfReader(folders);
    }

    /** Reads all files that net-snmp's tools would read. */
    public static Found read(ConfFolders folders) {
        NetSnmpFiles files = new NetSnmpFiles(folders);
        Settings general = new Settings();
        folders.files("snmp").forEach(file -> files.reader.read(file, "snmp", general));
        folders.files("snmpapp").forEach(file -> files.reader.read(file, "snmpapp", general));
        return files.found(general, hostsOf(general, folders));
    }

    private static Map<String, List<Path>> hostsOf(Settings general, ConfFolders folders) {
        boolean skipped =
                general.text(Token.DONT_LOAD_HOSTS)
                        .filter(text -> text.matches("(?i)1|yes|true|on"))
                        .isPresent();
        return skipped ? Map.of() : folders.hosts();
    }

    /**
     * Reads one file, and the {@code hosts} beside it; or a folder as if it were the only one.
     *
     * @param path a {@code snmp.conf} by whatever name, or a folder with one
     * @param usual where certificates and searched includes are looked for besides
     */
    public static Found read(Path path, ConfFolders usual) {
        if (Files.isDirectory(path)) {
            return read(new ConfFolders(List.of(path)));
        }
        Path folder = path.toAbsolutePath().getParent();
        List<Path> all = new ArrayList<>(usual.folders());
        if (folder != null) {
            all.add(folder);
        }
        NetSnmpFiles files = new NetSnmpFiles(new ConfFolders(all));
        Settings settings = new Settings();
        if (isHost(path)) {
            files.host(hostName(path), List.of(path), settings);
            return files.found(settings, Map.of());
        }
        if (!files.reader.read(path, "snmp", settings)) {
            files.reader.remark(new Place(path, 0), "cannot be read: there is no such file");
            return files.found(settings, Map.of());
        }
        Map<String, List<Path>> hosts =
                folder == null ? Map.of() : hostsOf(settings, new ConfFolders(List.of(folder)));
        return files.found(settings, hosts);
    }

    private static boolean isHost(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder != null && folder.endsWith("hosts");
    }

    private static String hostName(Path path) {
        return String.valueOf(path.getFileName()).replaceFirst("(\\.local)?\\.conf$", "");
    }

    private Found found(Settings general, Map<String, List<Path>> hosts) {
        Asking usual = asking(GENERAL, general, Optional.empty());
        for (Setting alias : general.aliases()) {
            alias(alias, general, usual);
        }
        hosts.forEach((name, files) -> host(name, files, general));
        return new Found(
                List.copyOf(credentials.values()),
                List.copyOf(devices.values()),
                reader.remarks(),
                reader.files());
    }

    private void host(String name, List<Path> files, Settings general) {
        Settings own = new Settings(general);
        boolean read = false;
        for (Path file : files) {
            read |= reader.read(file, "snmp", own);
        }
        if (read) {
            Place place = new Place(files.getFirst(), 0);
            String address = own.text(Token.TRANSPORT).orElse(name);
            device(name, address, own, asking(name, own, Optional.of(place)), place);
        }
    }

    private void alias(Setting alias, Settings general, Asking usual) {
        LineWords words = new LineWords(alias.text());
        String name = words.next();
        if (name.isEmpty() || words.isAtEnd()) {
            reader.remark(alias.place(), "alias needs a name and an address");
            return;
        }
        device(name, words.rest(), general, usual, alias.place());
    }

    private void device(
            String name, String spelled, Settings settings, Asking asking, Place place) {
        Optional<String> address = HostAddress.of(spelled, port(settings));
        if (address.isEmpty()) {
            reader.remark(place, "its transport is not spoken: only UDP, TCP, TLS and DTLS are");
            return;
        }
        boolean secure = HostAddress.transport(address.get()).isSecure();
        String credential = (secure ? asking.certificate() : asking.plain()).orElse("");
        devices.putIfAbsent(
                name,
                new FoundDevice(
                        name,
                        address.get(),
                        credential,
                        timeout(settings),
                        retries(settings),
                        place));
    }

    private int port(Settings settings) {
        return number(settings, Token.DEFAULT_PORT, 1, 65_535).orElse(Transport.UDP.agentPort());
    }

    private Optional<Duration> timeout(Settings settings) {
        return number(settings, Token.TIMEOUT, 1, MAX_SECONDS).map(Duration::ofSeconds);
    }

    private Optional<Integer> retries(Settings settings) {
        return number(settings, Token.RETRIES, 0, MAX_RETRIES);
    }

    private Optional<Integer> number(Settings settings, Token token, int low, int high) {
        Optional<Setting> setting = settings.get(token);
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        String text = setting.get().text().strip();
        if (text.matches("\\d{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= low && number <= high) {
                return Optional.of(number);
            }
        }
        Remark remark =
                new Remark(
                        setting.get().place(),
                        "%s is not a number of %d to %d".formatted(token.spelling(), low, high));
        if (!reader.remarks().contains(remark)) {
            reader.remark(remark.place(), remark.message());
        }
        return Optional.empty();
    }

    /** The names of the credentials to ask with: over UDP and TCP, and over TLS and DTLS. */
    private record Asking(Optional<String> plain, Optional<String> certificate) {}

    /** Makes the credentials that settings give, unless there are such already. */
    private Asking asking(String name, Settings settings, Optional<Place> host) {
        CredentialMaker maker = new CredentialMaker(settings, folders, reader, host);
        Optional<String> community = keep(name + " community", maker.community(), maker);
        Optional<String> user = keep(name + " " + maker.userName(), maker.user(), maker);
        Optional<String> certificate = keep(name + " certificate", maker.certificate(), maker);
        return new Asking(
                maker.prefersUser() ? user.or(() -> community) : community.or(() -> user),
                certificate);
    }

    private Optional<String> keep(String name, Optional<Recipe> recipe, CredentialMaker maker) {
        if (recipe.isEmpty()) {
            return Optional.empty();
        }
        for (FoundCredential each : credentials.values()) {
            if (each.credential().recipe().equals(recipe.get())) {
                return Optional.of(each.credential().name());
            }
        }
        String fit = name.strip();
        if (fit.length() > NamedCredential.MAX_NAME) {
            fit = fit.substring(0, NamedCredential.MAX_NAME).strip();
        }
        credentials.put(
                fit, new FoundCredential(new NamedCredential(fit, recipe.get()), maker.place()));
        return Optional.of(fit);
    }
}
