package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.DateTimeException;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationFacts;
import org.attune.conversations.ConversationId;
import org.attune.conversations.FactsView;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts the facts about a conversation right. */
@Controller
@OpenTo(Audience.SELLERS)
class FactsController {

    private final ConversationFacts facts;
    private final TalkWords talk;
    private final Choices choices;

    FactsController(ConversationFacts facts, TalkWords talk, Choices choices) {
        this.facts = facts;
        this.talk = talk;
        this.choices = choices;
    }

    @GetMapping("/conversations/{conversation}/facts")
    String page(Viewer viewer, @PathVariable("conversation") UUID conversation, Model model) {
        FactsView view = facts.of(viewer, new ConversationId(conversation));
        model.addAttribute("form", FactsForm.of(view, viewer.zone()));
        return shown(viewer, view, model);
    }

    @PostMapping("/conversations/{conversation}/facts")
    String change(
            Viewer viewer,
            @PathVariable("conversation") UUID conversation,
            @Valid @ModelAttribute("form") FactsForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        FactsView view = facts.of(viewer, new ConversationId(conversation));
        if (!errors.hasErrors() && changed(viewer, view, form, errors)) {
            Flash.said(redirect, "desk.facts.changed");
            return "redirect:/conversations/" + conversation;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(viewer, facts.of(viewer, new ConversationId(conversation)), model);
    }

    private boolean changed(Viewer viewer, FactsView view, FactsForm form, BindingResult errors) {
        try {
            facts.change(viewer, form.command(view.conversation(), viewer.zone()));
            return true;
        } catch (ChangedMeanwhile changed) {
            FormErrors.add(
                    errors, new ChangedMeanwhile(talk.facts(view.conversation()), changed.typed(), changed.version()));
        } catch (RuleRefused refused) {
            FormErrors.add(errors, refused);
        } catch (DateTimeException impossible) {
            errors.rejectValue("at", "desk.new.at.wrong");
        }
        return false;
    }

    private String shown(Viewer viewer, FactsView view, Model model) {
        model.addAttribute("view", talk.talk(viewer, view.conversation()))
                .addAttribute("facts", view)
                .addAttribute("choices", choices);
        return "desk/conversation/facts";
    }
}
