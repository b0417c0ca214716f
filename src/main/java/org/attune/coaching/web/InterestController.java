package org.attune.coaching.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Audience;
import org.attune.access.Hat;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.coaching.OwnFacts;
import org.attune.conversations.ConversationId;
import org.attune.listening.Listening;
import org.attune.listening.Part;
import org.attune.listening.Trend.Behind;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ten conversations behind a point of one's own interest over time, and behind each part of it. */
@Controller
@OpenTo(Audience.SELLERS)
class InterestController {

    private final Listening listening;
    private final OwnFacts facts;

    InterestController(Listening listening, OwnFacts facts) {
        this.listening = listening;
        this.facts = facts;
    }

    /** Where they stand, without the context path. */
    static String address(Hat hat, ConversationId last) {
        return "/me/interest?hat=" + hat + "&last=" + last.value();
    }

    @GetMapping("/me/interest")
    String ten(
            Viewer viewer,
            @RequestParam Hat hat,
            @RequestParam UUID last,
            @RequestParam @Nullable Part part,
            Model model) {
        List<Behind> ten = listening.behind(viewer, viewer.id(), hat, new ConversationId(last), part);
        if (ten.isEmpty()) {
            throw new NotSeen("point of interest");
        }
        Map<UUID, Double> worth = ten.stream()
                .filter(one -> one.worth() != null)
                .collect(Collectors.toMap(
                        one -> one.conversation().value(), one -> Objects.requireNonNull(one.worth())));
        model.addAttribute("hat", hat)
                .addAttribute("part", part)
                .addAttribute("worth", worth)
                .addAttribute(
                        "talks",
                        facts.talks(
                                viewer, ten.stream().map(Behind::conversation).toList()));
        return "coaching/ten";
    }
}
