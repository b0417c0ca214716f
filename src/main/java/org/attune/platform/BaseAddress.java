package org.attune.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people find Attune, as whoever runs it has set it. Links that leave Attune by mail begin with it, never with what a
 * request said about its host, which anybody can make up.
 */
@Component
public class BaseAddress {

    private static final String HELP =
            "Set ATTUNE_BASE_URL to what people type to get to Attune, such as https://attune.example.org, or leave it out.";

    private final @Nullable URI address;

    public BaseAddress(@Value("${attune.base-url:}") String address) {
        this.address = address.isBlank() ? null : checked(address.strip().replaceAll("/+$", ""));
    }

    private static URI checked(String typed) {
        try {
            URI address = new URI(typed);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            boolean bare = address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
            if (web && bare && address.getHost() != null) {
                return address;
            }
        } catch (java.net.URISyntaxException noAddress) {
            // said below
        }
        throw new SettingRefused("The address attune.base-url is not one of a website.", HELP);
    }

    public boolean isKnown() {
        return address != null;
    }

    /** The whole address of a place in Attune, if it is known where Attune is. */
    public Optional<String> of(String path) {
        return Optional.ofNullable(address).map(base -> base + path);
    }

    /** The name of the machine in it. */
    public String host() {
        return address == null ? "localhost" : address.getHost();
    }
}
