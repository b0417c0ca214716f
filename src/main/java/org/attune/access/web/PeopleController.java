package org.attune.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.Languages;
import org.attune.access.NameKey;
import org.attune.access.OpenTo;
import org.attune.access.Organisation;
import org.attune.access.PersonView;
import org.attune.access.Role;
import org.attune.access.TeamId;
import org.attune.access.TeamMove;
import org.attune.access.TeamMoves;
import org.attune.access.Teams;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
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

/** Those who sign in, for the admin: who they are, and what they may do. */
@Controller
@RequestMapping("/admin/people")
@OpenTo(Audience.ADMINS)
class PeopleController {

    private final Users users;
    private final Teams teams;
    private final Inviting inviting;
    private final Organisation organisation;
    private final Languages languages;
    private final TeamMoves moves;
    private final Words words;

    PeopleController(
            Users users,
            Teams teams,
            Inviting inviting,
            Organisation organisation,
            Languages languages,
            TeamMoves moves,
            Words words) {
        this.users = users;
        this.teams = teams;
        this.inviting = inviting;
        this.organisation = organisation;
        this.languages = languages;
        this.moves = moves;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("page", users.people(NameKey.parse(after)));
        return "access/people";
    }

    @GetMapping("/new")
    String begin(Model model) {
        model.addAttribute("form", PersonForm.empty());
        return page(null, model);
    }

    @PostMapping
    String add(
            Viewer admin,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                UserId added = users.enrol(form.newcomer(organisation.current(), languages.usual()));
                return inviting.newcomer(admin, person(added.value()), model, response, redirect);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(null, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        PersonView person = person(id);
        model.addAttribute("form", PersonForm.of(person));
        return page(person, model);
    }

    @PostMapping("/{id}")
    String change(
            Viewer admin,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PersonView person = person(id);
        Optional<TeamMove> unread = unread(person, form.unread());
        model.addAttribute("move", unread.orElse(null));
        if (!errors.hasErrors() && unread.isEmpty()) {
            try {
                users.change(admin, form.change(person.id()));
                Flash.said(redirect, "access.person.kept", person.name());
                return "redirect:/admin/people";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(person, model);
    }

    private Optional<TeamMove> unread(PersonView person, @Nullable TeamId to) {
        return to == null ? Optional.empty() : moves.preview(person, to);
    }

    @PostMapping("/{id}/reopening")
    String reopen(@PathVariable UUID id, RedirectAttributes redirect) {
        PersonView person = person(id);
        users.reactivate(person.id());
        Flash.said(redirect, "access.person.reopened.said", person.name());
        return "redirect:/admin/people";
    }

    private PersonView person(UUID id) {
        return users.person(new UserId(id)).orElseThrow(() -> new NotSeen("user"));
    }

    private String page(@Nullable PersonView known, Model model) {
        List<Option> choices = teams.all().stream()
                .map(team -> new Option(team.id().value().toString(), team.name()))
                .toList();
        inviting.tell(known, model);
        model.addAttribute("known", known)
                .addAttribute("roles", words.of("access.role.", Role.values()))
                .addAttribute("teams", choices);
        return "access/person";
    }
}
