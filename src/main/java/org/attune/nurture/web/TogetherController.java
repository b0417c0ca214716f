package org.attune.nurture.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.correspondence.Letters;
import org.attune.nurture.NoteTogether;
import org.attune.nurture.SameWords;
import org.attune.nurture.TouchLetters;
import org.attune.nurture.TouchView;
import org.attune.nurture.TouchesTogether;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** A few people are picked by hand, and each gets words of their own. */
@Controller
@RequestMapping("/touches/new")
@OpenTo(Audience.SELLERS)
class TogetherController {

    private static final int FOUND = 12;

    private final TouchesTogether together;
    private final TouchLetters sending;
    private final Letters letters;
    private final ContactSight sight;
    private final Picking picking;
    private final TouchOptions options;
    private final MessageSource messages;

    TogetherController(
            TouchesTogether together,
            TouchLetters sending,
            Letters letters,
            ContactSight sight,
            Picking picking,
            TouchOptions options,
            MessageSource messages) {
        this.together = together;
        this.sending = sending;
        this.letters = letters;
        this.sight = sight;
        this.picking = picking;
        this.options = options;
        this.messages = messages;
    }

    /**
     * Picks them.
     *
     * @param with those who are picked already
     * @param q part of a name
     */
    @GetMapping
    String pick(
            Viewer viewer,
            @RequestParam(defaultValue = "") List<UUID> with,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        Picked picked = picking.of(viewer, with);
        shown(picked, model);
        model.addAttribute("picked", picked.people());
        model.addAttribute("without", picked.without());
        model.addAttribute("q", q);
        model.addAttribute("most", NoteTogether.MOST);
        model.addAttribute("full", picked.people().size() >= NoteTogether.MOST);
        model.addAttribute(
                "found",
                sight.like(viewer, q, FOUND).stream()
                        .filter(one -> !picked.ids().contains(one.id().value()))
                        .toList());
        return "nurture/pick";
    }

    @GetMapping("/words")
    String words(Viewer viewer, @RequestParam(defaultValue = "") List<UUID> with, Model model) {
        Picked picked = picking.of(viewer, with);
        if (picked.people().isEmpty()) {
            return "redirect:/touches/new";
        }
        TogetherForm form = TogetherForm.empty();
        form.setRows(new ArrayList<>(picked.people().stream()
                .map(one -> TogetherForm.Row.of(one.id(), greeting(viewer, one))
                        .leftOut(picked.unwanted().contains(one.id().value())))
                .toList()));
        model.addAttribute("form", form);
        return page(viewer, form, picked, model);
    }

    private String greeting(Viewer viewer, ContactName one) {
        String name = one.givenName().isBlank() ? one.name() : one.givenName();
        return messages.getMessage("nurture.together.greeting", new Object[] {name}, viewer.locale()) + "\n\n";
    }

    @PostMapping
    String note(
            Viewer viewer,
            @Valid @ModelAttribute("form") TogetherForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                NoteTogether command = form.command();
                if (form.isLookedAt() || together.alike(command).isEmpty()) {
                    List<TouchView> noted = form.isSent()
                            ? sending.send(viewer, command, form.getSubject())
                            : together.note(viewer, command);
                    Flash.said(redirect, "nurture.together.noted", noted.size());
                    return "redirect:/touches/together/" + form.getId();
                }
                errors.reject("nurture.together.look");
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
                if (refused instanceof ChangedMeanwhile) {
                    form.madeAnew(); // what is kept is left alone, whatever is done with this
                }
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, form, picking.of(viewer, form.contacts()), model);
    }

    private String page(Viewer viewer, TogetherForm form, Picked picked, Model model) {
        Map<UUID, ContactName> names = picked.names();
        Map<UUID, List<String>> alike = new HashMap<>();
        List<Set<ContactId>> groups = groups(form);
        groups.forEach(group -> group.forEach(one -> alike.put(one.value(), others(group, one, names))));
        model.addAttribute("names", names);
        model.addAttribute("alike", alike);
        model.addAttribute("many", groups.stream().anyMatch(group -> group.size() > SameWords.A_FEW));
        model.addAttribute("few", SameWords.A_FEW);
        shown(picked, model);
        model.addAttribute("kinds", options.kindsForSeveral(viewer));
        model.addAttribute("materials", options.materials(viewer));
        model.addAttribute("canSend", letters.arePossible());
        return "nurture/together";
    }

    /** Only what is whole can be compared. */
    private List<Set<ContactId>> groups(TogetherForm form) {
        boolean whole = form.getId() != null
                && form.getKind() != null
                && form.getRows().stream().allMatch(row -> row.getContact() != null && row.getTouch() != null);
        return whole ? together.alike(form.command()) : List.of();
    }

    private static List<String> others(Set<ContactId> group, ContactId one, Map<UUID, ContactName> names) {
        return group.stream()
                .filter(other -> !other.equals(one))
                .map(other -> names.get(other.value()))
                .filter(Objects::nonNull)
                .map(ContactName::name)
                .toList();
    }

    private static void shown(Picked picked, Model model) {
        model.addAttribute("with", picked.ids());
        model.addAttribute("peace", picked.peace());
        model.addAttribute("unwanted", picked.unwanted());
    }
}
