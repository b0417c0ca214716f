package org.attune.desk.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.library.Fitting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    FittingController(Fitting fitting, Workspace workspace) {
        this.fitting = fitting;
        this.workspace = workspace;
    }

    @PostMapping("/conversations/{conversation}/fitting/refusals")
    String waveAway(
            Viewer viewer,
            @PathVariable("conversation") UUID conversation,
            @RequestParam("item") UUID item,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        ConversationId id = new ConversationId(conversation);
        fitting.waveAway(viewer, id, item);
        if (htmx == null) {
            return "redirect:/conversations/" + conversation;
        }
        model.addAttribute("view", workspace.page(viewer, id, null));
        return "desk/conversation/composer :: fittingNow";
    }
}
