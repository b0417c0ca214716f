package org.attune.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.people.ContactView;
import org.attune.people.Contacts;
import org.attune.people.DuplicateCandidate;
import org.attune.people.Duplicates;
import org.attune.people.MergeContacts;
import org.attune.people.MergeField;
import org.attune.people.MergePreview;
import org.attune.people.Merges;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes one of two contacts that are the same person. */
@Controller
@OpenTo(Audience.SELLERS)
class MergeController {

    private static final int MOST = 8;

    private final Merges merges;
    private final Contacts contacts;
    private final ContactSight sight;
    private final Duplicates duplicates;
    private final Choices choices;
    private final MergeChoices differences;

    MergeController(
            Merges merges,
            Contacts contacts,
            ContactSight sight,
            Duplicates duplicates,
            Choices choices,
            MergeChoices differences) {
        this.merges = merges;
        this.contacts = contacts;
        this.sight = sight;
        this.duplicates = duplicates;
        this.choices = choices;
        this.differences = differences;
    }

    /** With whom? Those who are like them come first. */
    @GetMapping(path = "/contacts/{contact}/merge", params = "!with")
    String choose(
            Viewer viewer,
            @PathVariable UUID contact,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        ContactView view = contacts.tendedPage(viewer, new ContactId(contact));
        model.addAttribute("contact", view)
                .addAttribute("q", q)
                .addAttribute("known", duplicates.like(viewer, new DuplicateCandidate(view.details(), view.id())))
                .addAttribute(
                        "found",
                        sight.like(viewer, q, MOST).stream()
                                .filter(other -> !other.id().equals(view.id()))
                                .toList());
        return "people/merge-with";
    }

    @GetMapping(path = "/contacts/{contact}/merge", params = "with")
    String preview(Viewer viewer, @PathVariable UUID contact, @RequestParam UUID with, Model model) {
        MergePreview preview = merges.preview(viewer, new ContactId(contact), new ContactId(with));
        model.addAttribute("id", Ids.next())
                .addAttribute("kept", preview.kept())
                .addAttribute("absorbed", preview.absorbed())
                .addAttribute("choose", differences.between(viewer, preview))
                .addAttribute("moving", moving(preview));
        return "people/merge";
    }

    private List<String> moving(MergePreview preview) {
        return preview.moving().entrySet().stream()
                .flatMap(table -> choices.moving(table.getKey(), table.getValue()).stream())
                .toList();
    }

    @PostMapping("/contacts/{contact}/merge")
    String merge(
            Viewer viewer,
            @PathVariable UUID contact,
            @RequestParam UUID id,
            @RequestParam UUID with,
            @RequestParam int version,
            @RequestParam int withVersion,
            @RequestParam(required = false) @Nullable List<String> take,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        MergeContacts merge = new MergeContacts(
                id, new ContactId(contact), new ContactId(with), version, withVersion, fields(take), own(take));
        try {
            merges.merge(viewer, merge);
        } catch (ChangedMeanwhile changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("changed", changed.kept());
            return preview(viewer, contact, with, model);
        }
        String name = contacts.page(viewer, new ContactId(contact)).name();
        Flash.said(redirect, "people.merge.done", name).undo("/contacts/merges/" + id + "/undoing");
        return "redirect:/contacts/" + contact;
    }

    private static Set<MergeField> fields(@Nullable List<String> take) {
        Set<MergeField> fields = EnumSet.noneOf(MergeField.class);
        Arrays.stream(MergeField.values())
                .filter(field -> take != null && take.contains(field.name()))
                .forEach(fields::add);
        return fields;
    }

    private static Set<UUID> own(@Nullable List<String> take) {
        return take == null
                ? Set.of()
                : take.stream()
                        .filter(field -> field.startsWith(MergeChoice.OWN))
                        .map(field -> Typed.id(field.substring(MergeChoice.OWN.length())))
                        .collect(Collectors.toSet());
    }

    @PostMapping("/contacts/merges/{merge}/undoing")
    String undo(Viewer viewer, @PathVariable UUID merge, RedirectAttributes redirect) {
        ContactView absorbed = contacts.page(viewer, merges.undo(viewer, merge));
        Flash.said(redirect, "people.merge.undone", absorbed.name());
        return "redirect:/contacts/" + absorbed.id().value();
    }
}
