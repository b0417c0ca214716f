package org.attune.voice.web;

import java.util.List;
import java.util.UUID;
import org.attune.stages.Stage;
import org.attune.voice.VoiceChoices;
import org.attune.voice.VoiceFilter;
import org.attune.voice.VoicePeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a page of the voice listens to, what else it could, and where its links lead: they keep what it is narrowed to.
 *
 * @param span code of the usual period, or {@code custom}
 * @param problem key of what was wrong with the days asked for; the last twelve weeks are shown then
 */
record Listening(
        VoiceFilter filter,
        VoiceChoices.All choices,
        List<Stage> stages,
        String span,
        @Nullable String problem) {

    static final String CUSTOM = "custom";

    public VoicePeriod period() {
        return filter.period();
    }

    public String board() {
        return address("/voice", period());
    }

    public String board(UUID theme) {
        return builder("/voice", period()).queryParam("theme", theme).encode().toUriString();
    }

    public String theme(UUID theme) {
        return address("/voice/themes/" + theme, period());
    }

    /** What was heard in one of its bars. */
    public String bar(UUID theme, int bar) {
        return address("/voice/themes/" + theme, period().part(bar));
    }

    public String people(UUID theme) {
        return address("/voice/themes/" + theme + "/people", period());
    }

    public String phrases(UUID theme) {
        return address("/voice/themes/" + theme + "/phrases", period());
    }

    public String phrase(UUID theme, String said) {
        return builder("/voice/themes/" + theme + "/phrases", period())
                .queryParam("said", "{said}")
                .encode()
                .build(said)
                .toString();
    }

    public String questions(boolean open) {
        return open
                ? builder("/voice/questions", period())
                        .queryParam("open", "true")
                        .encode()
                        .toUriString()
                : address("/voice/questions", period());
    }

    public String landed() {
        return address("/voice/landed", period());
    }

    public String landed(String kind, UUID id) {
        return address("/voice/landed/" + kind + "/" + id, period());
    }

    public String sorting() {
        return address("/voice/sorting", period());
    }

    public String sortingAfter(String key) {
        return builder("/voice/sorting", period())
                .queryParam("after", "{after}")
                .encode()
                .build(key)
                .toString();
    }

    /** The same page of another usual period. */
    public String during(String path, String code) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        narrowed(address);
        return address.queryParam("period", code).encode().toUriString();
    }

    /** This page further on. */
    public @Nullable String next(String path, @Nullable String key) {
        return key == null
                ? null
                : builder(path, period())
                        .queryParam("after", "{after}")
                        .encode()
                        .build(key)
                        .toString();
    }

    private String address(String path, VoicePeriod days) {
        return builder(path, days).encode().toUriString();
    }

    private UriComponentsBuilder builder(String path, VoicePeriod days) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        narrowed(address);
        return address.queryParam("period", CUSTOM)
                .queryParam("from", days.from())
                .queryParam("until", days.until());
    }

    private void narrowed(UriComponentsBuilder address) {
        put(address, "stage", filter.stage());
        put(address, "company", filter.company());
        put(address, "tag", filter.tag());
        put(address, "team", filter.team());
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            // Tags are anybody's words; braces in them are no places to fill.
            address.queryParam(name, value.toString().replace("{", "").replace("}", ""));
        }
    }
}
