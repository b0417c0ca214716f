package org.attune.library.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a link in a text may lead: to a page of the web, named in full, or into a letter. Everything else stays text. */
final class SafeLink {

    private static final Pattern ALLOWED = Pattern.compile(
            "(?i)https?://[^\\s/?#\\\\@\\p{Cc}][^\\s\\\\\\p{Cc}]*|mailto:[^\\s\\p{Cc}:/]+@[^\\s\\p{Cc}:/]+");

    private SafeLink() {}

    static Optional<String> of(String destination) {
        return ALLOWED.matcher(destination).matches() ? Optional.of(destination) : Optional.empty();
    }
}
