package org.attune.correspondence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.attune.access.Address;
import org.attune.access.Audience;
import org.attune.access.LinkGuesses;
import org.attune.access.OpenTo;
import org.attune.correspondence.Wishes;
import org.attune.platform.NotSeen;
import org.attune.platform.web.QuietPage;
import org.attune.platform.web.WrittenTo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where somebody who got a letter says that they want none. Opening it changes nothing, since filters of mail servers open every link.
 * Sending it does, and is answered with a page and not led elsewhere, as RFC 8058 asks. The page says nothing about
 * anybody, and speaks the language of whom the letter was for.
 */
@Controller
@RequestMapping("/unwanted/{secret}")
@OpenTo(Audience.ANYONE)
class UnwantedController implements WrittenTo {

    private final Wishes wishes;
    private final LinkGuesses guesses;

    UnwantedController(Wishes wishes, LinkGuesses guesses) {
        this.wishes = wishes;
        this.guesses = guesses;
    }

    @Override
    public Optional<Locale> readerOf(String secret) {
        return wishes.locale(secret);
    }

    @GetMapping
    String show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(secret, request, response, model);
    }

    @PostMapping
    String end(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        settle(secret, false, request, response);
        return page(secret, request, response, model);
    }

    @PostMapping("/reversal")
    String undo(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        settle(secret, true, request, response);
        return "redirect:/unwanted/" + secret;
    }

    private void settle(String secret, boolean wanted, HttpServletRequest request, HttpServletResponse response) {
        QuietPage.of(request, response);
        try {
            wishes.choose(secret, wanted);
        } catch (NotSeen none) {
            throw guessed(none, request);
        }
    }

    private String page(String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        QuietPage.of(request, response);
        try {
            model.addAttribute("wanted", wishes.isWanted(secret)).addAttribute("secret", secret);
        } catch (NotSeen none) {
            throw guessed(none, request);
        }
        return "correspondence/unwanted";
    }

    /** A guess, or a link that was cut short: whoever is here has a letter of ours and knows nothing of our teams. */
    @ExceptionHandler
    ModelAndView nowhere(NotSeen none) {
        return new ModelAndView("correspondence/nowhere", HttpStatus.NOT_FOUND);
    }

    private NotSeen guessed(NotSeen none, HttpServletRequest request) {
        guesses.wrong(new Address(request.getRemoteAddr()));
        return none;
    }
}
