package org.attune.offers.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.Channel;
import org.attune.conversations.Exactness;
import org.attune.offers.OfferId;
import org.attune.offers.RepeatOffer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** The same again: the little talk and the offer in one. */
public class AgainForm extends TermsForm {

    @NotNull
    private @Nullable UUID id;

    @NotNull
    private @Nullable Channel channel = Channel.CALL;

    @NotNull
    @Size(max = 1000)
    private @Nullable String sameQuestion;

    @NotNull
    @Size(max = 1000)
    private @Nullable String changedQuestion;

    @NotNull
    private @Nullable UUID speaker;

    @NotNull
    private @Nullable Exactness exactness = Exactness.FROM_MEMORY;

    @NotNull
    @Size(max = 20_000)
    private @Nullable String answer;

    @NotNull
    @Size(max = 20_000)
    private @Nullable String reply;

    private boolean theyAsked = true;

    RepeatOffer repeat(OfferId repeats) {
        return new RepeatOffer(
                new OfferId(Objects.requireNonNull(id)),
                repeats,
                words(),
                Objects.requireNonNull(channel),
                Objects.requireNonNull(sameQuestion),
                Objects.requireNonNull(changedQuestion),
                new ContactId(Objects.requireNonNull(speaker)),
                Objects.requireNonNull(exactness),
                Objects.requireNonNull(answer),
                Objects.requireNonNull(reply),
                theyAsked);
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public @Nullable Channel getChannel() {
        return channel;
    }

    public void setChannel(@Nullable Channel channel) {
        this.channel = channel;
    }

    public @Nullable String getSameQuestion() {
        return sameQuestion;
    }

    public void setSameQuestion(@Nullable String sameQuestion) {
        this.sameQuestion = sameQuestion;
    }

    public @Nullable String getChangedQuestion() {
        return changedQuestion;
    }

    public void setChangedQuestion(@Nullable String changedQuestion) {
        this.changedQuestion = changedQuestion;
    }

    public @Nullable UUID getSpeaker() {
        return speaker;
    }

    public void setSpeaker(@Nullable UUID speaker) {
        this.speaker = speaker;
    }

    public @Nullable Exactness getExactness() {
        return exactness;
    }

    public void setExactness(@Nullable Exactness exactness) {
        this.exactness = exactness;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }

    public @Nullable String getReply() {
        return reply;
    }

    public void setReply(@Nullable String reply) {
        this.reply = reply;
    }

    public boolean isTheyAsked() {
        return theyAsked;
    }

    public void setTheyAsked(boolean theyAsked) {
        this.theyAsked = theyAsked;
    }
}
