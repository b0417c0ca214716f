package org.attune.access.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A place in Attune to come back to. Whatever leads elsewhere becomes the front page. */
final class LocalPath {

    static final String HOME = "/";

    private LocalPath() {}

    static String of(@Nullable String wanted) {
        if (wanted == null || wanted.length() > 2000 || !wanted.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\{}]]*")) {
            return HOME;
        }
        return wanted;
    }

    /** Path and query of an address of ours, such as the Referer names. */
    static String of(@Nullable String address, @Nullable String host) {
        if (address == null || host == null) {
            return HOME;
        }
        try {
            URI uri = URI.create(address);
            if (!host.equals(uri.getAuthority())) {
                return HOME;
            }
            return of(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (IllegalArgumentException noAddress) {
            return HOME;
        }
    }
}
