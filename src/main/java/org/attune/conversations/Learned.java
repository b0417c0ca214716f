package org.attune.conversations;

import java.util.List;

/**
 * What earlier conversations with somebody taught, the newest first.
 *
 * @param aboutThem of everybody whose conversation the viewer may read
 * @param aboutMe the viewer's own, and never anybody else's
 */
public record Learned(List<Lesson> aboutThem, List<Lesson> aboutMe) {

    public static final Learned NOTHING = new Learned(List.of(), List.of());

    public Learned {
        aboutThem = List.copyOf(aboutThem);
        aboutMe = List.copyOf(aboutMe);
    }

    public boolean isEmpty() {
        return aboutThem.isEmpty() && aboutMe.isEmpty();
    }
}
