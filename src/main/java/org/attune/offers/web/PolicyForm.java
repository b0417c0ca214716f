package org.attune.offers.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.offers.Demand;
import org.attune.offers.GatePolicy;
import org.attune.offers.OfferKind;
import org.attune.offers.Policy;
import org.attune.offers.PolicyVersion;
import org.attune.offers.PublishPolicy;
import org.attune.offers.Rule;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A choice for each rule and each kind of offer; with setters, so that one wrong choice leaves the others as they are. */
class PolicyForm {

    static final int WHO = 200;

    @NotNull
    private @Nullable UUID id;

    @NotNull
    private @Nullable Integer version;

    @Size(max = 500)
    private @Nullable String note;

    @Size(max = WHO)
    private @Nullable String who;

    /** Chosen from several of such a name. */
    private @Nullable UUID contact;

    /** Whom the page shows already. */
    private @Nullable UUID shown;

    private Map<String, String> demands = new LinkedHashMap<>();

    static PolicyForm of(PolicyVersion inForce, GatePolicy chosen) {
        PolicyForm form = new PolicyForm();
        form.id = Ids.next();
        form.version = inForce.number();
        for (OfferKind kind : OfferKind.values()) {
            for (Rule rule : Rule.ofPolicy()) {
                form.demands.put(key(kind, rule), chosen.of(kind, rule).code());
            }
        }
        return form;
    }

    static String key(OfferKind kind, Rule rule) {
        return kind.code() + "-" + rule.code();
    }

    /** Puts a message at every choice that is none. */
    void check(BindingResult errors) {
        for (OfferKind kind : OfferKind.values()) {
            for (Rule rule : Rule.ofPolicy()) {
                if (Demand.chosen(demands.get(key(kind, rule))).isEmpty()) {
                    errors.rejectValue("demands[" + key(kind, rule) + "]", "offers.policy.refused.choice");
                }
            }
        }
    }

    /** What was chosen; what is no choice is as it is today. */
    GatePolicy policy(GatePolicy today) {
        Map<OfferKind, Policy> kinds = new EnumMap<>(OfferKind.class);
        for (OfferKind kind : OfferKind.values()) {
            Map<Rule, Demand> chosen = new EnumMap<>(Rule.class);
            for (Rule rule : Rule.ofPolicy()) {
                chosen.put(rule, Demand.chosen(demands.get(key(kind, rule))).orElse(today.of(kind, rule)));
            }
            kinds.put(kind, new Policy(kind, chosen));
        }
        return new GatePolicy(kinds);
    }

    PublishPolicy publish(GatePolicy today) {
        return new PublishPolicy(
                Objects.requireNonNull(id),
                Objects.requireNonNull(version),
                policy(today),
                Objects.requireNonNullElse(note, ""));
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getWho() {
        return who;
    }

    public void setWho(@Nullable String who) {
        this.who = who;
    }

    public @Nullable UUID getContact() {
        return contact;
    }

    public void setContact(@Nullable UUID contact) {
        this.contact = contact;
    }

    public @Nullable UUID getShown() {
        return shown;
    }

    public void setShown(@Nullable UUID shown) {
        this.shown = shown;
    }

    public Map<String, String> getDemands() {
        return demands;
    }

    public void setDemands(Map<String, String> demands) {
        this.demands = demands;
    }
}
