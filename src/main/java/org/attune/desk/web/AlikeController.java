package org.attune.desk.web;

import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.AlikeResponses;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationsSeen;
import org.attune.desk.web.TurnLine.AlikeLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * While a response is being typed: what nearly says the same and was given to others. Posted, although nothing is written,
 * so that no address carries what is said to a customer.
 */
@Controller
@OpenTo(Audience.SELLERS)
class AlikeController {

    private final AlikeResponses responses;
    private final ConversationsSeen conversations;
    private final Dialogue dialogue;

    AlikeController(AlikeResponses responses, ConversationsSeen conversations, Dialogue dialogue) {
        this.responses = responses;
        this.conversations = conversations;
        this.dialogue = dialogue;
    }

    @PostMapping("/conversations/{conversation}/alike")
    String alike(
            Viewer viewer,
            @PathVariable("conversation") UUID conversation,
            @RequestParam(name = "text", required = false) @Nullable String text,
            Model model) {
        ConversationId id =
                conversations.find(viewer, new ConversationId(conversation)).id();
        List<AlikeLine> alike = responses.to(viewer, id, text == null ? "" : text).stream()
                .map(dialogue::alike)
                .toList();
        model.addAttribute("alike", alike);
        return "desk/conversation/composer :: alike";
    }
}
