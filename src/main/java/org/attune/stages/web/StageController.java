package org.attune.stages.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.attune.platform.web.Said;
import org.attune.stages.MoveView;
import org.attune.stages.PathView;
import org.attune.stages.Stage;
import org.attune.stages.Stages;
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

/** The stage of a contact: the path with its evidence, every move so far, and the next one. */
@Controller
@RequestMapping("/contacts/{contact}/stage")
@OpenTo(Audience.SELLERS)
class StageController {

    private final Stages stages;

    StageController(Stages stages) {
        this.stages = stages;
    }

    @GetMapping
    String page(
            Viewer viewer,
            @PathVariable UUID contact,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        PathView path = stages.path(viewer, new ContactId(contact));
        model.addAttribute("form", MoveForm.on(path, to));
        return page(viewer, path, model);
    }

    @PostMapping
    String move(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactId id = new ContactId(contact);
        if (!errors.hasErrors()) {
            try {
                MoveView move = stages.move(viewer, form.command(id));
                return moved(viewer, id, move, htmx != null, model, redirect);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, stages.path(viewer, id), model);
    }

    /** Undo. */
    @PostMapping("/reversal")
    String takeBack(Viewer viewer, @PathVariable UUID contact, @RequestParam UUID of, RedirectAttributes redirect) {
        stages.takeBack(viewer, new ContactId(contact), of);
        Flash.said(redirect, "stages.moved.back");
        return "redirect:/contacts/" + contact;
    }

    private String moved(
            Viewer viewer, ContactId id, MoveView move, boolean htmx, Model model, RedirectAttributes redirect) {
        String undo = "/contacts/" + id.value() + "/stage/reversal?of=" + move.id();
        String to = Objects.requireNonNullElse(move.to(), "");
        if (htmx) {
            model.addAttribute("path", stages.path(viewer, id));
            model.addAttribute("said", Said.of("stages.moved", to).withUndo(undo));
            return "stages/path :: moved";
        }
        Flash.said(redirect, "stages.moved", to).undo(undo);
        return "redirect:/contacts/" + id.value();
    }

    private String page(Viewer viewer, PathView path, Model model) {
        model.addAttribute("path", path);
        model.addAttribute("moves", stages.moves(viewer, path.contact().id()));
        model.addAttribute("choices", choices(path));
        return "stages/stage";
    }

    private List<Option> choices(PathView path) {
        Stage now = path.now();
        return Stream.of(stages.all())
                .flatMap(List::stream)
                .filter(stage -> !stage.equals(now) || stage.key().equals(Stage.NOT_NOW))
                .map(stage -> new Option(stage.key(), stage.name()))
                .toList();
    }
}
