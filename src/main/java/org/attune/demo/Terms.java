package org.attune.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.offers.OfferWords;
import org.attune.offers.PartGone;
import org.attune.offers.Price;
import org.jspecify.annotations.Nullable;

/** What a script says about an offer, line by line. */
final class Terms {

    private final Cue cue;
    private final Map<String, String> lines = new HashMap<>();
    private final Map<NeedId, PartGone> parts = new HashMap<>();

    Terms(Cue cue) {
        this.cue = cue;
        for (Line line : cue.body()) {
            String[] words = line.text().split(" +", 2);
            if (words.length < 2) {
                throw line.problem("expected a word and what it says");
            }
            if (words[0].equals("gone")) {
                gone(new Phrase(line, words[1]));
            } else {
                lines.put(words[0], words[1]);
            }
        }
    }

    private void gone(Phrase phrase) {
        NeedId need = cue.cast().needs.get(phrase.line(), phrase.next("a need"));
        int percent = phrase.number("a percentage");
        TurnId turn =
                phrase.isOver() ? null : cue.cast().turns.get(phrase.line(), phrase.next("the turn that says so"));
        parts.put(need, new PartGone(percent, turn));
    }

    Map<NeedId, PartGone> parts() {
        return parts;
    }

    @Nullable
    TurnId asked() {
        String turn = lines.get("asked");
        return turn == null ? null : cue.cast().turns.get(cue.line(), turn);
    }

    OfferWords words() {
        return new OfferWords(
                needed("title"),
                needed("scope"),
                new Price(amount("once"), amount("month"), amount("year"), lines.getOrDefault("currency", "EUR")),
                valid(),
                lines.get("push"),
                lines.get("sensible"),
                lines.get("sense"));
    }

    private LocalDate valid() {
        return cue.day(needed("valid"));
    }

    private BigDecimal amount(String word) {
        return new BigDecimal(lines.getOrDefault(word, "0"));
    }

    private String needed(String word) {
        String value = lines.get(word);
        if (value == null) {
            throw cue.line().problem("expected a line that begins with " + word);
        }
        return value;
    }
}
