package org.attune.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Absences;
import org.attune.access.Audience;
import org.attune.access.Colleague;
import org.attune.access.GoAway;
import org.attune.access.OpenTo;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When somebody is away and who stands in: for oneself, for those one leads, for an admin everybody. */
@Controller
@RequestMapping("/colleagues/{id}/away")
@OpenTo(Audience.SIGNED_IN)
class AwayController {

    private final Absences absences;
    private final Users users;

    AwayController(Absences absences, Users users) {
        this.absences = absences;
        this.users = users;
    }

    record Form(
            @NotNull @Nullable UUID id,
            @NotNull @Nullable UUID standIn,
            @NotNull @Nullable LocalDate from,
            @NotNull @Nullable LocalDate until) {

        GoAway command(UserId who) {
            return new GoAway(
                    Objects.requireNonNull(id),
                    who,
                    new UserId(Objects.requireNonNull(standIn)),
                    Objects.requireNonNull(from),
                    Objects.requireNonNull(until));
        }
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("form", new Form(Ids.next(), null, null, null));
        return page(viewer, absences.arrangedBy(viewer, new UserId(id)), model);
    }

    @PostMapping
    String arrange(
            Viewer viewer,
            @PathVariable("id") UUID who,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Colleague colleague = absences.arrangedBy(viewer, new UserId(who));
        if (!errors.hasErrors()) {
            try {
                absences.arrange(viewer, form.command(colleague.id()));
                Flash.said(redirect, "access.away.arranged");
                return "redirect:/colleagues/" + who + "/away";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, colleague, model);
    }

    @PostMapping("/end")
    String comeBack(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        absences.comeBack(viewer, new UserId(id));
        Flash.said(redirect, "access.away.ended");
        return "redirect:/colleagues/" + id + "/away";
    }

    private String page(Viewer viewer, Colleague who, Model model) {
        List<Option> colleagues = users.colleagues().stream()
                .filter(one -> !one.id().equals(who.id()))
                .map(one -> new Option(
                        one.id().value().toString(), one.team() == null ? one.name() : one.name() + ", " + one.team()))
                .toList();
        model.addAttribute("who", who)
                .addAttribute("self", viewer.id().equals(who.id()))
                .addAttribute("current", absences.current(who.id()).orElse(null))
                .addAttribute("colleagues", colleagues);
        return "access/away";
    }
}
