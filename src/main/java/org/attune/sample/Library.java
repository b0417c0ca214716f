package org.attune.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.attune.sample.House.Colleague;
import org.attune.sample.House.Of;
import org.jspecify.annotations.Nullable;

/** What the firm gives to people to read, what it tells of others, and what of it could be given on a day. */
final class Library {

    private static final int MOST_MATERIALS = 60;
    private static final int MOST_STORIES = 200;
    private static final double YES_OF_ONE = 0.03;
    private static final int LOOKS = 4;

    /** @param published none: 0 */
    record Version(UUID id, int number, long written, long published) {}

    /** @param retired none: 0 */
    record Material(int number, UUID id, Colleague by, List<Version> versions, long retired) {}

    /**
     * A story with what they allowed.
     *
     * @param to 0: for ever
     */
    record Told(UUID id, String language, UUID consent, String scope, long from, long to) {

        boolean allows(long at, boolean inWriting) {
            return from <= at && (to == 0 || at < to) && (!inWriting || scope.equals("written"));
        }
    }

    final List<Material> materials = new ArrayList<>();
    private final List<Told> stories = new ArrayList<>();
    private final double worthTelling;

    Library(House house) {
        this.worthTelling = Math.min(1, MOST_STORIES / (YES_OF_ONE * house.contacts));
        int many = Math.min(MOST_MATERIALS, 12 + house.contacts / 200);
        for (int number = 0; number < many; number++) {
            materials.add(material(house, number, many));
        }
    }

    private static Material material(House house, int number, int many) {
        Dice dice = house.dice(Of.LIBRARY, number);
        long span = house.horizon - house.begin();
        long written = house.begin() + span * number / many + dice.below(60) * House.DAY + 9 * House.HOUR;
        Colleague by = house.managers.get(number % house.managers.size());
        List<Version> versions = new ArrayList<>();
        int most = dice.between(1, 4);
        for (long at = written; versions.size() < most && at + House.DAY < house.horizon; ) {
            boolean draft = versions.size() == most - 1 && dice.chance(0.15);
            versions.add(new Version(dice.id(at), versions.size() + 1, at, draft ? 0 : at + House.HOUR));
            at += dice.between(90, 700) * House.DAY;
        }
        long retired = number > 3 && dice.chance(0.1) ? written + dice.between(800, 2000) * House.DAY : 0;
        return new Material(number, dice.id(written), by, versions, retired < house.horizon ? retired : 0);
    }

    boolean isWorthTelling(Story story) {
        return story.reach == Story.Reach.YES && story.dice(30).chance(worthTelling);
    }

    void keep(Told story) {
        stories.add(story);
    }

    /** The newest of some material that was there on that day. */
    @Nullable
    Version version(Dice dice, String language, long at) {
        for (int look = 0; look < LOOKS; look++) {
            Material material = materials.get(dice.skewed(materials.size()));
            if (language(material).equals(language) && (material.retired() == 0 || at < material.retired())) {
                Version newest = newest(material, at);
                if (newest != null) {
                    return newest;
                }
            }
        }
        return null;
    }

    static String language(Material material) {
        return material.by().team().market().language;
    }

    private static @Nullable Version newest(Material material, long at) {
        Version newest = null;
        for (Version version : material.versions()) {
            if (version.published() > 0 && version.published() <= at) {
                newest = version;
            }
        }
        return newest;
    }

    /** Some story that they allowed to be told on that day. */
    @Nullable
    Told story(Dice dice, String language, long at, boolean inWriting) {
        for (int look = 0; look < LOOKS && !stories.isEmpty(); look++) {
            Told story = stories.get(dice.skewed(stories.size()));
            if (story.language().equals(language) && story.allows(at, inWriting)) {
                return story;
            }
        }
        return null;
    }

    /** A use carries a copy of the consent it stands on; see decision 0031. */
    static void standsOn(@Nullable Told story, Sheet row) {
        if (story == null) {
            row.none().none().none().none();
        } else {
            row.id(story.consent()).text(story.scope()).at(story.from()).untilAt(story.to());
        }
    }
}
