package org.attune.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.conversations.BeginConversation;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Conversations;
import org.attune.conversations.Notes;
import org.attune.conversations.Part;
import org.attune.conversations.ProposalView;
import org.attune.conversations.Speakers;
import org.attune.conversations.Visibility;
import org.attune.exchange.SpeakerIs.Whose;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.NewContact;
import org.attune.people.Pronoun;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes conversations of transcripts: all of it or nothing. What was said becomes proposed turns, which count for nothing
 * until a person confirms them.
 */
@Component
@Transactional
public class ConversationImports {

    static final int LARGEST = 1024 * 1024;

    private final ImportFiles files;
    private final ImportRuns runs;
    private final WhoIsMeant whoIsMeant;
    private final Owners owners;
    private final Remarks remarks;
    private final Contacts contacts;
    private final Conversations conversations;
    private final Notes notes;
    private final Clock clock;

    ConversationImports(
            ImportFiles files,
            ImportRuns runs,
            WhoIsMeant whoIsMeant,
            Owners owners,
            Remarks remarks,
            Contacts contacts,
            Conversations conversations,
            Notes notes,
            Clock clock) {
        this.files = files;
        this.runs = runs;
        this.whoIsMeant = whoIsMeant;
        this.owners = owners;
        this.remarks = remarks;
        this.contacts = contacts;
        this.conversations = conversations;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Keeps a transcript to be looked at.
     *
     * @return the import that took this very file before; then nothing is kept
     * @throws RuleRefused for the field "file", where it cannot be read or nobody speaks in it
     */
    public Optional<UUID> handOver(Viewer viewer, UUID id, String name, byte[] content) {
        if (content.length > LARGEST) {
            throw new RuleRefused("exchange.file.large", "file", LARGEST / 1024 / 1024);
        }
        if (Speakers.in(TextFile.read(content).text()).isEmpty()) {
            throw new RuleRefused("exchange.conversation.no-speakers", "file", name);
        }
        Optional<UUID> before =
                runs.sameConversation(viewer, Digest.of(content)).map(RunView::id);
        if (before.isEmpty()) {
            files.keep(viewer, id, ImportFile.CONVERSATION, name, content, null);
        }
        return before;
    }

    @Transactional(readOnly = true)
    public TranscriptPreview look(Viewer viewer, UUID id) {
        ImportFile file = files.seen(viewer, id, ImportFile.CONVERSATION);
        String text = TextFile.read(file.content()).text();
        TranscriptHead head = TranscriptHead.of(text);
        Viewer owner = owners.of(viewer, file).orElse(viewer);
        List<TranscriptPreview.Speaker> speakers = Speakers.in(text).entrySet().stream()
                .map(speaker -> whoIsMeant.by(owner, speaker.getKey(), speaker.getValue(), head))
                .map(speaker -> viewer.sells() ? speaker : speaker.masked())
                .toList();
        return new TranscriptPreview(
                file.id(),
                file.name(),
                head.day(),
                head.minutes(),
                speakers,
                owner.equals(viewer) ? null : owner.name());
    }

    /**
     * Begins the conversation and proposes its turns. Taking it twice takes it once.
     *
     * @return the import, whose report leads to the conversation
     */
    public UUID take(Viewer viewer, TakeTranscript take) {
        files.lock(viewer, take.file());
        if (runs.find(viewer, take.file()).isPresent()) {
            return take.file();
        }
        ImportFile file = files.seen(viewer, take.file(), ImportFile.CONVERSATION);
        Optional<UUID> before = runs.sameConversation(viewer, file.digest()).map(RunView::id);
        if (before.isPresent()) {
            files.forget(viewer, file.id());
            return before.get();
        }
        Viewer owner = owners.of(viewer, file).orElseThrow(() -> new RuleRefused("exchange.owner.needed"));
        ConversationId conversation = new ConversationId(file.id());
        String text = TextFile.read(file.content()).text();
        Map<String, ContactId> theirs = theirs(viewer, owner, take.speakers(), TranscriptHead.of(text));
        begin(owner, take, conversation, List.copyOf(theirs.values()));
        notes.sort(owner, conversation, Ids.next(), text, theirs, ours(take.speakers()));
        if (runs.begin(viewer, file, null, conversation.value(), owner)) {
            report(viewer, owner, file.id(), notes.proposals(owner, conversation));
        }
        files.forget(viewer, file.id());
        return file.id();
    }

    private void begin(Viewer owner, TakeTranscript take, ConversationId conversation, List<ContactId> people) {
        if (take.happenedAt().isAfter(clock.instant())) {
            throw new RuleRefused("exchange.conversation.day.ahead", "day");
        }
        conversations.begin(
                owner,
                new BeginConversation(
                        conversation,
                        people,
                        owner.hat(),
                        take.channel(),
                        take.startedBy(),
                        take.happenedAt(),
                        take.minutes(),
                        Visibility.TEAM));
    }

    private Map<String, ContactId> theirs(Viewer viewer, Viewer owner, List<SpeakerIs> speakers, TranscriptHead head) {
        Map<String, ContactId> theirs = new LinkedHashMap<>();
        for (int at = 0; at < speakers.size(); at++) {
            SpeakerIs speaker = speakers.get(at);
            if (speaker.whose() == Whose.KNOWN) {
                theirs.put(speaker.label(), Objects.requireNonNull(speaker.contact()));
            } else if (speaker.whose() == Whose.NEW) {
                theirs.put(speaker.label(), met(viewer, owner, speaker, head, at));
            }
        }
        if (theirs.isEmpty()) {
            throw new RuleRefused("exchange.conversation.nobody");
        }
        return theirs;
    }

    private ContactId met(Viewer viewer, Viewer owner, SpeakerIs speaker, TranscriptHead head, int at) {
        String name = Objects.requireNonNullElse(speaker.newName(), "").strip();
        if (name.isEmpty()) {
            throw new RuleRefused("exchange.conversation.name-needed", "speakers[" + at + "].newName");
        }
        Optional<TranscriptHead.Person> said = head.person(speaker.label());
        int cut = name.lastIndexOf(' ');
        ContactDetails details = new ContactDetails(
                cut < 0 ? name : name.substring(0, cut),
                cut < 0 ? "" : name.substring(cut + 1),
                Pronoun.UNKNOWN,
                said.map(TranscriptHead.Person::jobTitle).orElse(null),
                said.map(TranscriptHead.Person::company).orElse(null),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
        return contacts.add(viewer, new NewContact(new ContactId(Ids.next()), details, owner.id(), null, null));
    }

    private static Set<String> ours(List<SpeakerIs> speakers) {
        return speakers.stream()
                .filter(speaker -> speaker.whose() == Whose.OURS)
                .map(SpeakerIs::label)
                .collect(Collectors.toSet());
    }

    private void report(Viewer viewer, Viewer owner, UUID run, List<ProposalView> proposals) {
        for (ProposalView proposal : proposals) {
            boolean said = proposal.part() == Part.SAID;
            List<Remark> why = new ArrayList<>();
            if (!said) {
                why.add(Remark.of("exchange.line.not-said"));
            } else if (proposal.needsSpeaker()) {
                why.add(Remark.of("exchange.line.who"));
            }
            runs.line(
                    run,
                    new ImportRuns.Line(
                            proposal.position(),
                            said ? LineResult.TAKEN : LineResult.REFUSED,
                            remarks.inWords(viewer, why),
                            proposal.speaker(),
                            null,
                            viewer.sells() ? proposal.label() : null,
                            null,
                            owner));
        }
    }
}
