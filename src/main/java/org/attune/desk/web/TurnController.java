package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.LoggedTurn;
import org.attune.desk.Logging;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Logs turns, and hands over those that were logged elsewhere meanwhile. */
@Controller
@OpenTo(Audience.SELLERS)
class TurnController {

    private final Logging logging;
    private final Workspace workspace;
    private final ConversationPage page;
    private final MessageSource messages;

    TurnController(Logging logging, Workspace workspace, ConversationPage page, MessageSource messages) {
        this.logging = logging;
        this.workspace = workspace;
        this.page = page;
        this.messages = messages;
    }

    @PostMapping("/conversations/{id}/turns")
    ModelAndView log(
            Viewer viewer,
            @PathVariable("id") UUID id,
            @RequestParam("id") @Nullable UUID turn,
            @RequestParam(name = "move", defaultValue = "listen") String move,
            @RequestParam(name = "speaker", required = false) @Nullable UUID speaker,
            @RequestParam(name = "how", defaultValue = "word_for_word") String how,
            @RequestParam(name = "text", required = false) @Nullable String text,
            @RequestParam(name = "understanding", required = false) @Nullable String understanding,
            @RequestParam(name = "answers", required = false) @Nullable List<UUID> answers,
            @RequestParam(name = "follows", required = false) @Nullable UUID follows,
            @RequestParam(name = "question", required = false) @Nullable String question,
            @RequestParam(name = "uses", required = false) @Nullable List<String> uses,
            @RequestParam(name = "after", required = false) @Nullable Integer after,
            @RequestHeader(name = TurnsOnPage.HEADER, required = false) @Nullable String there,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        ConversationId conversation = new ConversationId(id);
        ComposerForm form = new ComposerForm(
                turn == null ? Ids.next() : turn,
                move,
                speaker,
                how,
                text,
                understanding,
                answers == null ? List.of() : answers,
                follows,
                question,
                uses == null ? List.of() : uses,
                List.of());
        try {
            LoggedTurn logged = logging.log(viewer, form.toLog(conversation), form.used());
            return htmx == null
                    ? new ModelAndView("redirect:/conversations/" + id + "#t" + logged.seq())
                    : added(workspace.since(
                            viewer, conversation, after == null ? logged.seq() - 1 : after, TurnsOnPage.of(there)));
        } catch (RuleRefused refused) {
            return refused(viewer, conversation, form.with(List.of(word(refused))), htmx != null);
        } catch (ChangedMeanwhile changed) {
            if (htmx != null) {
                throw changed; // what waits in the browser is shown beside what is kept
            }
            ModelAndView again = refused(viewer, conversation, form.asAnother(Ids.next()), false);
            again.addObject("kept", changed.kept());
            again.setStatus(HttpStatus.CONFLICT);
            return again;
        }
    }

    /** What another tab or another person logged; nothing to say answers 204. */
    @GetMapping("/conversations/{id}/turns")
    @Nullable
    ModelAndView news(
            Viewer viewer,
            @PathVariable("id") UUID id,
            @RequestParam(name = "after", defaultValue = "0") int after,
            @RequestHeader(name = TurnsOnPage.HEADER, required = false) @Nullable String there,
            HttpServletResponse response) {
        Optional<WorkspaceView> news = workspace.news(viewer, new ConversationId(id), after, TurnsOnPage.of(there));
        if (news.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return added(news.get());
    }

    private ModelAndView refused(Viewer viewer, ConversationId id, ComposerForm form, boolean htmx) {
        ModelAndView again = new ModelAndView("desk/conversation/composer :: problems", "form", form);
        if (!htmx) {
            again.setViewName(page.show(viewer, id, null, again.getModelMap()));
        }
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ModelAndView added(WorkspaceView view) {
        return new ModelAndView("desk/conversation/turn :: added", "view", view);
    }

    private String word(RuleRefused refused) {
        return messages.getMessage(refused.messageKey(), refused.arguments(), LocaleContextHolder.getLocale());
    }
}
