package org.attune.library;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What is looked for, for all who were heard one after the other, as the statement takes it. */
record Asked(
        List<String> words,
        List<Integer> whose,
        List<UUID> themes,
        List<Integer> themesOf,
        List<UUID> given,
        List<Integer> givenTo,
        List<Integer> starts) {

    static Asked of(List<HeardHere> heard) {
        Asked all = new Asked(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (int who = 0; who < heard.size(); who++) {
            all.add(who, heard.get(who));
        }
        return all;
    }

    private void add(int who, HeardHere heard) {
        starts.add(words.size());
        if (heard.isNothing()) {
            return;
        }
        heard.passages().forEach(passage -> {
            words.add(passage.words());
            whose.add(who);
        });
        heard.themes().keySet().forEach(theme -> {
            themes.add(theme);
            themesOf.add(who);
        });
        heard.given().forEach(item -> {
            given.add(item);
            givenTo.add(who);
        });
    }

    /** How many passages come before those of one of them. */
    int before(int who) {
        return starts.get(who);
    }

    StatementSpec in(StatementSpec statement) {
        return statement
                .param("words", words.toArray(String[]::new))
                .param("whose", whose.toArray(Integer[]::new))
                .param("themes", themes.toArray(UUID[]::new))
                .param("themesOf", themesOf.toArray(Integer[]::new))
                .param("given", given.toArray(UUID[]::new))
                .param("givenTo", givenTo.toArray(Integer[]::new));
    }
}
