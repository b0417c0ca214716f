package org.attune.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.NameKey;
import org.attune.access.OpenTo;
import org.attune.access.TeamId;
import org.attune.access.TeamView;
import org.attune.access.Teams;
import org.attune.access.UserId;
import org.attune.platform.Ids;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
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

/** Teams and who leads them, for the admin. */
@Controller
@RequestMapping("/admin/teams")
@OpenTo(Audience.ADMINS)
class TeamsController {

    private final Teams teams;

    TeamsController(Teams teams) {
        this.teams = teams;
    }

    record Form(
            @NotNull @Nullable UUID id,
            @NotNull @Size(max = 100) @Nullable String name) {}

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("form", new Form(Ids.next(), null));
        return page(NameKey.parse(after), model);
    }

    @PostMapping
    String found(
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                String name = Objects.requireNonNull(form.name());
                teams.found(new TeamId(Objects.requireNonNull(form.id())), name);
                Flash.said(redirect, "access.team.founded", name);
                return "redirect:/admin/teams";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(NameKey.START, model);
    }

    record NameForm(
            @NotNull @Size(max = 100) @Nullable String name,
            @Nullable Integer version) {}

    @GetMapping("/{team}")
    String team(@PathVariable UUID team, Model model) {
        TeamView view = teams.find(new TeamId(team));
        model.addAttribute("form", new NameForm(view.name(), view.version()));
        return teamPage(view, model);
    }

    @PostMapping("/{team}")
    String rename(
            @PathVariable UUID team,
            @Valid @ModelAttribute("form") NameForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        TeamView view = teams.find(new TeamId(team));
        if (!errors.hasErrors()) {
            try {
                String name = Objects.requireNonNull(form.name());
                teams.rename(view.id(), name, Objects.requireNonNullElse(form.version(), -1));
                Flash.said(redirect, "access.team.renamed", name);
                return "redirect:/admin/teams";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return teamPage(view, model);
    }

    private String teamPage(TeamView team, Model model) {
        model.addAttribute("team", team).addAttribute("managers", teams.managers());
        return "access/team";
    }

    @PostMapping("/{team}/leads")
    String lead(
            @PathVariable UUID team,
            @RequestParam(required = false) @Nullable UUID manager,
            HttpServletResponse response,
            Model model) {
        try {
            if (manager == null) {
                throw new RuleRefused("access.team.lead.missing", "manager");
            }
            teams.lead(new TeamId(team), new UserId(manager));
            return "redirect:/admin/teams/" + team;
        } catch (RuleRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", refused.messageKey());
            return team(team, model);
        }
    }

    @PostMapping("/{team}/leads/{manager}/end")
    String leadNoLonger(@PathVariable UUID team, @PathVariable UUID manager) {
        teams.leadNoLonger(new TeamId(team), new UserId(manager));
        return "redirect:/admin/teams/" + team;
    }

    private String page(NameKey after, Model model) {
        model.addAttribute("page", teams.page(after));
        return "access/teams";
    }
}
