package org.attune.demo;

import java.time.Instant;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.offers.OfferId;
import org.attune.people.ContactId;
import org.attune.promises.PromiseId;

/** Everybody and everything that scripts have named so far, and the time they are played in. */
final class Cast {

    /** Somebody we know, and who of us works with them. */
    record Known(ContactId id, Viewer owner) {}

    final Names<Viewer> us = new Names<>("colleague");
    final Names<String> companies = new Names<>("company in the script");
    final Names<Known> contacts = new Names<>("contact");
    final Names<TurnId> turns = new Names<>("turn");
    final Names<NeedId> needs = new Names<>("need");
    final Names<PromiseId> promises = new Names<>("promise");
    final Names<Viewer> answerable = new Names<>("promise or offer");
    final Names<OfferId> offers = new Names<>("offer");
    final Names<AskedField> fields = new Names<>("field");
    final Names<UUID> notes = new Names<>("touch, assumption or hunch");

    private final Days days;
    private final TravellingClock clock;
    private final Playing playing;
    private final Runnable dayIsOver;

    /** @param dayIsOver what happens at the end of each day on which something did */
    Cast(Days days, TravellingClock clock, Playing playing, Runnable dayIsOver) {
        this.days = days;
        this.clock = clock;
        this.playing = playing;
        this.dayIsOver = dayIsOver;
    }

    void play(Block block) {
        itIs(block.at());
        playing.play(block.word(), Cue.of(block, this));
    }

    void play(String word, Cue cue) {
        playing.play(word, cue);
    }

    Days days() {
        return days;
    }

    void itIs(Instant moment) {
        if (!days.isSameDay(clock.instant(), moment)) {
            dayIsOver.run();
        }
        clock.go(moment);
    }

    Instant now() {
        return clock.instant();
    }
}
