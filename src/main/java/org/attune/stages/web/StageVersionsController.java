package org.attune.stages.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.web.Flash;
import org.attune.stages.StageDrafts;
import org.attune.stages.StageVersions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every version of the stages: what it was, what is different between two, and one brought back as a draft. */
@Controller
@RequestMapping("/admin/stage-versions")
@OpenTo(Audience.ADMINS)
class StageVersionsController {

    private final StageVersions versions;
    private final StageDrafts drafts;
    private final DifferenceWords words;
    private final AskWords asks;

    StageVersionsController(StageVersions versions, StageDrafts drafts, DifferenceWords words, AskWords asks) {
        this.versions = versions;
        this.drafts = drafts;
        this.words = words;
        this.asks = asks;
    }

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable Integer was,
            @RequestParam(required = false) @Nullable Integer becomes,
            Model model) {
        model.addAttribute("versions", versions.all()).addAttribute("was", was).addAttribute("becomes", becomes);
        if (was != null && becomes != null) {
            model.addAttribute("differences", words.of(versions.between(was, becomes)));
        }
        return "stages/admin/versions";
    }

    @GetMapping("/{version}")
    String one(@PathVariable int version, Model model) {
        model.addAttribute("shown", StageShown.of(versions.version(version), asks))
                .addAttribute("version", version)
                .addAttribute("inForce", drafts.inForce().version())
                .addAttribute("draft", drafts.current())
                .addAttribute("id", Ids.next());
        return "stages/admin/version";
    }

    @PostMapping("/{version}/draft")
    String restore(
            Viewer viewer,
            @PathVariable int version,
            @RequestParam UUID id,
            @RequestParam String seen,
            RedirectAttributes redirect) {
        boolean different = drafts.restore(viewer, id, seen, version).seen().equals(id.toString());
        if (different) {
            Flash.said(redirect, "stages.versions.restored", version).undo(AdminStagesController.undo(id));
        } else {
            Flash.said(redirect, "stages.draft.nothing");
        }
        return "redirect:/admin/stages";
    }
}
