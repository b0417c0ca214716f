package org.attune.desk.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.library.Fitting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A suggestion nobody wants is not made again in this conversation. */
@Controller
@OpenTo(Audience.SELLERS)
class FittingController {

    private final Fitting fitting;
    private final Workspace workspace;
    private final ConversationPage page;

    FittingController(Fitting fitting, Workspace workspace, ConversationPage page) {
        this.fitting = fitting;
        this.workspace = workspace;
        this.page = page;
    }

    /** Asked for as soon as something was logged has been answered: whoever writes does not wait for it. */
    @GetMapping("/conversations/{conversation}/fitting")
    String now(Viewer viewer, @PathVariable("conversation") UUID conversation, ModelMap model) {
        return lines(viewer, new ConversationId(conversation), true, model);
    }

    /** Without script the whole page comes again, with what was being written; script changes these lines only. */
    @PostMapping("/conversations/{conversation}/fitting/refusals")
    String waveAway(
            Viewer viewer,
            @PathVariable("conversation") UUID conversation,
            @RequestParam("item") UUID item,
            @ModelAttribute("typed") ComposerTyped typed,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            ModelMap model) {
        ConversationId id = new ConversationId(conversation);
        fitting.waveAway(viewer, id, item);
        if (htmx == null) {
            model.addAttribute("form", typed.form());
            return page.show(viewer, id, null, model);
        }
        return lines(viewer, id, false, model);
    }

    private String lines(Viewer viewer, ConversationId id, boolean outOfBand, ModelMap model) {
        model.addAttribute("talk", id.value());
        model.addAttribute("lines", workspace.fitting(viewer, id));
        model.addAttribute("outOfBand", outOfBand);
        return "desk/conversation/composer :: fittingNow";
    }
}
