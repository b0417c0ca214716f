package org.attune.offers.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.offers.OfferId;
import org.attune.offers.OfferKind;
import org.attune.offers.PartGone;
import org.attune.offers.RecordOffer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** A new offer, or a revision of one that was sent. */
public class OfferForm extends TermsForm {

    @NotNull
    private @Nullable UUID id;

    @NotNull
    private @Nullable OfferKind kind = OfferKind.NEW;

    private List<@Valid NeedRow> needs = new ArrayList<>();

    private @Nullable UUID asked;

    RecordOffer record(ContactId contact, @Nullable OfferId replaces) {
        List<NeedRow> chosen = needs.stream().filter(NeedRow::isMeant).toList();
        return new RecordOffer(
                new OfferId(Objects.requireNonNull(id)),
                contact,
                chosen.stream().map(NeedRow::id).toList(),
                Objects.requireNonNull(kind),
                words(),
                parts(chosen),
                asked == null ? null : new TurnId(asked),
                null,
                replaces);
    }

    private static Map<NeedId, PartGone> parts(List<NeedRow> chosen) {
        Map<NeedId, PartGone> parts = new HashMap<>();
        chosen.forEach(row -> row.part().ifPresent(part -> parts.put(row.id(), part)));
        return parts;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public @Nullable OfferKind getKind() {
        return kind;
    }

    public void setKind(@Nullable OfferKind kind) {
        this.kind = kind;
    }

    public List<NeedRow> getNeeds() {
        return needs;
    }

    public void setNeeds(List<NeedRow> needs) {
        this.needs = needs;
    }

    public @Nullable UUID getAsked() {
        return asked;
    }

    public void setAsked(@Nullable UUID asked) {
        this.asked = asked;
    }
}
