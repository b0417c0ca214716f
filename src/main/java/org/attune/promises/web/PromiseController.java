package org.attune.promises.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Said;
import org.attune.promises.OutcomeKind;
import org.attune.promises.PromiseId;
import org.attune.promises.PromiseView;
import org.attune.promises.Promises;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One promise: other words, another day, and what became of it. */
@Controller
@RequestMapping("/promises/{promise}")
@OpenTo(Audience.SELLERS)
class PromiseController {

    private final Promises promises;

    PromiseController(Promises promises) {
        this.promises = promises;
    }

    @GetMapping
    String page(Viewer viewer, @PathVariable UUID promise, Model model) {
        return page(promises.find(viewer, new PromiseId(promise)), model);
    }

    @PostMapping
    String reword(
            Viewer viewer,
            @PathVariable UUID promise,
            @Valid @ModelAttribute("words") WordsForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PromiseId id = new PromiseId(promise);
        return checked(viewer, id, errors, model, response, () -> {
            PromiseView kept = promises.reword(viewer, form.command(id));
            Flash.said(redirect, "promises.reworded");
            return contact(kept);
        });
    }

    /** Another day; late promises are moved, not broken. */
    @PostMapping("/day")
    String move(
            Viewer viewer,
            @PathVariable UUID promise,
            @Valid @ModelAttribute("day") DueForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PromiseId id = new PromiseId(promise);
        return checked(viewer, id, errors, model, response, () -> {
            PromiseView moved = promises.moveTo(viewer, id, Objects.requireNonNull(form.due()));
            Flash.said(redirect, "promises.outcome.moved").undo(undo(moved, "contact"));
            return contact(moved);
        });
    }

    /**
     * Kept, broken or reopened, in one key.
     *
     * @param from where the person is and comes back to: {@code today}, or else the contact
     */
    @PostMapping("/outcomes")
    String settle(
            Viewer viewer,
            @PathVariable UUID promise,
            @RequestParam OutcomeKind kind,
            @RequestParam(defaultValue = "contact") String from,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            RedirectAttributes redirect) {
        PromiseId id = new PromiseId(promise);
        PromiseView settled = settled(viewer, id, kind);
        String undo = undo(settled, from);
        if (htmx != null) {
            model.addAttribute("promise", settled).addAttribute("from", from);
            model.addAttribute(
                    "said", Said.of("promises.outcome." + kind.word()).withUndo(undo));
            return "promises/fragments :: settled";
        }
        Flash.said(redirect, "promises.outcome." + kind.word()).undo(undo);
        return back(settled, from);
    }

    /** Undo. */
    @PostMapping("/reversal")
    String takeBack(
            Viewer viewer,
            @PathVariable UUID promise,
            @RequestParam UUID of,
            @RequestParam(defaultValue = "contact") String from,
            RedirectAttributes redirect) {
        PromiseView before = promises.takeBack(viewer, new PromiseId(promise), of);
        Flash.said(redirect, "promises.taken-back");
        return back(before, from);
    }

    private PromiseView settled(Viewer viewer, PromiseId id, OutcomeKind kind) {
        return switch (kind) {
            case KEPT -> promises.keep(viewer, id);
            case BROKEN -> promises.giveUp(viewer, id);
            case REOPENED -> promises.reopen(viewer, id);
            case MOVED -> throw new RuleRefused("promises.due.needed", "due");
        };
    }

    private String checked(
            Viewer viewer,
            PromiseId id,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            Supplier<String> done) {
        if (!errors.hasErrors()) {
            try {
                return done.get();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(promises.find(viewer, id), model);
    }

    private static String page(PromiseView promise, Model model) {
        model.addAttribute("promise", promise);
        if (!model.containsAttribute("words")) {
            model.addAttribute("words", WordsForm.of(promise));
        }
        if (!model.containsAttribute("day")) {
            model.addAttribute("day", new DueForm(promise.due()));
        }
        return "promises/promise";
    }

    private static String undo(PromiseView promise, String from) {
        PromiseView.OutcomeView outcome = promise.outcome();
        String of = outcome == null ? "" : outcome.id().toString();
        return "/promises/" + promise.id().value() + "/reversal?of=" + of + "&from="
                + (from.equals("today") ? "today" : "contact");
    }

    private static String back(PromiseView promise, String from) {
        return from.equals("today") ? "redirect:/" : contact(promise);
    }

    private static String contact(PromiseView promise) {
        return "redirect:/contacts/" + promise.contact().value();
    }
}
