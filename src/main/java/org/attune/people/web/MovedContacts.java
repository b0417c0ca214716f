package org.attune.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.attune.people.ContactMoved;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Old links to a contact that was merged lead to the one it was merged into. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MovedContacts {

    /** Not for good, as a merge can be undone. What was sent to the old one must not end up elsewhere unseen. */
    @ExceptionHandler(ContactMoved.class)
    String moved(ContactMoved moved, HttpServletRequest request) {
        String page = "/contacts/" + moved.from().value();
        String path = request.getRequestURI();
        boolean sameKindOfPage = request.getMethod().equals("GET") && path.startsWith(page);
        String rest = sameKindOfPage ? path.substring(page.length()) : "";
        return "redirect:/contacts/" + moved.to().value() + rest;
    }
}
