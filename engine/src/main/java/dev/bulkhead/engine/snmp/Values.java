package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import org.snmp4j.smi.AbstractVariable;
import org.snmp4j.smi.AssignableFromByteArray;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Between SNMP4J's values and ours. */
final class Values {
    private Values() {}

    static OID toOid(Oid oid) {
        return new OID(oid.toUnsignedArray());
    }

    static VarBind fromVarBind(VariableBinding binding) {
        return new VarBind(
                Oid.ofUnsigned(binding.getOid().getValue()), fromVariable(binding.getVariable()));
    }

    static VariableBinding toVarBind(VarBind varBind) {
        return new VariableBinding(toOid(varBind.name()), toVariable(varBind.value()));
    }

    static SmiValue fromVariable(Variable variable) {
        return switch (variable.getSyntax()) {
            case SMIConstants.SYNTAX_INTEGER -> new SmiValue.Integer32(variable.toInt());
            case SMIConstants.SYNTAX_COUNTER32 -> new SmiValue.Counter32(variable.toLong());
            case SMIConstants.SYNTAX_GAUGE32 -> new SmiValue.Gauge32(variable.toLong());
            case SMIConstants.SYNTAX_TIMETICKS -> new SmiValue.TimeTicks(variable.toLong());
            case SMIConstants.SYNTAX_COUNTER64 -> new SmiValue.Counter64(variable.toLong());
            case SMIConstants.SYNTAX_OPAQUE -> new SmiValue.Opaque(octets(variable));
            case SMIConstants.SYNTAX_OCTET_STRING -> new SmiValue.OctetString(octets(variable));
            case SMIConstants.SYNTAX_IPADDRESS -> new SmiValue.IpAddress(octets(variable));
            case SMIConstants.SYNTAX_OBJECT_IDENTIFIER ->
                    new SmiValue.ObjectIdentifier(Oid.ofUnsigned(((OID) variable).getValue()));
            case SMIConstants.EXCEPTION_NO_SUCH_OBJECT -> Marker.NO_SUCH_OBJECT;
            case SMIConstants.EXCEPTION_NO_SUCH_INSTANCE -> Marker.NO_SUCH_INSTANCE;
            case SMIConstants.EXCEPTION_END_OF_MIB_VIEW -> Marker.END_OF_MIB_VIEW;
            default -> Marker.UNSPECIFIED;
        };
    }

    private static byte[] octets(Variable variable) {
        return ((AssignableFromByteArray) variable).toByteArray();
    }

    private static AbstractVariable toVariable(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int number) -> new Integer32(number);
            case SmiValue.Counter32(long number) -> new Counter32(number);
            case SmiValue.Gauge32(long number) -> new Gauge32(number);
            case SmiValue.TimeTicks(long number) -> new TimeTicks(number);
            case SmiValue.Counter64(long number) -> new Counter64(number);
            case SmiValue.OctetString string -> new OctetString(string.bytes());
            case SmiValue.IpAddress address -> new IpAddress(address.bytes());
            case SmiValue.Opaque opaque -> new Opaque(opaque.bytes());
            case SmiValue.ObjectIdentifier(Oid oid) -> toOid(oid);
            case SmiValue.Malformed malformed ->
                    throw new IllegalArgumentException("what is malformed is not sent");
            case Marker marker ->
                    switch (marker) {
                        case UNSPECIFIED -> new Null();
                        case NO_SUCH_OBJECT -> new Null(SMIConstants.EXCEPTION_NO_SUCH_OBJECT);
                        case NO_SUCH_INSTANCE -> new Null(SMIConstants.EXCEPTION_NO_SUCH_INSTANCE);
                        case END_OF_MIB_VIEW -> new Null(SMIConstants.EXCEPTION_END_OF_MIB_VIEW);
                    };
        };
    }
}
