package dev.bulkhead.mibs.check;

/** All rules over one module. */
public final class Checks {
    private Checks() {}

    /** Reports to the module's sink what breaks a rule. Never throws, whatever the module. */
    public static void run(CheckedModule module) {
        ModuleRules.check(module);
        TextRules.check(module);
        AccessRules.check(module);
        EnumRules.check(module);
        RangeRules.check(module);
        TableRules.check(module);
        TreeRules.check(module);
        DefaultRules.check(module);
        TypeRules.check(module);
        NotificationRules.check(module);
        GroupRules.check(module);
    }
}
