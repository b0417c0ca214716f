package org.attune.offers.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.offers.GateClosed;
import org.attune.offers.OfferId;
import org.attune.offers.OfferView;
import org.attune.offers.Offers;
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

/** A draft is put right before it is sent. */
@Controller
@RequestMapping("/offers/{id}/wording")
@OpenTo(Audience.SELLERS)
class EditController {

    private final Offers offers;
    private final OfferFormPage page;

    EditController(Offers offers, OfferFormPage page) {
        this.offers = offers;
        this.page = page;
    }

    @GetMapping
    String begin(Viewer viewer, @PathVariable UUID id, Model model) {
        OfferView offer = page.tended(viewer, id);
        if (!offer.isDraft()) {
            return "redirect:/offers/" + id;
        }
        EditForm form = EditForm.of(offer);
        model.addAttribute("form", form);
        return show(offer, form, model);
    }

    @PostMapping
    String edit(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EditForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OfferView offer = page.tended(viewer, id);
        if (!errors.hasErrors()) {
            try {
                offers.edit(viewer, form.edit(new OfferId(id)));
                Flash.said(redirect, "offers.said.edited");
                return "redirect:/offers/" + id;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            } catch (GateClosed closed) {
                errors.reject("offers.refused.closed");
                model.addAttribute("closed", closed.readiness());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(offer, form, model);
    }

    private String show(OfferView offer, EditForm form, Model model) {
        model.addAttribute("offer", offer);
        page.prepare(form, model);
        return "offers/edit";
    }
}
