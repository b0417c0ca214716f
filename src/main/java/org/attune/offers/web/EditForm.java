package org.attune.offers.web;

import org.attune.offers.EditOffer;
import org.attune.offers.OfferId;
import org.attune.offers.OfferView;

/** Another wording or price of a draft. */
public class EditForm extends TermsForm {

    private int version;

    static EditForm of(OfferView offer) {
        EditForm form = new EditForm();
        form.take(offer.words());
        form.version = offer.version();
        return form;
    }

    EditOffer edit(OfferId offer) {
        return new EditOffer(offer, version, words());
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
