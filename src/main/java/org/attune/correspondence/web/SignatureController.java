package org.attune.correspondence.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.correspondence.Signatures;
import org.attune.correspondence.Signatures.Signature;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What stands below one's letters to customers. */
@Controller
@RequestMapping("/preferences/signature")
@OpenTo(Audience.SELLERS)
class SignatureController {

    private final Signatures signatures;

    SignatureController(Signatures signatures) {
        this.signatures = signatures;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        Signature now = signatures.find(viewer);
        model.addAttribute("form", new SignatureForm(now.en(), now.de(), now.version()));
        return "correspondence/signature";
    }

    @PostMapping
    String keep(
            Viewer viewer,
            @Valid @ModelAttribute("form") SignatureForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                signatures.keep(viewer, form.en(), form.de(), form.version());
                Flash.said(redirect, "correspondence.signature.kept");
                return "redirect:/preferences/signature";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "correspondence/signature";
    }
}
