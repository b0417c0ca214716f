package org.attune.outside;

import java.util.Locale;

/** What a link is for; a secret of one kind opens nothing of another. */
public enum LinkKind {
    /** A need summed up, and whether that is it. */
    PLAYBACK("/p/"),
    /** Three questions about how it is with us. */
    PULSE("/pulse/");

    private final String path;

    LinkKind(String path) {
        this.path = path;
    }

    String path(String secret) {
        return path + secret;
    }

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
