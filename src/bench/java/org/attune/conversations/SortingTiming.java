package org.attune.conversations;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.attune.conversations.Voices.Voice;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A pasted transcript becomes proposed turns. */
@State(Scope.Benchmark)
public class SortingTiming {

    @Param({"40", "1000"})
    int lines;

    private String text = "";
    private Voices voices = new Voices(List.of(), List.of());
    private Around around = new Around(LocalDate.of(2026, 11, 22), ZoneId.of("Europe/Berlin"));

    @Setup
    public void aCallWasTranscribed() {
        StringBuilder call = new StringBuilder();
        for (int n = 0; n < lines; n++) {
            call.append("[%02d:%02d:00] ".formatted(9 + n / 600, n / 10 % 60))
                    .append(
                            n % 2 == 0
                                    ? "Maya Lindqvist: What happens when the line stops, and who hears of it first?"
                                    : "")
                    .append(
                            n % 2 == 1
                                    ? "Helen Brandt: We drive out there, every other week, and it costs us a morning."
                                    : "")
                    .append('\n');
        }
        text = call.toString();
        Voice helen = new Voice(new ContactId(Ids.next()), "Helen Brandt", "Helen");
        voices = new Voices(List.of(helen), List.of("Maya Lindqvist"));
    }

    @Benchmark
    public Object transcript() {
        return Sorting.sort(text, voices, around);
    }
}
