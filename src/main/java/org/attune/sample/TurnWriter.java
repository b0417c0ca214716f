package org.attune.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what was said, and what is noted at it. */
final class TurnWriter {

    private static final int SALT = 16;
    private static final double HAS_THEME = 0.08;
    private static final double IS_MEANT = 0.6;
    private static final double USES = 0.12;

    private final House house;
    private final Sheets sheets;
    private final Library library;
    private final VoiceWriter voice;
    private final LikenessWriter likeness;
    private final MessageDigest sha256;

    TurnWriter(House house, Sheets sheets, Library library) {
        this.house = house;
        this.sheets = sheets;
        this.library = library;
        this.voice = new VoiceWriter(house, sheets);
        this.likeness = new LikenessWriter(sheets);
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    void write(Talk talk, Said said, Circumstances in) {
        UUID by = talk.person.owner.id();
        byte[] salt = talk.dice().bytes(SALT);
        sha256.update(salt);
        byte[] seal = sha256.digest(said.words.getBytes(StandardCharsets.UTF_8));
        sheets.row("turn")
                .id(said.id)
                .id(in.id())
                .whole(said.seq)
                .text(said.kind)
                .id(said.speaker)
                .text(in.hatAt(said.seq))
                .text(said.words)
                .raw(salt)
                .raw(seal)
                .whole(said.wordCount())
                .text(said.exactness)
                .text(understanding(talk, said))
                .at(said.at)
                .at(said.at)
                .id(by)
                .id(said.follows);
        if (said.evidence) {
            sheets.row("evidence").id(said.id).raw(seal).text(said.kind).text(said.exactness);
        }
        linked(said, by);
        if (said.isTheirs()) {
            heard(talk, said, by, in);
        } else if (said.kind.equals("responded")) {
            likeness.write(talk, said);
            if (talk.dice().chance(USES)) {
                uses(talk, said, in);
            }
        }
    }

    private static @Nullable String understanding(Talk talk, Said said) {
        return said.isTheirs() && talk.dice().chance(0.03)
                ? talk.person.market().phrases().say("understanding", Phrases.About.anything(talk.dice()), talk.dice())
                : null;
    }

    private void linked(Said said, UUID by) {
        if (said.answers != null) {
            sheets.row("answer").id(said.answers).id(said.id).none().at(said.at);
        }
        if (said.repliesTo != null) {
            sheets.row("reply").id(said.id).id(said.repliesTo);
        }
        said.marks.forEach(mark -> sheets.row("turn_mark")
                .id(said.id)
                .text(mark)
                .text(said.kind)
                .id(by)
                .at(said.at));
    }

    private void heard(Talk talk, Said said, UUID by, Circumstances in) {
        Dice dice = talk.dice();
        if (dice.chance(HAS_THEME)) {
            int theme = dice.skewed(house.themes.size());
            sheets.row("turn_theme")
                    .id(said.id)
                    .id(house.themes.get(theme))
                    .id(by)
                    .at(said.at);
            if (!in.visibility().equals("private")
                    && !said.marks.contains("personal")
                    && !said.marks.contains("sensitive")) {
                voice.heard(talk, said, theme);
            }
        }
        if (said.marks.contains("reaction") && dice.chance(IS_MEANT)) {
            sheets.row("heard_reaction")
                    .id(said.id)
                    .text(dice.one("good", "good", "good", "none", "bad"))
                    .id(by)
                    .at(said.at);
        }
        if (dice.chance(0.003)) {
            long at = said.at + dice.between(1, 20) * House.HOUR;
            sheets.row("turn_correction")
                    .id(dice.id(at))
                    .id(said.id)
                    .text(talk.person.market().phrases().say("correction words", Phrases.About.anything(dice), dice))
                    .id(by)
                    .at(at);
        }
    }

    private void uses(Talk talk, Said said, Circumstances in) {
        Dice dice = talk.dice();
        String language = talk.person.market().language;
        Library.Told story = dice.chance(0.4) ? library.story(dice, language, said.at, in.isWriting()) : null;
        Library.Version version = story == null ? library.version(dice, language, said.at) : null;
        if (story == null && version == null) {
            return;
        }
        Sheet row = sheets.row("response_use")
                .id(dice.id(said.at))
                .id(said.id)
                .id(version == null ? null : version.id())
                .id(story == null ? null : story.id())
                .id(talk.person.owner.id())
                .at(said.at);
        if (story == null) {
            row.none().none();
        } else {
            row.at(said.at).yes(in.isWriting());
        }
        Library.standsOn(story, row);
    }
}
