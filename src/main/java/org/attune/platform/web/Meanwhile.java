package org.attune.platform.web;

import org.attune.platform.ChangedMeanwhile;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;

/**
 * What a form has against it when somebody else was there first. The form is shown again with what was typed, beside what is
 * kept now; sent once more, it replaces that (or, where it made something, makes something else).
 */
public final class Meanwhile extends ObjectError {

    private static final long serialVersionUID = 1L;

    private final String kept;
    private final @Nullable Integer version;

    Meanwhile(String form, ChangedMeanwhile changed) {
        super(form, new String[] {"platform.meanwhile.title"}, new Object[0], "changed meanwhile");
        this.kept = changed.kept();
        this.version = changed.version();
    }

    static @Nullable Meanwhile in(BindingResult errors) {
        return errors.getGlobalErrors().stream()
                .filter(Meanwhile.class::isInstance)
                .map(Meanwhile.class::cast)
                .findFirst()
                .orElse(null);
    }

    public String kept() {
        return kept;
    }

    /** That of what is kept now; nothing where the form was to make something. */
    public @Nullable Integer version() {
        return version;
    }
}
