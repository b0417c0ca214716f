package org.attune.audit.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.attune.audit.Period;
import org.attune.audit.Periods;
import org.jspecify.annotations.Nullable;

/** How long what is kept; an empty field is for ever, where that is possible. */
record RetentionForm(
        @Min(1) @Max(240) @Nullable Integer parted,
        @Min(1) @Max(240) @Nullable Integer draft,
        @Min(1) @Max(240) @Nullable Integer withdrawn,
        @Min(1) @Max(240) @Nullable Integer importLine,
        @Min(1) @Max(240) @Nullable Integer auditValue,
        @Min(1) @Max(240) @Nullable Integer auditAddress,

        @NotNull(message = "{audit.retention.missing}") @Min(1) @Max(30) @Nullable
        Integer importFile,

        @NotNull(message = "{audit.retention.missing}") @Min(1) @Max(30) @Nullable
        Integer session,

        @NotNull @Nullable Integer version) {

    static RetentionForm of(Periods periods) {
        return new RetentionForm(
                periods.of(Period.PARTED).orElse(null),
                periods.of(Period.DRAFT).orElse(null),
                periods.of(Period.WITHDRAWN).orElse(null),
                periods.of(Period.IMPORT_LINE).orElse(null),
                periods.of(Period.AUDIT_VALUE).orElse(null),
                periods.of(Period.AUDIT_ADDRESS).orElse(null),
                periods.of(Period.IMPORT_FILE).orElse(null),
                periods.of(Period.SESSION).orElse(null),
                periods.version());
    }

    Periods periods() {
        Map<Period, Integer> amounts = new EnumMap<>(Period.class);
        put(amounts, Period.PARTED, parted);
        put(amounts, Period.DRAFT, draft);
        put(amounts, Period.WITHDRAWN, withdrawn);
        put(amounts, Period.IMPORT_LINE, importLine);
        put(amounts, Period.AUDIT_VALUE, auditValue);
        put(amounts, Period.AUDIT_ADDRESS, auditAddress);
        put(amounts, Period.IMPORT_FILE, importFile);
        put(amounts, Period.SESSION, session);
        return new Periods(amounts, Objects.requireNonNull(version));
    }

    private static void put(Map<Period, Integer> amounts, Period period, @Nullable Integer amount) {
        if (amount != null) {
            amounts.put(period, amount);
        }
    }
}
