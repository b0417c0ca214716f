package org.attune.library.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.library.MaterialCauses;
import org.attune.library.MaterialVersionId;
import org.attune.library.Materials;
import org.attune.library.VersionView;
import org.attune.platform.PlainText;
import org.attune.platform.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was heard that led to a version. */
@Controller
@RequestMapping("/library/versions/{edition}/causes")
@OpenTo(Audience.SELLERS)
class CausesController {

    private static final int LONGEST = 200;

    private final Materials materials;
    private final MaterialCauses causes;

    CausesController(Materials materials, MaterialCauses causes) {
        this.materials = materials;
        this.causes = causes;
    }

    /** @param q words to look for */
    @GetMapping
    String causes(
            Viewer viewer,
            @PathVariable UUID edition,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        VersionView version = materials.version(viewer, new MaterialVersionId(edition));
        String words = PlainText.line(q == null ? null : q.substring(0, Math.min(LONGEST, q.length())));
        model.addAttribute("material", materials.of(viewer, version.id()))
                .addAttribute("version", version)
                .addAttribute("q", words)
                .addAttribute("causes", causes.of(viewer, version.id()))
                .addAttribute("heard", causes.heard(viewer, version.id(), words));
        return "library/causes";
    }

    @PostMapping
    String name(Viewer viewer, @PathVariable UUID edition, @RequestParam UUID turn, RedirectAttributes redirect) {
        causes.name(viewer, new MaterialVersionId(edition), new TurnId(turn));
        Flash.said(redirect, "library.cause.named").undo(path(edition) + "/" + turn + "/removal");
        return "redirect:" + path(edition);
    }

    @PostMapping("/{turn}/removal")
    String takeBack(Viewer viewer, @PathVariable UUID edition, @PathVariable UUID turn, RedirectAttributes redirect) {
        causes.takeBack(viewer, new MaterialVersionId(edition), new TurnId(turn));
        Flash.said(redirect, "library.cause.gone");
        return "redirect:" + path(edition);
    }

    private static String path(UUID edition) {
        return "/library/versions/" + edition + "/causes";
    }
}
