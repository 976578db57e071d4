package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.TransportMapping;
import org.snmp4j.TransportStateReference;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.mp.MessageProcessingModel;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;
import org.snmp4j.transport.TransportListener;

/**
 * Stands before SNMP4J's dispatcher and sees which messages it drops without a word: those that
 * {@link #understood} is not called for while they are dispatched. On the loop's thread.
 */
final class StrayWatch implements TransportListener {
    private final MessageDispatcherImpl dispatcher;
    private final Counts counts;
    private boolean understood;
    private boolean refused;

    StrayWatch(MessageDispatcherImpl dispatcher, Counts counts) {
        this.dispatcher = dispatcher;
        this.counts = counts;
    }

    /** The message under way reached the session. */
    void understood() {
        understood = true;
    }

    /** The message under way was refused by its security model. */
    void refused() {
        refused = true;
    }

    @Override
    public <A extends Address> void processMessage(
            TransportMapping<? super A> source,
            A address,
            ByteBuffer message,
            TransportStateReference state) {
        ByteBuffer dropped = message.duplicate();
        understood = false;
        refused = false;
        dispatcher.processMessage(source, address, message, state);
        if (!understood) {
            count(dropped);
        }
    }

    private void count(ByteBuffer message) {
        MessageProcessingModel model;
        try {
            BERInputStream in = new BERInputStream(message);
            BER.decodeHeader(in, new BER.MutableByte());
            Integer32 version = new Integer32();
            version.decodeBER(in);
            model = dispatcher.getMessageProcessingModel(version.getValue());
        } catch (IOException e) {
            counts.malformed();
            return;
        }
        if (refused || model == null) {
            counts.wrongKind();
        } else if (model instanceof V3Messages v3) {
            v3.countLast(counts);
        } else {
            counts.malformed();
        }
    }
}
