package org.attune.digest.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.digest.Digests;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether somebody wants a letter in the morning. */
@Controller
@RequestMapping("/preferences/digest")
@OpenTo(Audience.SELLERS)
class DigestController {

    private final Digests digests;

    DigestController(Digests digests) {
        this.digests = digests;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("wanted", digests.isWantedBy(viewer)).addAttribute("possible", digests.arePossible());
        return "digest/choice";
    }

    @PostMapping
    String choose(Viewer viewer, @RequestParam boolean wanted, RedirectAttributes redirect) {
        digests.choose(viewer, wanted);
        Flash.said(redirect, wanted ? "digest.said.on" : "digest.said.off");
        return "redirect:/preferences/digest";
    }
}
