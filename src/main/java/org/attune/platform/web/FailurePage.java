package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says what went wrong and what helps, never what it looked like inside.
 *
 * @param words which sentences of {@code platform.failure.…} fit
 * @param sentence a sentence of its own, where there is one
 */
record FailurePage(
        HttpStatus status, String words, @Nullable String sentence) {

    private static final Set<Integer> WITH_WORDS_OF_THEIR_OWN = Set.of(400, 403, 404, 405, 409, 413, 422, 503);

    static FailurePage of(HttpStatus status) {
        if (WITH_WORDS_OF_THEIR_OWN.contains(status.value())) {
            return new FailurePage(status, String.valueOf(status.value()), null);
        }
        return new FailurePage(status, status.is4xxClientError() ? "400" : "500", null);
    }

    FailurePage saying(String own) {
        return new FailurePage(status, words, own);
    }

    /** A whole page; for htmx a few words that go to the corner and leave the page alone. */
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) {
        boolean fragment = "true".equals(request.getHeader("HX-Request"));
        if (fragment) {
            response.setHeader("HX-Retarget", "#toasts");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        String template = status == HttpStatus.CONFLICT ? "error/conflict" : "error/failure";
        return new ModelAndView(fragment ? template + " :: corner" : template, status)
                .addObject("words", fragment && status == HttpStatus.FORBIDDEN ? "403.corner" : words)
                .addObject("sent", SentWords.of(request))
                .addObject("sentence", sentence)
                .addObject("reference", RequestReference.of(request));
    }
}
