package org.attune.voice.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Flash;
import org.attune.voice.GivenKind;
import org.attune.voice.Landing;
import org.attune.voice.Landings;
import org.attune.voice.Reaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How what we gave them landed. */
@Controller
@RequestMapping("/voice")
@OpenTo(Audience.SELLERS)
class LandedController {

    private static final int PAGE = 30;
    private static final Set<String> REACTIONS = Set.of("good", "none", "bad");

    private final Landings landings;

    LandedController(Landings landings) {
        this.landings = landings;
    }

    @GetMapping("/landed")
    String landed(Listening heard, Model model) {
        List<Landing> all = landings.of(heard.filter());
        model.addAttribute("landed", all)
                .addAttribute("diverging", VoiceController.diverging(all))
                .addAttribute("here", "/voice/landed");
        return "voice/landed";
    }

    @GetMapping("/landed/{kind}/{id}")
    String reactions(
            Listening heard,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        GivenKind given = GivenKind.of(kind).orElseThrow(() -> new NotSeen("kind " + kind));
        Landing landing = landings.of(heard.filter()).stream()
                .filter(one -> one.kind() == given && one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotSeen("landing " + id));
        KeysetPage<Reaction> page = landings.reactions(heard.filter(), given, id, after, PAGE);
        String path = "/voice/landed/" + kind + "/" + id;
        model.addAttribute("landing", landing)
                .addAttribute("reactions", page.items())
                .addAttribute("next", heard.next(path, page.next()))
                .addAttribute("back", heard.landed(kind, id))
                .addAttribute("here", path);
        return "voice/reactions";
    }

    /** Says how something that was heard was meant. */
    @PostMapping("/reactions/{turn}")
    String meant(
            Viewer viewer,
            @PathVariable UUID turn,
            @RequestParam(required = false) @Nullable String reaction,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID given,
            RedirectAttributes redirect) {
        if (reaction == null || !REACTIONS.contains(reaction)) {
            throw new NotSeen("reaction");
        }
        landings.meant(viewer, new TurnId(turn), reaction);
        Flash.said(redirect, "voice.landed.meant");
        return kind != null && GivenKind.of(kind).isPresent() && given != null
                ? "redirect:/voice/landed/" + kind + "/" + given
                : "redirect:/voice/landed";
    }
}
