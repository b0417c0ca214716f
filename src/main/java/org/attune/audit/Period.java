package org.attune.audit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be let go after a while; and whether that is about customers, which is then kept until somebody says otherwise. */
public enum Period {
    PARTED(true, true),
    DRAFT(true, true),
    WITHDRAWN(true, true),
    IMPORT_LINE(true, true),
    AUDIT_VALUE(true, true),
    AUDIT_ADDRESS(true, false),
    IMPORT_FILE(false, true),
    SESSION(false, false);

    private final boolean inMonths;
    private final boolean aboutCustomers;

    Period(boolean inMonths, boolean aboutCustomers) {
        this.inMonths = inMonths;
        this.aboutCustomers = aboutCustomers;
    }

    public boolean inMonths() {
        return inMonths;
    }

    /** What is about customers and counted in months may be kept for ever. */
    public boolean isAboutCustomers() {
        return aboutCustomers;
    }

    /** What is older goes. */
    LocalDate before(LocalDate today, int amount) {
        return inMonths ? today.minusMonths(amount) : today.minusDays(amount);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String column() {
        return code() + (inMonths ? "_months" : "_days");
    }

    static List<String> columns() {
        return Arrays.stream(values()).map(Period::column).toList();
    }
}
