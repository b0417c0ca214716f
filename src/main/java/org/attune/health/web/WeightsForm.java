package org.attune.health.web;

import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.attune.health.Factor;
import org.attune.health.Weights;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** How much each factor is to count. A class, so that one number that is none does not keep the others from being looked at. */
class WeightsForm {

    private final Map<Factor, @Nullable Integer> each = new EnumMap<>(Factor.class);
    private @Nullable Integer version;

    static WeightsForm of(Weights weights, int version) {
        WeightsForm form = new WeightsForm();
        form.each.putAll(weights.each());
        form.setVersion(version);
        return form;
    }

    /** What it is called here. */
    static String field(Factor factor) {
        return factor == Factor.FOLLOW_THROUGH ? "followThrough" : factor.code();
    }

    /** Says at each field what is too far from its usual weight. */
    void check(BindingResult errors) {
        for (Factor factor : Factor.values()) {
            Integer weight = each.get(factor);
            if (weight != null && (weight < factor.least() || weight > factor.most())) {
                FormErrors.add(
                        errors,
                        new RuleRefused("health.weights.by-half", field(factor), factor.least(), factor.most()));
            }
        }
    }

    Weights weights() {
        Map<Factor, Integer> all = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            all.put(factor, Objects.requireNonNull(each.get(factor)));
        }
        return new Weights(all);
    }

    @NotNull
    public @Nullable Integer getRhythm() {
        return each.get(Factor.RHYTHM);
    }

    public void setRhythm(@Nullable Integer weight) {
        each.put(Factor.RHYTHM, weight);
    }

    @NotNull
    public @Nullable Integer getBalance() {
        return each.get(Factor.BALANCE);
    }

    public void setBalance(@Nullable Integer weight) {
        each.put(Factor.BALANCE, weight);
    }

    @NotNull
    public @Nullable Integer getFollowThrough() {
        return each.get(Factor.FOLLOW_THROUGH);
    }

    public void setFollowThrough(@Nullable Integer weight) {
        each.put(Factor.FOLLOW_THROUGH, weight);
    }

    @NotNull
    public @Nullable Integer getPromises() {
        return each.get(Factor.PROMISES);
    }

    public void setPromises(@Nullable Integer weight) {
        each.put(Factor.PROMISES, weight);
    }

    @NotNull
    public @Nullable Integer getNeeds() {
        return each.get(Factor.NEEDS);
    }

    public void setNeeds(@Nullable Integer weight) {
        each.put(Factor.NEEDS, weight);
    }

    @NotNull
    public @Nullable Integer getReciprocity() {
        return each.get(Factor.RECIPROCITY);
    }

    public void setReciprocity(@Nullable Integer weight) {
        each.put(Factor.RECIPROCITY, weight);
    }

    @NotNull
    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }
}
