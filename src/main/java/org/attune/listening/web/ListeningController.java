package org.attune.listening.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.listening.ConversationFactsView;
import org.attune.listening.Listening;
import org.attune.listening.SuggestedMarks;
import org.attune.listening.Verdict;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The facts of a conversation, and the marks that are suggested in it. */
@Controller
@OpenTo(Audience.SELLERS)
class ListeningController {

    /** How many suggestions are asked about at once. */
    private static final int AT_ONCE = 20;

    private final Listening listening;
    private final SuggestedMarks suggested;
    private final FactWords words;

    ListeningController(Listening listening, SuggestedMarks suggested, FactWords words) {
        this.listening = listening;
        this.suggested = suggested;
        this.words = words;
    }

    @GetMapping("/conversations/{conversation}/listening")
    String page(Viewer viewer, @PathVariable("conversation") UUID conversation, Model model) {
        ConversationFactsView facts = listening.facts(viewer, new ConversationId(conversation));
        int last = facts.conversation().lastSeq();
        model.addAttribute("facts", facts)
                .addAttribute("names", words.names(facts))
                .addAttribute("ours", facts.shown() ? words.ofOurs(facts) : List.of())
                .addAttribute("both", words.ofBoth(facts))
                .addAttribute("inTrend", words.inTrend(facts))
                .addAttribute(
                        "suggestions",
                        facts.suggestions().stream()
                                .limit(AT_ONCE)
                                .map(one -> SuggestionLine.of(one, last))
                                .toList());
        return "listening/facts";
    }

    @PostMapping("/turns/{turn}/suggestion")
    String say(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @RequestParam("mark") String mark,
            @RequestParam("verdict") String verdict,
            RedirectAttributes redirect) {
        Verdict said = named(Verdict.class, verdict);
        ConversationId conversation = suggested.say(viewer, new TurnId(turn), named(Mark.class, mark), said);
        redirect.addFlashAttribute("answered", true); // focus goes on to the next one
        if (said != Verdict.OPEN) {
            Flash.said(redirect, "listening.said." + said.name().toLowerCase(Locale.ROOT))
                    .undo("/turns/" + turn + "/suggestion?verdict=open&mark=" + mark.toLowerCase(Locale.ROOT));
        }
        return "redirect:/conversations/" + conversation.value() + "/listening";
    }

    @PostMapping("/conversations/{conversation}/marks-gone-through")
    String goThrough(Viewer viewer, @PathVariable("conversation") UUID conversation, RedirectAttributes redirect) {
        suggested.goThrough(viewer, new ConversationId(conversation));
        Flash.said(redirect, "listening.said.gone-through");
        return "redirect:/conversations/" + conversation + "/listening";
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotSeen(type.getSimpleName());
        }
    }
}
