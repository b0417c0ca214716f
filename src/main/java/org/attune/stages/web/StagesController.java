package org.attune.stages.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Role;
import org.attune.access.Viewer;
import org.attune.stages.MoveReasons;
import org.attune.stages.StageDrafts;
import org.attune.stages.StageVersions;
import org.attune.stages.WorthAsking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The stages for those who work with them: what each asks for, and whom of theirs a change concerns. */
@Controller
@RequestMapping("/stages")
@OpenTo(Audience.SELLERS)
class StagesController {

    private final StageDrafts drafts;
    private final StageVersions versions;
    private final MoveReasons reasons;
    private final AskWords words;
    private final WorthAsking asking;

    StagesController(
            StageDrafts drafts, StageVersions versions, MoveReasons reasons, AskWords words, WorthAsking asking) {
        this.drafts = drafts;
        this.versions = versions;
        this.reasons = reasons;
        this.words = words;
        this.asking = asking;
    }

    /** @param asks what their stage asks for, in a sentence */
    record Unmet(UUID contact, String name, String stage, String asks) {}

    @GetMapping
    String all(Viewer viewer, Model model) {
        model.addAttribute("shown", StageShown.of(drafts.inForce(), words))
                .addAttribute("asking", asking.everywhere())
                .addAttribute("draft", drafts.current())
                .addAttribute("leads", viewer.role() == Role.MANAGER);
        return "stages/stages";
    }

    /** Which of one's own a draft concerns, and which do not meet what their stage asks for as it is. */
    @GetMapping("/mine")
    String mine(Viewer viewer, Model model) {
        model.addAttribute("draft", drafts.current())
                .addAttribute("concerned", versions.concerned(viewer))
                .addAttribute(
                        "unmet",
                        versions.unmet(viewer).stream()
                                .map(one -> new Unmet(
                                        one.contact(),
                                        one.name(),
                                        one.stage().name(),
                                        words.of(one.stage().asks())))
                                .toList());
        return "stages/mine";
    }

    @GetMapping("/reasons")
    @OpenTo(Audience.MANAGERS)
    String reasons(Viewer viewer, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("page", reasons.inTeamsOf(viewer, after));
        return "stages/reasons";
    }
}
