package org.attune.people;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.attune.platform.PlainText;
import org.jspecify.annotations.Nullable;

/** An address on the web that is safe to link to. */
final class Website {

    private Website() {}

    /** The address with its scheme; one that was typed without gets https. */
    static @Nullable String read(@Nullable String typed) {
        String address = PlainText.lineOrNothing(typed);
        if (address == null) {
            return null;
        }
        return address.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*://.*") ? address : "https://" + address;
    }

    static boolean isOne(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme();
            String host = uri.getHost();
            return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                    && host != null
                    && host.contains(".")
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
