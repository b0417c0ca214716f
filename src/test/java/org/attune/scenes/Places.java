package org.attune.scenes;

import java.util.List;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;

/** The addresses of what a salesperson reads and fills in about one customer. */
final class Places {

    private Places() {}

    static List<String> of(OfferScene.Story said, OfferId offer) {
        String contact = "/contacts/" + said.helen().value();
        String talk = "/conversations/" + said.talk().value();
        String turn = "/turns/" + said.stated().value();
        String need = "/needs/" + said.need().value();
        String sent = "/offers/" + offer.value();
        return List.of(
                "/",
                "/contacts",
                "/contacts/new",
                contact,
                contact + "/edit",
                contact + "/companions",
                contact + "/introductions",
                contact + "/merge",
                contact + "/stage",
                contact + "/promises",
                contact + "/touches",
                contact + "/silence",
                contact + "/offers/new",
                "/companies",
                "/companies/new",
                "/conversations/new?with=" + said.helen().value(),
                talk,
                talk + "/notes",
                talk + "/closing",
                talk + "/participants",
                talk + "/facts",
                talk + "/listening",
                turn,
                turn + "/themes",
                turn + "/needs/new",
                need,
                need + "/readiness",
                "/offers",
                sent,
                sent + "/print",
                sent + "/revision",
                "/history" + contact,
                "/history" + need,
                "/history" + sent,
                "/stages",
                "/stages/mine",
                "/search?q=Helen",
                "/preferences");
    }
}
