package org.attune.pulse.web;

import jakarta.validation.constraints.NotNull;
import org.attune.pulse.PulseRules;
import org.jspecify.annotations.Nullable;

/** How rarely somebody is asked. */
record RuleForm(
        @NotNull(message = "{pulse.rule.weeks-missing}") @Nullable
        Integer weeks,

        @NotNull @Nullable Integer version) {

    static RuleForm of(PulseRules.Rule rule) {
        return new RuleForm(rule.weeks(), rule.version());
    }
}
