package org.attune.voice.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.SafeCsv;
import org.attune.voice.VoiceExports;
import org.attune.voice.VoicedTurn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was heard, as a table for those who write: without names, whatever the hat. */
@Controller
@OpenTo(Audience.SELLERS)
class VoiceExportController {

    private static final List<String> COLUMNS = List.of("theme", "words", "how", "month", "role", "trade");

    private final VoiceExports exports;
    private final MessageSource messages;

    VoiceExportController(VoiceExports exports, MessageSource messages) {
        this.exports = exports;
        this.messages = messages;
    }

    /** @param theme none: all of them */
    @PostMapping("/voice/export")
    ResponseEntity<byte[]> export(
            Viewer viewer, Listening heard, @RequestParam(required = false) @Nullable UUID theme) {
        Stream<List<String>> heading = Stream.of(COLUMNS.stream()
                .map(column -> word("voice.export." + column, viewer.locale()))
                .toList());
        Stream<List<String>> lines =
                exports.lines(heard.filter(), theme).stream().map(line -> cells(line, heard, viewer.locale()));
        String text = Stream.concat(heading, lines)
                .map(SafeCsv::safeLine)
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.setContentDisposition(
                ContentDisposition.attachment().filename("attune-voice.csv").build());
        return ResponseEntity.ok().headers(headers).body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The month is enough: a day with a role says who it was. */
    private List<String> cells(VoiceExports.Line line, Listening heard, Locale locale) {
        VoicedTurn turn = line.turn();
        return List.of(
                line.theme(),
                turn.words(),
                word("voice.how." + turn.exactness().name().toLowerCase(Locale.ROOT), locale),
                turn.saidAt()
                        .atZone(heard.period().zone())
                        .toLocalDate()
                        .toString()
                        .substring(0, 7),
                Objects.toString(turn.role(), ""),
                Objects.toString(turn.trade(), ""));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
