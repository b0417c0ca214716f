package org.attune.offers.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.offers.DecisionKind;
import org.attune.offers.GateClosed;
import org.attune.offers.HowToGoOn;
import org.attune.offers.OfferFilter;
import org.attune.offers.OfferId;
import org.attune.offers.OfferView;
import org.attune.offers.Offers;
import org.attune.offers.OffersSeen;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Offers: the list, one of them, its print, and what becomes of it. */
@Controller
@RequestMapping("/offers")
@OpenTo(Audience.SELLERS)
class OfferController {

    private final Offers offers;
    private final OffersSeen seen;
    private final HowToGoOn howToGoOn;
    private final Organisation organisation;
    private final Clock clock;

    OfferController(Offers offers, OffersSeen seen, HowToGoOn howToGoOn, Organisation organisation, Clock clock) {
        this.offers = offers;
        this.seen = seen;
        this.howToGoOn = howToGoOn;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        OfferFilter filter = OfferFilter.of(show);
        model.addAttribute("filter", filter)
                .addAttribute("filters", OfferFilter.values())
                .addAttribute("page", seen.list(viewer, filter, after));
        return "offers/list";
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("withdrawalForm", new WithdrawalForm(null));
        model.addAttribute("decisionForm", new DecisionForm(Ids.next(), null, today(viewer), null, null));
        return page(viewer, id, model);
    }

    /** What the customer gets: nothing of our inside view. */
    @GetMapping("/{id}/print")
    String print(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("offer", seen.find(viewer, new OfferId(id)));
        model.addAttribute("from", organisation.current().name());
        return "offers/print";
    }

    @PostMapping("/{id}/sending")
    String send(
            Viewer viewer,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            offers.send(viewer, new OfferId(id));
        } catch (GateClosed closed) {
            model.addAttribute("closed", closed.readiness());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, id, model);
        }
        Flash.said(redirect, "offers.said.sent");
        return "redirect:/offers/" + id;
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("withdrawalForm") WithdrawalForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                offers.withdraw(viewer, new OfferId(id), Objects.requireNonNull(form.why()));
                Flash.said(redirect, "offers.said.withdrawn");
                return "redirect:/offers/" + id;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        model.addAttribute("decisionForm", new DecisionForm(Ids.next(), null, today(viewer), null, null));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, id, model);
    }

    @PostMapping("/{id}/decisions")
    String decide(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("decisionForm") DecisionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                offers.decide(viewer, form.decide(new OfferId(id)));
                DecisionKind decided = Objects.requireNonNull(form.decision());
                Flash.said(redirect, "offers.said." + decided.name().toLowerCase(Locale.ROOT));
                return "redirect:/offers/" + id;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        model.addAttribute("withdrawalForm", new WithdrawalForm(null));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, id, model);
    }

    private String page(Viewer viewer, UUID id, Model model) {
        OfferView offer = seen.find(viewer, new OfferId(id));
        model.addAttribute("offer", offer)
                .addAttribute("decisions", DecisionKind.values())
                .addAttribute(
                        "goesOn",
                        offer.decision() == null
                                ? null
                                : howToGoOn.after(viewer, new OfferId(id)).orElse(null));
        return "offers/offer";
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
