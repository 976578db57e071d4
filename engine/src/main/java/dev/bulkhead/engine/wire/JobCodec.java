package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.mibs.smi.Oid;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Job specifications. */
final class JobCodec {
    private JobCodec() {}

    static void writeSpec(WireOut out, JobSpec spec) {
        switch (spec) {
            case JobSpec.Get get -> {
                out.octet(1);
                TargetCodec.writeTarget(out, get.target());
                writeMode(out, get.mode());
                out.list(get.oids(), WireOut::oid);
            }
            case JobSpec.Walk walk -> {
                out.octet(2);
                TargetCodec.writeTarget(out, walk.target());
                out.list(walk.roots(), WireOut::oid);
                writeOptions(out, walk.options());
            }
            case JobSpec.Table table -> {
                out.octet(3);
                TargetCodec.writeTarget(out, table.target());
                out.list(table.columns(), WireOut::oid);
                writeOptions(out, table.options());
                out.bool(table.timed());
            }
            case JobSpec.Set set -> {
                out.octet(4);
                TargetCodec.writeTarget(out, set.target());
                out.list(set.varBinds(), ValueCodec::writeVarBind);
            }
            case JobSpec.Poll poll -> {
                out.octet(5);
                writeItems(out, poll.items());
                out.duration(poll.schedule().every());
                out.unsigned(poll.schedule().count());
                out.unsigned(poll.schedule().maxPerSecond());
                out.bool(poll.schedule().staggered());
            }
            case JobSpec.Simulate simulate -> {
                out.octet(6);
                out.list(simulate.devices(), JobCodec::writeDevice);
            }
            case JobSpec.Listen listen -> {
                out.octet(7);
                ListenCodec.writeSpec(out, listen);
            }
            case JobSpec.Notify notify -> {
                out.octet(8);
                TargetCodec.writeTarget(out, notify.target());
                out.bool(notify.inform());
                out.unsigned(notify.upTimeTicks());
                out.oid(notify.trapOid());
                out.list(notify.varBinds(), ValueCodec::writeVarBind);
            }
            case JobSpec.Discover discover -> {
                out.octet(9);
                DiscoveryCodec.writeSpec(out, discover);
            }
            case JobSpec.Doctor doctor -> {
                out.octet(10);
                DiagnosisCodec.writeSpec(out, doctor);
            }
        }
    }

    static JobSpec readSpec(WireIn in) throws MalformedFrameException {
        try {
            return readUnchecked(in);
        } catch (IllegalArgumentException e) {
            throw new MalformedFrameException("a job that cannot be: " + e.getMessage());
        }
    }

    private static JobSpec readUnchecked(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        return switch (tag) {
            case 1 ->
                    new JobSpec.Get(TargetCodec.readTarget(in), readMode(in), in.list(WireIn::oid));
            case 2 ->
                    new JobSpec.Walk(
                            TargetCodec.readTarget(in), in.list(WireIn::oid), readOptions(in));
            case 3 ->
                    new JobSpec.Table(
                            TargetCodec.readTarget(in),
                            in.list(WireIn::oid),
                            readOptions(in),
                            in.bool());
            case 4 -> new JobSpec.Set(TargetCodec.readTarget(in), in.list(ValueCodec::readVarBind));
            case 5 ->
                    new JobSpec.Poll(
                            readItems(in),
                            new Schedule(
                                    in.duration(),
                                    in.unsigned(),
                                    in.count(Integer.MAX_VALUE),
                                    in.bool()));
            case 6 -> new JobSpec.Simulate(in.list(JobCodec::readDevice));
            case 7 -> ListenCodec.readSpec(in);
            case 8 ->
                    new JobSpec.Notify(
                            TargetCodec.readTarget(in),
                            in.bool(),
                            in.unsigned(),
                            in.oid(),
                            in.list(ValueCodec::readVarBind));
            case 9 -> DiscoveryCodec.readSpec(in);
            case 10 -> DiagnosisCodec.readSpec(in);
            default -> throw WireIn.unknown("job", tag);
        };
    }

    private static void writeMode(WireOut out, JobSpec.Get.Mode mode) {
        switch (mode) {
            case JobSpec.Get.Mode.Exact exact -> out.octet(1);
            case JobSpec.Get.Mode.Next next -> out.octet(2);
            case JobSpec.Get.Mode.Bulk(int nonRepeaters, int maxRepetitions) -> {
                out.octet(3);
                out.signed(nonRepeaters);
                out.signed(maxRepetitions);
            }
        }
    }

