package org.attune.outside;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.attune.access.Address;
import org.attune.access.LinkGuesses;
import org.attune.platform.web.PageLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the pages behind links have in common: they speak the customer's language, are found and kept by nobody, tell nobody where one
 * came from, need no session and begin none. Whoever tries secrets that are none is slowed down.
 */
@Component
public class OutsideDoor {

    /** Under this name forms send the token of their page. */
    public static final String TOKEN = "token";

    /** What made a session for a token that nobody needs here. */
    private static final String[] TOKENS_OF_SESSIONS = {"org.springframework.security.web.csrf.CsrfToken", "_csrf"};

    private final OutsideLinks links;
    private final LinkGuesses guesses;

    OutsideDoor(OutsideLinks links, LinkGuesses guesses) {
        this.links = links;
        this.guesses = guesses;
    }

    /**
     * For looking at the page.
     *
     * @throws LinkClosed where there is nothing to answer any more
     */
    public OutsideLink open(LinkKind kind, String secret, HttpServletRequest request, HttpServletResponse response) {
        OutsideLink link = knock(kind, secret, request, response);
        if (!link.isOpen()) {
            throw new LinkClosed(link);
        }
        return link;
    }

    /** For answering, which finds out itself whether the link is still open. */
    public OutsideLink knock(LinkKind kind, String secret, HttpServletRequest request, HttpServletResponse response) {
        quietly(request, response);
        try {
            OutsideLink link = links.find(kind, secret);
            PageLanguage.speak(request, link.locale());
            request.setAttribute(TOKEN, LinkSecrets.token(secret));
            return link;
        } catch (LinkUnknown none) {
            guesses.wrong(new Address(request.getRemoteAddr()));
            throw none;
        }
    }

    /** Whether what was sent comes from the page that was shown. */
    public boolean isFromItsPage(String secret, @Nullable String token) {
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        LinkSecrets.token(secret).getBytes(StandardCharsets.UTF_8));
    }

    private static void quietly(HttpServletRequest request, HttpServletResponse response) {
        for (String token : TOKENS_OF_SESSIONS) {
            request.removeAttribute(token);
        }
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }
}
