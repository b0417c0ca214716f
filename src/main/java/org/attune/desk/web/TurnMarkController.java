package org.attune.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.Answers;
import org.attune.conversations.Mark;
import org.attune.conversations.Marks;
import org.attune.conversations.SuggestedThreads;
import org.attune.conversations.Threads;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnView;
import org.attune.conversations.TurnsSeen;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Flash;
import org.attune.platform.web.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From a turn, one key each: a mark, an open thread, an answer that was none. */
@Controller
@OpenTo(Audience.SELLERS)
class TurnMarkController {

    private final Marks marks;
    private final Threads threads;
    private final SuggestedThreads suggested;
    private final Answers answers;
    private final TurnsSeen turns;
    private final Workspace workspace;

    TurnMarkController(
            Marks marks,
            Threads threads,
            SuggestedThreads suggested,
            Answers answers,
            TurnsSeen turns,
            Workspace workspace) {
        this.marks = marks;
        this.threads = threads;
        this.suggested = suggested;
        this.answers = answers;
        this.turns = turns;
        this.workspace = workspace;
    }

    @PostMapping("/turns/{turn}/marks")
    ModelAndView mark(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @RequestParam("mark") String mark,
            @RequestParam(name = "on", defaultValue = "true") boolean on,
            @RequestHeader(name = TurnsOnPage.HEADER, required = false) @Nullable String there,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        Mark known = known(mark);
        if (on) {
            marks.mark(viewer, new TurnId(turn), known);
        } else {
            marks.unmark(viewer, new TurnId(turn), known);
        }
        return shown(viewer, List.of(turn), there, htmx);
    }

    @PostMapping("/turns/{turn}/thread")
    ModelAndView openThread(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @RequestHeader(name = TurnsOnPage.HEADER, required = false) @Nullable String there,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        threads.open(viewer, Ids.next(), new TurnId(turn), null);
        return shown(viewer, List.of(turn), there, htmx);
    }

    @PostMapping("/turns/{turn}/thread/refusal")
    ModelAndView waveAway(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @RequestHeader(name = TurnsOnPage.HEADER, required = false) @Nullable String there,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        suggested.wave(viewer, new TurnId(turn));
        return shown(viewer, List.of(turn), there, htmx);
    }

    @PostMapping("/turns/{turn}/thread/letting-go")
    ModelAndView letGo(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @RequestParam(name = "why", required = false) @Nullable String why,
            @RequestHeader(name = TurnsOnPage.HEADER, required = false) @Nullable String there,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        threads.letGo(viewer, new TurnId(turn), why);
        return shown(viewer, List.of(turn), there, htmx);
    }

    @PostMapping("/turns/{question}/answers/{heard}/removal")
    ModelAndView removeAnswer(
            Viewer viewer,
            @PathVariable("question") UUID question,
            @PathVariable("heard") UUID heard,
            @RequestHeader(name = TurnsOnPage.HEADER, required = false) @Nullable String there,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            RedirectAttributes redirect) {
        answers.remove(viewer, new TurnId(question), new TurnId(heard));
        String undo = "/turns/" + question + "/answers?heard=" + heard;
        Flash.said(redirect, "desk.turn.answer-removed").undo(undo);
        ModelAndView shown = shown(viewer, List.of(question, heard), there, htmx);
        if (htmx != null) {
            shown.addObject("saidNow", Said.of("desk.turn.answer-removed").withUndo(undo));
        }
        return shown;
    }

    @PostMapping("/turns/{question}/answers")
    ModelAndView addAnswer(
            Viewer viewer,
            @PathVariable("question") UUID question,
            @RequestParam("heard") UUID heard,
            @RequestHeader(name = TurnsOnPage.HEADER, required = false) @Nullable String there,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        answers.note(viewer, new TurnId(question), new TurnId(heard));
        return shown(viewer, List.of(question, heard), there, htmx);
    }

    /** Back to where the turn stands; with htmx only what changed. */
    private ModelAndView shown(Viewer viewer, List<UUID> changed, @Nullable String there, @Nullable String htmx) {
        TurnView turn = turns.find(viewer, new TurnId(changed.get(0))).orElseThrow(() -> new NotSeen("turn"));
        return htmx == null
                ? new ModelAndView(
                        "redirect:/conversations/" + turn.conversation().value() + "#t" + turn.seq())
                : new ModelAndView(
                        "desk/conversation/turn :: added",
                        "view",
                        workspace.changed(
                                viewer,
                                turn.conversation(),
                                changed.stream().map(TurnId::new).toList(),
                                TurnsOnPage.of(there)));
    }

    private static Mark known(String mark) {
        try {
            return Mark.valueOf(mark.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotSeen("mark");
        }
    }
}
