package org.attune.offers.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.Exactness;
import org.attune.offers.GateClosed;
import org.attune.offers.OfferId;
import org.attune.offers.OfferView;
import org.attune.offers.Offers;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The same again, in thirty seconds. */
@Controller
@RequestMapping("/offers/{id}/again")
@OpenTo(Audience.SELLERS)
class AgainController {

    private final Offers offers;
    private final OfferFormPage page;
    private final OfferWordings wordings;

    AgainController(Offers offers, OfferFormPage page, OfferWordings wordings) {
        this.offers = offers;
        this.page = page;
        this.wordings = wordings;
    }

    @GetMapping
    String begin(Viewer viewer, @PathVariable UUID id, Model model) {
        OfferView accepted = accepted(viewer, id);
        AgainForm form = new AgainForm();
        form.take(accepted.words());
        form.setPushReason(null);
        form.setId(Ids.next());
        form.setValidUntil(null);
        form.setSpeaker(accepted.contact().id().value());
        form.setSameQuestion(wordings.sameAgain());
        form.setChangedQuestion(wordings.anythingChanged(accepted));
        form.setReply(wordings.asLastTime());
        return show(viewer, accepted, form, model);
    }

    @PostMapping
    String repeat(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AgainForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OfferView accepted = accepted(viewer, id);
        if (!errors.hasErrors()) {
            try {
                OfferId again = offers.repeat(viewer, form.repeat(new OfferId(id)));
                Flash.said(redirect, "offers.said.recorded");
                return "redirect:/offers/" + again.value();
            } catch (NotTaken refused) {
                FormErrors.add(errors, wordings.atItsField(refused));
            } catch (GateClosed closed) {
                errors.reject("offers.refused.closed");
                model.addAttribute("closed", closed.readiness());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(viewer, accepted, form, model);
    }

    private OfferView accepted(Viewer viewer, UUID id) {
        OfferView offer = page.tended(viewer, id);
        if (!offer.isAccepted()) {
            throw new NotSeen("accepted offer");
        }
        return offer;
    }

    private String show(Viewer viewer, OfferView accepted, AgainForm form, Model model) {
        page.prepare(form, model);
        model.addAttribute("offer", accepted)
                .addAttribute("form", form)
                .addAttribute("speakers", page.peopleOf(viewer, accepted))
                .addAttribute("channels", wordings.of("offers.channel.", Channel.values()))
                .addAttribute("exactnesses", wordings.of("offers.exactness.", Exactness.values()));
        return "offers/again";
    }
}