    private static JobSpec.Get.Mode readMode(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        return switch (tag) {
            case 1 -> new JobSpec.Get.Mode.Exact();
            case 2 -> new JobSpec.Get.Mode.Next();
            case 3 -> new JobSpec.Get.Mode.Bulk(in.integer(), in.integer());
            default -> throw WireIn.unknown("mode", tag);
        };
    }

    private static void writeOptions(WireOut out, WalkOptions options) {
        out.unsigned(options.maxRepetitions());
        out.bool(options.adaptive());
        out.bool(options.strictOrder());
        out.unsigned(options.maxVarBinds());
        out.duration(options.maxTime());
    }

    private static WalkOptions readOptions(WireIn in) throws MalformedFrameException {
        return new WalkOptions(
                in.count(65_535), in.bool(), in.bool(), in.unsigned(), in.duration());
    }

    /** Most targets of a poll are asked for the same names, which are then written once. */
    private static void writeItems(WireOut out, List<JobSpec.Poll.Item> items) {
        out.unsigned(items.size());
        List<Oid> before = List.of();
        for (JobSpec.Poll.Item item : items) {
            TargetCodec.writeTarget(out, item.target());
            boolean same = item.oids().equals(before);
            out.bool(same);
            if (!same) {
                before = item.oids();
                out.list(before, WireOut::oid);
            }
        }
    }

    private static List<JobSpec.Poll.Item> readItems(WireIn in) throws MalformedFrameException {
        List<JobSpec.Poll.Item> items = new ArrayList<>();
        return in.list(from -> {
            Target target = TargetCodec.readTarget(from);
            List<Oid> oids =
                    from.bool() && !items.isEmpty()
                            ? items.getLast().oids()
                            : from.list(WireIn::oid);
            JobSpec.Poll.Item item = new JobSpec.Poll.Item(target, oids);
            items.add(item);
            return item;
        });
    }

    private static void writeDevice(WireOut out, SimulatedDevice device) {
        out.text(device.name());
        switch (device.model()) {
            case SimulatedDevice.Model.Switch model -> out.octet(1);
            case SimulatedDevice.Model.Server model -> out.octet(2);
            case SimulatedDevice.Model.Recording(Path file) -> {
                out.octet(3);
                out.text(file.toString());
            }
            case SimulatedDevice.Model.Replay(Path folder, double speed, boolean loop) -> {
                out.octet(4);
                out.text(folder.toString());
                out.text(Double.toString(speed));
                out.bool(loop);
            }
        }
        out.text(device.host());
        out.unsigned(device.port());
        out.text(device.readCommunity().reveal());
        out.text(device.writeCommunity().reveal());
        out.list(device.users(), TargetCodec::writeUserWithPassphrases);
        out.optional(device.notificationSink(), WireOut::text);
    }

    private static SimulatedDevice readDevice(WireIn in) throws MalformedFrameException {
        return new SimulatedDevice(
                in.text(),
                readModel(in),
                in.text(),
                in.count(65_535),
                new Secret(in.text()),
                new Secret(in.text()),
                in.list(TargetCodec::readUser),
                in.optional(WireIn::text));
    }

    private static SimulatedDevice.Model readModel(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        return switch (tag) {
            case 1 -> new SimulatedDevice.Model.Switch();
            case 2 -> new SimulatedDevice.Model.Server();
            case 3 -> new SimulatedDevice.Model.Recording(readPath(in));
            case 4 -> readReplay(in);
            default -> throw WireIn.unknown("device model", tag);
        };
    }

    private static SimulatedDevice.Model readReplay(WireIn in) throws MalformedFrameException {
        Path folder = readPath(in);
        try {
            double speed = Double.parseDouble(in.text());
            return new SimulatedDevice.Model.Replay(folder, speed, in.bool());
        } catch (IllegalArgumentException e) {
            throw new MalformedFrameException("a speed that cannot be");
        }
    }

    private static Path readPath(WireIn in) throws MalformedFrameException {
        try {
            return Path.of(in.text());
        } catch (InvalidPathException e) {
            throw new MalformedFrameException("a path that cannot be");
        }
    }
}
