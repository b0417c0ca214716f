package org.attune.exchange.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.Channel;
import org.attune.conversations.StartedBy;
import org.attune.exchange.TakeTranscript;
import org.attune.exchange.TranscriptPreview;
import org.jspecify.annotations.Nullable;

/** When and how a conversation took place, and whose the names in its transcript are. */
public class TranscriptForm {

    @NotNull(message = "{exchange.conversation.day.needed}")
    private @Nullable LocalDate day;

    private @Nullable LocalTime time;

    @Min(0)
    @Max(1440)
    private @Nullable Integer minutes;

    @NotNull
    private @Nullable Channel channel = Channel.CALL;

    @NotNull
    private @Nullable StartedBy startedBy = StartedBy.WE;

    private List<@Valid SpeakerForm> speakers = new ArrayList<>();

    static TranscriptForm of(TranscriptPreview preview) {
        TranscriptForm form = new TranscriptForm();
        form.day = preview.day();
        form.minutes = preview.minutes();
        form.speakers = preview.speakers().stream().map(SpeakerForm::of).toList();
        return form;
    }

    TakeTranscript command(UUID file, ZoneId zone, Instant now) {
        LocalDate on = Objects.requireNonNull(day);
        LocalTime at = time;
        Instant noon = on.atTime(at == null ? LocalTime.NOON : at).atZone(zone).toInstant();
        boolean today = at == null && on.equals(LocalDate.ofInstant(now, zone));
        return new TakeTranscript(
                file,
                Objects.requireNonNull(channel),
                Objects.requireNonNull(startedBy),
                today && noon.isAfter(now) ? now : noon,
                minutes,
                speakers.stream().map(SpeakerForm::command).toList());
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public @Nullable LocalTime getTime() {
        return time;
    }

    public void setTime(@Nullable LocalTime time) {
        this.time = time;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public @Nullable Channel getChannel() {
        return channel;
    }

    public void setChannel(@Nullable Channel channel) {
        this.channel = channel;
    }

    public @Nullable StartedBy getStartedBy() {
        return startedBy;
    }

    public void setStartedBy(@Nullable StartedBy startedBy) {
        this.startedBy = startedBy;
    }

    public List<SpeakerForm> getSpeakers() {
        return speakers;
    }

    public void setSpeakers(List<SpeakerForm> speakers) {
        this.speakers = speakers;
    }
}
