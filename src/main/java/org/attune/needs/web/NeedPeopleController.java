package org.attune.needs.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.attune.needs.NeedPeople;
import org.attune.needs.PersonRole;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of a need, and those we have not met yet. */
@Controller
@RequestMapping("/needs/{id}")
@OpenTo(Audience.SELLERS)
class NeedPeopleController {

    private final NeedPeople people;
    private final NeedPage page;

    NeedPeopleController(NeedPeople people, NeedPage page) {
        this.people = people;
        this.page = page;
    }

    @PostMapping("/people")
    String add(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("personForm") PersonForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        NeedId need = new NeedId(id);
        return Attempt.holds(errors, () -> people.add(viewer, need, form.who(), form.held()))
                ? NeedPage.back(need)
                : page.again(viewer, need, "person", model, response);
    }

    /** One role, one key: each of the buttons gives it or takes it. */
    @PostMapping("/people/{contact}/roles")
    String set(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID contact,
            @RequestParam(required = false) @Nullable PersonRole gives,
            @RequestParam(required = false) @Nullable PersonRole takes) {
        NeedId need = new NeedId(id);
        if (gives != null) {
            people.set(viewer, need, new ContactId(contact), gives, true);
        }
        if (takes != null) {
            people.set(viewer, need, new ContactId(contact), takes, false);
        }
        return NeedPage.back(need);
    }

    @PostMapping("/people/{contact}/removal")
    String remove(Viewer viewer, @PathVariable UUID id, @PathVariable UUID contact) {
        NeedId need = new NeedId(id);
        people.remove(viewer, need, new ContactId(contact));
        return NeedPage.back(need);
    }

    @PostMapping("/unmet")
    String expect(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("expectForm") ExpectForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        NeedId need = new NeedId(id);
        return Attempt.holds(errors, () -> people.expect(viewer, form.command(need)))
                ? NeedPage.back(need)
                : page.again(viewer, need, "expect", model, response);
    }

    @PostMapping("/unmet/{unmet}/meeting")
    String met(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID unmet,
            @RequestParam(required = false) @Nullable UUID contact,
            Model model,
            HttpServletResponse response) {
        NeedId need = new NeedId(id);
        if (contact == null) {
            model.addAttribute("unfinishedMeeting", unmet);
            return page.again(viewer, need, "meeting", model, response);
        }
        people.met(viewer, need, unmet, new ContactId(contact));
        return NeedPage.back(need);
    }

    @PostMapping("/unmet/{unmet}/removal")
    String forget(Viewer viewer, @PathVariable UUID id, @PathVariable UUID unmet) {
        NeedId need = new NeedId(id);
        people.forget(viewer, need, unmet);
        return NeedPage.back(need);
    }
}
