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
        List<NeedId> chosen = new ArrayList<>();
        Map<NeedId, PartGone> parts = new HashMap<>();
        for (NeedRow row : needs) {
            UUID need = row.getNeed();
            if (!row.isChosen() || need == null) {
                continue;
            }
            chosen.add(new NeedId(need));
            Integer percent = row.getPercent();
            UUID turn = row.getTurn();
            if (percent != null) {
                parts.put(new NeedId(need), new PartGone(percent, turn == null ? null : new TurnId(turn)));
            }
        }
        return new RecordOffer(
                new OfferId(Objects.requireNonNull(id)),
                contact,
                chosen,
                Objects.requireNonNull(kind),
                words(),
                parts,
                asked == null ? null : new TurnId(asked),
                null,
                replaces);
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
