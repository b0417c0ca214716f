package org.attune.platform;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the product says no to what was asked. The message key names the sentence in {@code messages.properties}
 * that says what is wrong and what helps; the field, where there is one, is the form field it belongs to.
 */
public final class RuleRefused extends NotTaken {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final @Nullable String field;
    private final transient Object[] arguments;

    public RuleRefused(String messageKey) {
        this(messageKey, null);
    }

    public RuleRefused(String messageKey, @Nullable String field, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.field = field;
        this.arguments = arguments.clone();
    }

    public String messageKey() {
        return messageKey;
    }

    public @Nullable String field() {
        return field;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
