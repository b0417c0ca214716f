package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Absences;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.PersonView;
import org.attune.access.Teams;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.people.HandOver;
import org.attune.people.HandOvers;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closes an account and hands over what waits with its owner, in one step: first the numbers, then who takes over. */
@Controller
@RequestMapping("/admin/people/{id}/closing")
@OpenTo(Audience.ADMINS)
class ClosingAccountController {

    private final HandOvers handOvers;
    private final Successors successors;
    private final Users users;
    private final Absences absences;
    private final Teams teams;

    ClosingAccountController(HandOvers handOvers, Successors successors, Users users, Absences absences, Teams teams) {
        this.handOvers = handOvers;
        this.successors = successors;
        this.users = users;
        this.absences = absences;
        this.teams = teams;
    }

    record Form(
            @NotNull @Nullable UUID id,
            @Nullable UUID to,
            @Size(max = 500) @Nullable String why) {

        HandOver command(UserId from) {
            return HandOver.ofAll(Objects.requireNonNull(id), from, to == null ? null : new UserId(to), why);
        }
    }

    @GetMapping
    String begin(@PathVariable UUID id, Model model) {
        model.addAttribute("form", new Form(Ids.next(), null, null));
        return page(person(id), model);
    }

    @PostMapping
    String close(
            Viewer admin,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PersonView leaving = person(id);
        if (!errors.hasErrors()) {
            try {
                UUID done = handOvers.close(admin, form.command(leaving.id()));
                return after(leaving, form.to() == null ? null : done, redirect);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(leaving, model);
    }

    /** What was handed over stays where it is, should the account be opened again. */
    private static String after(PersonView left, @Nullable UUID handedOver, RedirectAttributes redirect) {
        Flash said = Flash.said(redirect, "people.closing.said", left.name());
        if (handedOver == null) {
            said.undo("/admin/people/" + left.id().value() + "/reopening");
            return "redirect:/admin/people";
        }
        return "redirect:/hand-overs/" + handedOver;
    }

    private PersonView person(UUID id) {
        return users.person(new UserId(id)).orElseThrow(() -> new NotSeen("user"));
    }

    private String page(PersonView leaving, Model model) {
        model.addAttribute("leaving", leaving)
                .addAttribute("count", handOvers.waitingWith(leaving.id()))
                .addAttribute("absences", absences.concerning(leaving.id()))
                .addAttribute("led", teams.ledBy(leaving.id()))
                .addAttribute("colleagues", successors.to(leaving.id()));
        return "desk/closing-account";
    }
}
