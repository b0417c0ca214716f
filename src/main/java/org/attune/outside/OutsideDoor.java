package org.attune.outside;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.attune.access.Address;
import org.attune.access.LinkGuesses;
import org.attune.platform.NotTaken;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.QuietPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/**
 * What the pages behind links have in common: they speak the customer's language, are found and kept by nobody, tell nobody where one
 * came from, need no session and begin none. Whoever tries secrets that are none is slowed down.
 */
@Component
public class OutsideDoor {

    /** Under this name forms send the token of their page. */
    public static final String TOKEN = "token";

    private final OutsideLinks links;
    private final LinkGuesses guesses;
    private final MessageSource messages;

    OutsideDoor(OutsideLinks links, LinkGuesses guesses, MessageSource messages) {
        this.links = links;
        this.guesses = guesses;
        this.messages = messages;
    }

    /**
     * For looking at the page.
     *
     * @throws LinkClosed where there is nothing to answer any more
     */
    public OutsideLink open(Visit visit) {
        OutsideLink link = knock(visit);
        if (!link.isOpen()) {
            throw new LinkClosed(link);
        }
        return link;
    }

    /** What whoever has this link reads; nothing where it opens nothing of this kind. */
    public Optional<Locale> reader(LinkKind kind, String secret) {
        return links.reader(kind, secret);
    }

    private OutsideLink knock(Visit visit) {
        QuietPage.of(visit.request(), visit.response());
        try {
            OutsideLink link = links.find(visit.kind(), visit.secret());
            visit.request().setAttribute(TOKEN, LinkSecrets.token(visit.secret()));
            return link;
        } catch (LinkUnknown none) {
            guesses.wrong(new Address(visit.request().getRemoteAddr()));
            throw none;
        }
    }

    /**
     * For answering, which finds out itself whether the link is still open.
     *
     * @param token from the form, which says that its page was open
     * @param answer what to do with what was sent, where nothing is against it
     * @param again shows the page once more with what was sent
     */
    public String answer(
            Visit visit,
            @Nullable String token,
            BindingResult errors,
            Consumer<OutsideLink> answer,
            Function<OutsideLink, String> again) {
        OutsideLink link = knock(visit);
        if (!isFromItsPage(visit, token)) {
            errors.reject("outside.send-again", messages.getMessage("outside.send-again", null, link.locale()));
        }
        if (!errors.hasErrors()) {
            try {
                answer.accept(link);
                return "redirect:" + visit.path();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        visit.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return again.apply(open(visit));
    }

    private static boolean isFromItsPage(Visit visit, @Nullable String token) {
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        LinkSecrets.token(visit.secret()).getBytes(StandardCharsets.UTF_8));
    }
}
