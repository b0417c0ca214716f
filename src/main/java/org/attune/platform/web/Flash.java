package org.attune.platform.web;

import java.io.Serializable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Says on the next page what was done on this one: {@code Flash.said(redirect, "people.contact.archived", name)
 * .undo("/contacts/…/restoration")}.
 */
public final class Flash {

    /** Under this name the shell looks for a {@link Said}, in flash attributes as in any model. */
    public static final String NAME = "said";

    private final RedirectAttributes redirect;
    private final Said said;

    private Flash(RedirectAttributes redirect, Said said) {
        this.redirect = redirect;
        this.said = said;
        redirect.addFlashAttribute(NAME, said);
    }

    public static Flash said(RedirectAttributes redirect, String key, Serializable... arguments) {
        return new Flash(redirect, Said.of(key, arguments));
    }

    /** Offers to take it back: a button that posts to this path. */
    public void undo(String path) {
        redirect.addFlashAttribute(NAME, said.withUndo(path));
    }
}
