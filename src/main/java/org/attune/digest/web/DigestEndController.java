package org.attune.digest.web;

import jakarta.servlet.http.HttpServletRequest;
import org.attune.access.Address;
import org.attune.access.Audience;
import org.attune.access.LinkGuesses;
import org.attune.access.OpenTo;
import org.attune.digest.Digests;
import org.attune.platform.NotSeen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Stops the letter from the letter itself, for whoever has the link. Opening it changes nothing, since filters of mail servers open
 * every link. Sending it does, and is answered with a page and not led elsewhere, as RFC 8058 asks.
 */
@Controller
@RequestMapping("/digest/{secret}")
@OpenTo(Audience.ANYONE)
class DigestEndController {

    private final Digests digests;
    private final LinkGuesses guesses;

    DigestEndController(Digests digests, LinkGuesses guesses) {
        this.digests = digests;
        this.guesses = guesses;
    }

    @GetMapping
    String show(@PathVariable String secret, HttpServletRequest request, Model model) {
        return page(secret, request, model);
    }

    @PostMapping
    String end(@PathVariable String secret, HttpServletRequest request, Model model) {
        settle(secret, false, request);
        return page(secret, request, model);
    }

    @PostMapping("/reversal")
    String undo(@PathVariable String secret, HttpServletRequest request) {
        settle(secret, true, request);
        return "redirect:/digest/" + secret;
    }

    private void settle(String secret, boolean wanted, HttpServletRequest request) {
        try {
            digests.choose(secret, wanted);
        } catch (NotSeen none) {
            throw guessed(none, request);
        }
    }

    private String page(String secret, HttpServletRequest request, Model model) {
        try {
            model.addAttribute("wanted", digests.isWantedBy(secret)).addAttribute("secret", secret);
            return "digest/end";
        } catch (NotSeen none) {
            throw guessed(none, request);
        }
    }

    private NotSeen guessed(NotSeen none, HttpServletRequest request) {
        guesses.wrong(new Address(request.getRemoteAddr()));
        return none;
    }
}
