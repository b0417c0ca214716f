package org.attune.offers.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.offers.GateClosed;
import org.attune.offers.OfferId;
import org.attune.offers.OfferView;
import org.attune.offers.Offers;
import org.attune.offers.Readiness;
import org.attune.people.ContactName;
import org.attune.platform.Ids;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new offer, and a revision of one that was sent. Where the gate is closed the page says kindly what is missing. */
@Controller
@OpenTo(Audience.SELLERS)
class NewOfferController {

    private final Offers offers;
    private final OfferFormPage page;

    NewOfferController(Offers offers, OfferFormPage page) {
        this.offers = offers;
        this.page = page;
    }

    @GetMapping("/contacts/{contact}/offers/new")
    String begin(
            Viewer viewer,
            @PathVariable UUID contact,
            @RequestParam(required = false) @Nullable UUID need,
            Model model) {
        return page.begin(viewer, contact, empty(), need, model);
    }

    @PostMapping("/contacts/{contact}/offers")
    String record(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactName whom = page.contact(viewer, contact);
        return record(viewer, whom, null, form, errors, model, response, redirect);
    }

    @GetMapping("/offers/{id}/revision")
    String revise(Viewer viewer, @PathVariable UUID id, Model model) {
        OfferView before = page.tended(viewer, id);
        OfferForm form = empty();
        form.take(before.words());
        for (OfferView.OfferedNeed need : before.needs()) {
            NeedRow row = new NeedRow();
            row.setNeed(need.id().value());
            row.setChosen(true);
            row.setPercent(need.partGone());
            row.setTurn(need.partSaid() == null ? null : need.partSaid().turn().value());
            form.getNeeds().add(row);
        }
        if (before.ask() != null) {
            form.setAsked(before.ask().turn().value());
        }
        form.setKind(before.kind());
        form.setValidUntil(null);
        return page.show(viewer, before.contact(), form, before, null, model);
    }

    @PostMapping("/offers/{id}/revision")
    String revise(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OfferView before = page.tended(viewer, id);
        return record(viewer, before.contact(), before, form, errors, model, response, redirect);
    }

    private String record(
            Viewer viewer,
            ContactName contact,
            @Nullable OfferView revised,
            OfferForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<Readiness> closed = null;
        if (!errors.hasErrors()) {
            try {
                OfferId id = offers.record(viewer, form.record(contact.id(), revised == null ? null : revised.id()));
                Flash.said(redirect, "offers.said.recorded");
                return "redirect:/offers/" + id.value();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            } catch (GateClosed gate) {
                errors.reject("offers.refused.closed");
                closed = gate.readiness();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.show(viewer, contact, form, revised, closed, model);
    }

    private static OfferForm empty() {
        OfferForm form = new OfferForm();
        form.setId(Ids.next());
        return form;
    }
}
