package org.attune.correspondence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.correspondence.Letters;
import org.attune.correspondence.Returns;
import org.attune.people.ContactId;
import org.attune.platform.NotTaken;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What mail servers sent back, brought by whoever found it in their mailbox; and addresses that work after all. */
@Controller
@OpenTo(Audience.SELLERS)
class ReturnedController {

    private final Returns returns;
    private final Letters letters;

    ReturnedController(Returns returns, Letters letters) {
        this.returns = returns;
        this.letters = letters;
    }

    @GetMapping("/letters/returned")
    String show(Model model) {
        model.addAttribute("form", new ReturnedForm());
        return "correspondence/returned";
    }

    @PostMapping("/letters/returned")
    String read(
            Viewer viewer,
            @ModelAttribute("form") ReturnedForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                Flash.said(redirect, "correspondence.returned.done", returns.read(viewer, form.content()));
                return "redirect:/letters/returned";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "correspondence/returned";
    }

    @PostMapping("/contacts/{contact}/touches/address")
    String works(Viewer viewer, @PathVariable UUID contact, @RequestParam String address, RedirectAttributes redirect) {
        letters.works(viewer, new ContactId(contact), address);
        Flash.said(redirect, "correspondence.works.noted");
        return "redirect:/contacts/" + contact + "/touches";
    }
}
