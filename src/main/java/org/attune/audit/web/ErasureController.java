package org.attune.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.audit.ErasurePreview;
import org.attune.audit.ErasureView;
import org.attune.audit.Erasures;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Somebody asks what we know about them, or to be forgotten. */
@Controller
@RequestMapping("/admin/erasure")
@OpenTo(Audience.ADMINS)
class ErasureController {

    private static final int LONGEST = 300;

    private final Erasures erasures;
    private final KnownWords known;
    private final Numbers numbers;

    ErasureController(Erasures erasures, KnownWords known, Numbers numbers) {
        this.erasures = erasures;
        this.known = known;
        this.numbers = numbers;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("done", erasures.done().stream().map(this::line).toList());
        return "audit/erasure";
    }

    /** Not in the address, where logs and histories would keep whom somebody asked for. */
    @PostMapping("/search")
    String search(
            Viewer admin,
            @RequestParam(required = false) @Nullable String who,
            HttpServletResponse response,
            Model model) {
        String typed = who == null ? "" : who.replace("\0", "").strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            model.addAttribute("wrong", typed.isEmpty() ? "audit.erasure.who.missing" : "audit.erasure.who.long");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            model.addAttribute("found", erasures.meant(admin, typed));
        }
        model.addAttribute("who", typed);
        return page(model);
    }

    @GetMapping("/{contact}")
    String preview(Viewer admin, @PathVariable UUID contact, Model model) {
        model.addAttribute("form", ErasureForm.empty());
        return preview(erasures.preview(admin, contact), model);
    }

    @PostMapping("/{contact}")
    String erase(
            Viewer admin,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") ErasureForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                erasures.erase(admin, form.command(contact));
                Flash.said(redirect, "audit.erasure.done");
                return "redirect:/admin/erasure";
            } catch (RuleRefused refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return preview(erasures.preview(admin, contact), model);
    }

    /** One file that needs nothing else to be read. */
    @PostMapping("/{contact}/known")
    String known(Viewer admin, @PathVariable UUID contact, HttpServletResponse response, Model model) {
        model.addAttribute("parts", known.parts(erasures.known(admin, contact), erasures.names()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("what-we-know.html", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return "audit/known";
    }

    record Done(ErasureView erasure, List<String> gone) {}

    private Done line(ErasureView erasure) {
        return new Done(erasure, numbers.lines(erasure.gone()));
    }

    private String preview(ErasurePreview preview, Model model) {
        model.addAttribute("person", preview.person())
                .addAttribute("going", numbers.lines(preview.going()))
                .addAttribute("staying", numbers.lines(preview.staying()));
        return "audit/erase";
    }
}
