package org.attune.offers.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.offers.Demand;
import org.attune.offers.GatePolicy;
import org.attune.offers.OfferKind;
import org.attune.offers.Policies;
import org.attune.offers.PolicyVersion;
import org.attune.offers.Rule;
import org.attune.offers.TryOuts;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.attune.people.ContactSight;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How strict the gate is, for the admin: chosen, tried out, and published with a note. */
@Controller
@RequestMapping("/admin/gate")
@OpenTo(Audience.ADMINS)
class PolicyController {

    private static final int VERSIONS = 20;
    private static final int PEOPLE = 5;

    private final Policies policies;
    private final TryOuts tryOuts;
    private final ContactSight sight;

    PolicyController(Policies policies, TryOuts tryOuts, ContactSight sight) {
        this.policies = policies;
        this.tryOuts = tryOuts;
        this.sight = sight;
    }

    /** @param version one whose choices to begin with, instead of those in force */
    @GetMapping
    String show(Viewer viewer, @RequestParam(required = false) @Nullable Integer version, Model model) {
        PolicyVersion inForce = policies.inForce();
        GatePolicy chosen = version == null ? inForce.policy() : policies.version(version);
        PolicyForm form = PolicyForm.of(inForce, chosen);
        model.addAttribute("form", form);
        return page(viewer, form, inForce.policy(), model);
    }

    @PostMapping
    String publish(
            Viewer viewer,
            @Valid @ModelAttribute("form") PolicyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        GatePolicy today = policies.inForce().policy();
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                int number = policies.publish(viewer, form.publish(today));
                Flash.said(redirect, "offers.policy.published", number);
                return "redirect:/admin/gate";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, form, today, model);
    }

    @PostMapping("/trial")
    String tryOut(
            Viewer viewer,
            @Valid @ModelAttribute("form") PolicyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(viewer, form, policies.inForce().policy(), model);
    }

    private String page(Viewer viewer, PolicyForm form, GatePolicy today, Model model) {
        GatePolicy draft = form.policy(today);
        List<PolicyVersion> versions = policies.versions(VERSIONS);
        model.addAttribute("kinds", OfferKind.values())
                .addAttribute("rules", Rule.ofPolicy())
                .addAttribute("choices", Demand.choices())
                .addAttribute("remarks", draft.remarks())
                .addAttribute("changes", draft.changesFrom(today))
                .addAttribute("trial", tryOuts.ofLastOffers(today, draft))
                .addAttribute("inForce", versions.get(0))
                .addAttribute("versions", versions);
        if (viewer.sells()) {
            tryOnSomebody(viewer, form, today, draft, model);
        }
        return "offers/gate";
    }

    private void tryOnSomebody(Viewer viewer, PolicyForm form, GatePolicy today, GatePolicy draft, Model model) {
        List<ContactName> found = sought(viewer, form);
        model.addAttribute("found", found);
        if (found.size() == 1) {
            form.setWho(found.get(0).name());
            model.addAttribute("person", found.get(0))
                    .addAttribute(
                            "needs", tryOuts.ofContact(viewer, found.get(0).id(), today, draft));
        }
    }

    /** The one who was chosen from a list, or is shown and still named; otherwise those of such a name. */
    private List<ContactName> sought(Viewer viewer, PolicyForm form) {
        UUID chosen = form.getContact();
        if (chosen != null) {
            return List.of(sight.seen(viewer, new ContactId(chosen)));
        }
        UUID shown = form.getShown();
        String who = form.getWho();
        if (shown != null) {
            ContactName before = sight.seen(viewer, new ContactId(shown));
            if (before.name().equals(who)) {
                return List.of(before);
            }
        }
        return who == null || who.length() > PolicyForm.WHO ? List.of() : sight.like(viewer, who, PEOPLE);
    }
}
