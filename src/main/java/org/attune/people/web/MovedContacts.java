package org.attune.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.attune.access.Viewer;
import org.attune.people.ContactMoved;
import org.attune.people.Contacts;
import org.attune.platform.web.SentWords;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Old links to a contact that was merged lead to the one it was merged into. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MovedContacts {

    private final Contacts contacts;

    MovedContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    record Field(String name, String value) {}

    /** Not for good, as a merge can be undone. What was sent to the old one must not end up elsewhere unseen. */
    @ExceptionHandler(ContactMoved.class)
    ModelAndView moved(ContactMoved moved, HttpServletRequest request, HttpServletResponse response, Viewer viewer) {
        String from = "/contacts/" + moved.from().value();
        String to = "/contacts/" + moved.to().value();
        String path = request.getRequestURI();
        String rest = path.startsWith(from) ? path.substring(from.length()) : "";
        if (request.getMethod().equals("GET")) {
            return new ModelAndView("redirect:" + to + rest);
        }
        boolean htmx = request.getHeader("HX-Request") != null;
        if (htmx) {
            response.setHeader("HX-Retarget", "#toasts");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        return new ModelAndView(htmx ? "people/moved :: corner" : "people/moved", HttpStatus.CONFLICT)
                .addObject("kept", contacts.page(viewer, moved.to()))
                .addObject("action", path.startsWith(from) ? to + rest : null)
                .addObject("fields", fields(request))
                .addObject("sent", SentWords.of(request));
    }

    /** Without the version: that of the one says nothing about the other, so that both are seen before one is replaced. */
    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field ->
                        SentWords.mayBeKept(field.getKey()) && !field.getKey().equals("version"))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Field(field.getKey(), value)))
                .toList();
    }
}
