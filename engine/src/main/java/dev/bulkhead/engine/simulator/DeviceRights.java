package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SimulatedDevice;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snmp4j.agent.mo.snmp.CoexistenceInfo;
import org.snmp4j.agent.mo.snmp.CoexistenceInfoProvider;
import org.snmp4j.agent.security.VACM;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/**
 * Who may do what: the read community reads, the write community and every user also write.
 *
 * <p>Plays both the community table (RFC 3584 §5) and the access control (RFC 3415) of a device. A
 * message with another community is dropped; a user below the level of its entry gets
 * authorizationError.
 */
final class DeviceRights implements VACM, CoexistenceInfoProvider {
    private static final OctetString EVERYTHING = new OctetString("everything");
    private static final OctetString NOTHING = new OctetString("nothing");

    private final OctetString readCommunity;
    private final OctetString writeCommunity;
    private final CoexistenceInfo[] reader;
    private final CoexistenceInfo[] writer;
    private final Map<OctetString, Integer> users = new HashMap<>();

    DeviceRights(SimulatedDevice device, OctetString engineId) {
        readCommunity = text(device.readCommunity().reveal());
        writeCommunity = text(device.writeCommunity().reveal());
        reader = info(readCommunity, engineId);
        writer = info(writeCommunity, engineId);
        for (Credential.Usm user : device.users()) {
            users.put(text(user.securityName()), levelOf(user));
        }
    }

    private static int levelOf(Credential.Usm user) {
        return switch (user.level()) {
            case NO_AUTH_NO_PRIV -> SecurityLevel.NOAUTH_NOPRIV;
            case AUTH_NO_PRIV -> SecurityLevel.AUTH_NOPRIV;
            case AUTH_PRIV -> SecurityLevel.AUTH_PRIV;
        };
    }

    static OctetString text(String text) {
        return new OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CoexistenceInfo[] info(OctetString community, OctetString engineId) {
        return new CoexistenceInfo[] {new CoexistenceInfo(community, engineId, new OctetString())};
    }

    @Override
    public CoexistenceInfo @Nullable [] getCoexistenceInfo(OctetString community) {
        if (community.equals(writeCommunity)) {
            return writer;
        }
        return community.equals(readCommunity) ? reader : null;
    }

    @Override
    public @Nullable OctetString getCommunity(
            OctetString securityName, OctetString contextEngineId, OctetString contextName) {
        return securityName;
    }

    @Override
    public boolean passesFilter(Address address, CoexistenceInfo info) {
        return true;
    }

    @Override
    public @Nullable OctetString getViewName(
            OctetString context,
            OctetString securityName,
            int securityModel,
            int securityLevel,
            int viewType) {
        if (securityModel == SecurityModel.SECURITY_MODEL_USM) {
            Integer needed = users.get(securityName);
            return needed != null && securityLevel >= needed ? EVERYTHING : null;
        }
        boolean reads = viewType != VIEW_WRITE;
        return reads || securityName.equals(writeCommunity) ? EVERYTHING : NOTHING;
    }

    @Override
    public int isAccessAllowed(OctetString viewName, OID oid) {
        return viewName.equals(EVERYTHING) ? VACM_OK : VACM_NOT_IN_VIEW;
    }

    @Override
    public int isAccessAllowed(
            OctetString context,
            OctetString securityName,
            int securityModel,
            int securityLevel,
            int viewType,
            OID oid) {
        OctetString view =
                getViewName(context, securityName, securityModel, securityLevel, viewType);
        return view == null ? VACM_NO_GROUP_NAME : isAccessAllowed(view, oid);
    }

    @Override
    public boolean hasContext(OctetString contextName) {
        return contextName.length() == 0;
    }
}
