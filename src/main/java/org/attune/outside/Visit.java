package org.attune.outside;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Somebody at the page of a link. */
public record Visit(LinkKind kind, String secret, HttpServletRequest request, HttpServletResponse response) {

    String path() {
        return kind.path(secret);
    }
}
