package org.attune.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.BeginConversation;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Conversations;
import org.attune.conversations.NoteDown;
import org.attune.conversations.PlanConversation;
import org.attune.conversations.StartedBy;
import org.attune.conversations.Visibility;
import org.attune.people.ContactId;
import org.attune.platform.Ids;

/** Conversations: played line by line, jotted down, or planned. */
@DemoOnly
class TalkScenes implements Scenes {

    private final Conversations conversations;
    private final Dialogue dialogue;

    TalkScenes(Conversations conversations, Dialogue dialogue) {
        this.conversations = conversations;
        this.dialogue = dialogue;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of("talk", this::talk, "jotted", this::jotted, "plan", this::plan);
    }

    private void talk(Cue cue) {
        Setting setting = Setting.of(cue);
        Talk talk = new Talk(new ConversationId(Ids.next()), setting.lead());
        conversations.begin(
                setting.viewer(), setting.beginning(talk.id(), cue.cast().now()));
        dialogue.play(cue, setting.viewer(), talk, Duration.ofMinutes(setting.minutes()));
    }

    private void jotted(Cue cue) {
        boolean leave = cue.phrase().take("left");
        Setting setting = Setting.of(cue);
        BeginConversation begin =
                setting.beginning(new ConversationId(Ids.next()), cue.cast().now());
        String note = cue.phrase().needsText().replace(" / ", "\n");
        cue.cast().itIs(cue.cast().now().plus(Duration.ofMinutes(setting.minutes() + 5L)));
        conversations.noteDown(setting.viewer(), new NoteDown(begin, note, null, leave));
    }

    private void plan(Cue cue) {
        boolean askedFor = cue.phrase().take("asked");
        String day = cue.phrase().after("for");
        if (day == null) {
            throw cue.line().problem("expected for and a day");
        }
        Instant plannedFor = cue.cast().days().planned(day, cue.time());
        Setting setting = Setting.of(cue);
        conversations.plan(setting.viewer(), setting.plan(new ConversationId(Ids.next()), plannedFor, askedFor));
    }

    /** Who spoke with whom, how, and under which hat. */
    private record Setting(
            Viewer viewer,
            Cast.Known lead,
            List<ContactId> people,
            Channel channel,
            int minutes,
            StartedBy startedBy,
            Hat hat,
            Visibility visibility) {

        static Setting of(Cue cue) {
            Phrase phrase = cue.phrase();
            Visibility visibility = visibility(phrase);
            String by = phrase.after("by");
            Channel channel = phrase.one(Channel.class);
            int minutes = phrase.number("minutes");
            StartedBy startedBy = phrase.one(StartedBy.class);
            Hat hat = phrase.one(Hat.class);
            List<Cast.Known> people = people(cue);
            Viewer viewer = by == null ? people.get(0).owner() : cue.cast().us.get(cue.line(), by);
            List<ContactId> ids = people.stream().map(Cast.Known::id).toList();
            return new Setting(viewer, people.get(0), ids, channel, minutes, startedBy, hat, visibility);
        }

        private static Visibility visibility(Phrase phrase) {
            if (phrase.take("private")) {
                return Visibility.PRIVATE;
            }
            return phrase.take("all") ? Visibility.ALL : Visibility.TEAM;
        }

        private static List<Cast.Known> people(Cue cue) {
            boolean with = cue.phrase().take("with");
            List<String> names = cue.phrase().others();
            if (!with || names.isEmpty()) {
                throw cue.line().problem("expected with and whoever it was with");
            }
            return names.stream()
                    .map(name -> cue.cast().contacts.get(cue.line(), name))
                    .toList();
        }

        BeginConversation beginning(ConversationId id, Instant at) {
            return new BeginConversation(id, people, hat, channel, startedBy, at, minutes, visibility);
        }

        PlanConversation plan(ConversationId id, Instant plannedFor, boolean askedFor) {
            return new PlanConversation(id, people, hat, channel, startedBy, plannedFor, minutes, askedFor, visibility);
        }
    }
}
