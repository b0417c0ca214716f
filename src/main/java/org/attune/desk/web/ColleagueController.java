package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.Colleague;
import org.attune.access.OpenTo;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.desk.Briefs;
import org.attune.people.HandOver;
import org.attune.people.HandOvers;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
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

/** All that waits with one colleague, for the manager who leads them: the brief first, then to whom it goes. */
@Controller
@RequestMapping("/colleagues/{id}/hand-over")
@OpenTo(Audience.MANAGERS)
class ColleagueController {

    private final HandOvers handOvers;
    private final Successors successors;
    private final Briefs briefs;
    private final Users users;
    private final TodayWords words;

    ColleagueController(HandOvers handOvers, Successors successors, Briefs briefs, Users users, TodayWords words) {
        this.handOvers = handOvers;
        this.successors = successors;
        this.briefs = briefs;
        this.users = users;
        this.words = words;
    }

    @GetMapping
    String begin(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("form", HandOverForm.fresh());
        return page(viewer, led(viewer, id), model);
    }

    @PostMapping
    String handOver(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") HandOverForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Colleague from = led(viewer, id);
        if (!errors.hasErrors()) {
            try {
                HandOver all = HandOver.ofAll(form.made(), from.id(), form.successor(), form.why());
                return "redirect:/hand-overs/" + handOvers.giveAll(viewer, all);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, from, model);
    }

    private Colleague led(Viewer viewer, UUID colleague) {
        return users.ledBy(viewer).stream()
                .filter(one -> one.id().value().equals(colleague))
                .findAny()
                .orElseThrow(() -> new NotSeen("colleague " + colleague));
    }

    private String page(Viewer viewer, Colleague from, Model model) {
        model.addAttribute("from", from)
                .addAttribute("count", handOvers.waitingWith(from.id()))
                .addAttribute("brief", briefs.of(viewer, from.id()))
                .addAttribute("colleagues", successors.to(from.id()))
                .addAttribute("tell", words);
        return "desk/hand-over-all";
    }
}
