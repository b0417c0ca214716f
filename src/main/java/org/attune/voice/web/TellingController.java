package org.attune.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Say;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.voice.ListenerView;
import org.attune.voice.StatementView;
import org.attune.voice.Statements;
import org.attune.voice.Tellings;
import org.attune.voice.ToldIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Telling somebody what became of what they said: promised, or done. */
@Controller
@RequestMapping("/voice/statements/{statement}")
@OpenTo(Audience.SELLERS)
class TellingController {

    private final Statements statements;
    private final Tellings tellings;
    private final StatementWords words;
    private final Say say;

    TellingController(Statements statements, Tellings tellings, StatementWords words, Say say) {
        this.statements = statements;
        this.tellings = tellings;
        this.words = words;
        this.say = say;
    }

    @GetMapping("/tellings/new")
    String begin(Viewer viewer, @PathVariable UUID statement, @RequestParam UUID contact, Model model) {
        StatementView view = statements.find(viewer, statement);
        if (view.answer() == null) {
            throw new NotSeen("answer");
        }
        model.addAttribute("form", TellForm.empty(view.answer().id(), contact));
        return page(viewer, view, contact, model);
    }

    @PostMapping("/tellings")
    String tell(
            Viewer viewer,
            @PathVariable UUID statement,
            @Valid @ModelAttribute("form") TellForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        StatementView view = statements.find(viewer, statement);
        if (!errors.hasErrors()) {
            try {
                tellings.tell(viewer, form.command(statement));
                Flash.said(redirect, "voice.telling.noted")
                        .undo("/voice/statements/" + statement + "/tellings/" + form.id() + "/withdrawal");
                return StatementController.back(statement);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, view, form.contact(), model);
    }

    @PostMapping("/tellings/{telling}/withdrawal")
    String takeBack(
            Viewer viewer, @PathVariable UUID statement, @PathVariable UUID telling, RedirectAttributes redirect) {
        tellings.takeBack(viewer, statement, telling);
        Flash.said(redirect, "voice.telling.taken-back");
        return StatementController.back(statement);
    }

    /** One click: to be done tomorrow. */
    @PostMapping("/promises")
    String promise(
            Viewer viewer,
            @PathVariable UUID statement,
            @RequestParam UUID id,
            @RequestParam UUID answer,
            @RequestParam UUID contact,
            RedirectAttributes redirect) {
        StatementView view = statements.find(viewer, statement);
        ListenerView listener = listener(view, contact);
        MakePromise promise = MakePromise.ours(
                new PromiseId(id),
                new ContactId(contact),
                words.promise(listener.givenName(), view.line().words()),
                say.today().plusDays(1));
        tellings.promise(viewer, statement, answer, promise);
        Flash.said(redirect, "voice.telling.promised", listener.name());
        return StatementController.back(statement);
    }

    private static ListenerView listener(StatementView view, @Nullable UUID contact) {
        return view.listeners().stream()
                .filter(one -> one.contact().value().equals(contact))
                .findFirst()
                .orElseThrow(() -> new NotSeen("somebody who said it"));
    }

    private String page(Viewer viewer, StatementView view, @Nullable UUID contact, Model model) {
        ListenerView listener = listener(view, contact);
        List<ToldIn> places = tellings.places(viewer, view.line().id(), listener.contact());
        model.addAttribute("view", view)
                .addAttribute("listener", Objects.requireNonNull(listener))
                .addAttribute("places", words.places(places));
        return "voice/telling";
    }
}
