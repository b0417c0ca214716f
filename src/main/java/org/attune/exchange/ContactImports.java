package org.attune.exchange;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.fields.Field;
import org.attune.fields.FieldImport;
import org.attune.fields.Fields;
import org.attune.fields.Holder;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.DuplicateCandidate;
import org.attune.people.Duplicates;
import org.attune.people.NewContact;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.attune.platform.SafeCsv;
import org.attune.stages.Stage;
import org.attune.stages.Stages;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over contacts from a table. First a look at what would happen, then line by line: each line in a transaction of
 * its own together with its report, so that nothing is half-done and a file that stopped half-way can simply come again.
 */
@Component
public class ContactImports {

    static final int LARGEST = 5 * 1024 * 1024;

    private final ImportFiles files;
    private final ImportRuns runs;
    private final AlreadyKnown known;
    private final Remarks remarks;
    private final Owners owners;
    private final Contacts contacts;
    private final Duplicates duplicates;
    private final Stages stages;
    private final Fields fields;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ContactImports(
            ImportFiles files,
            ImportRuns runs,
            AlreadyKnown known,
            Remarks remarks,
            Owners owners,
            Contacts contacts,
            Duplicates duplicates,
            Stages stages,
            Fields fields,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.runs = runs;
        this.known = known;
        this.remarks = remarks;
        this.owners = owners;
        this.contacts = contacts;
        this.duplicates = duplicates;
        this.stages = stages;
        this.fields = fields;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Keeps a file to be looked at.
     *
     * @param region where numbers without a country code are from; none: as the organisation's
     * @throws RuleRefused for the field "file", where it cannot be read
     */
    public void handOver(Viewer viewer, UUID id, String name, byte[] content, @Nullable String region) {
        if (content.length > LARGEST) {
            throw new RuleRefused("exchange.file.large", "file", LARGEST / 1024 / 1024);
        }
        Table.read(TextFile.read(content).text());
        files.keep(viewer, id, ImportFile.CONTACTS, name, content, known(region));
    }

    private static @Nullable String known(@Nullable String region) {
        return region != null && Arrays.asList(Locale.getISOCountries()).contains(region) ? region : null;
    }

    /** Says what the columns mean, and where numbers without a country code are from. */
    public void means(Viewer viewer, UUID id, List<ContactField> columns, String region) {
        ImportFile file = files.seen(viewer, id, ImportFile.CONTACTS);
        int width = Table.read(TextFile.read(file.content()).text()).headings().size();
        List<ContactField> all = Stream.concat(columns.stream(), Stream.generate(() -> ContactField.LEFT_OUT))
                .limit(width)
                .toList();
        files.means(viewer, id, all, Objects.requireNonNullElse(known(region), file.region()));
    }

    /** What would happen. */
    public ContactsPreview look(Viewer viewer, UUID id) {
        ImportFile file = files.seen(viewer, id, ImportFile.CONTACTS);
        TextFile text = TextFile.read(file.content());
        Table table = Table.read(text.text());
        List<Field> own = fields.asked(Holder.CONTACT);
        List<ContactField> meaning = file.meaning(table.headings(), own);
        List<ContactLine> lines = lines(viewer, file, table, own);
        return new ContactsPreview(
                file.id(),
                file.name(),
                file.region(),
                owners.of(viewer, file).map(Viewer::id).orElse(null),
                text.encoding() == TextFile.Encoding.WINDOWS_1252,
                columns(table, meaning),
                count(lines, LineResult.TAKEN),
                count(lines, LineResult.UNCHANGED),
                count(lines, LineResult.REFUSED),
                lines.stream().map(line -> view(viewer, line)).toList());
    }

    private List<ContactLine> lines(Viewer viewer, ImportFile file, Table table, List<Field> own) {
        List<ContactField> meaning = file.meaning(table.headings(), own);
        ContactReading reading =
                new ContactReading(meaning, file.region(), stagesByWord(), own(viewer, table, meaning, own));
        List<ContactLine> read =
                table.rows().stream().map(reading::read).map(this::checked).toList();
        int column = meaning.indexOf(ContactField.OWNER);
        return known.recognise(viewer, owners.each(viewer, file, column, read));
    }

    private static FieldImport own(Viewer viewer, Table table, List<ContactField> meaning, List<Field> own) {
        List<String> headings = Stream.iterate(0, at -> at < meaning.size(), at -> at + 1)
                .map(at ->
                        meaning.get(at) == ContactField.OWN ? table.headings().get(at) : "")
                .toList();
        return FieldImport.of(own, headings, viewer.locale());
    }

    private ContactLine checked(ContactLine line) {
        ContactDetails details = line.details();
        try {
            if (details != null) {
                contacts.check(details);
            }
            return line;
        } catch (RuleRefused refused) {
            return ContactLine.refused(line.row(), line.name(), Remark.of(refused));
        }
    }

    /** Words other programs use for somebody who bought say what our Customer says. */
    private Map<String, String> stagesByWord() {
        Stream<Map.Entry<String, String>> ours = stages.all().stream()
                .flatMap(stage -> Stream.of(
                        Map.entry(stage.key(), stage.key()),
                        Map.entry(stage.name().toLowerCase(Locale.ROOT), stage.key())));
        Stream<Map.Entry<String, String>> theirs = stages.all().stream()
                .map(Stage::key)
                .filter("customer"::equals)
                .flatMap(customer -> Stream.of(Map.entry("in-contract", customer), Map.entry("client", customer)));
        return Stream.concat(ours, theirs)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    /**
     * Takes the file over. Taking it twice takes it once.
     *
     * @throws RuleRefused where no column holds a name
     */
    public UUID take(Viewer viewer, UUID id) {
        if (runs.find(viewer, id).isPresent()) {
            return id;
        }
        ImportFile file = files.seen(viewer, id, ImportFile.CONTACTS);
        Table table = Table.read(TextFile.read(file.content()).text());
        List<Field> own = fields.asked(Holder.CONTACT);
        if (file.meaning(table.headings(), own).stream().noneMatch(ContactField::isName)) {
            throw new RuleRefused("exchange.contacts.no-name-column");
        }
        List<ContactLine> lines = lines(viewer, file, table, own);
        if (runs.begin(viewer, file, SafeCsv.line(table.headings()), null, null)) {
            lines.forEach(line -> take(viewer, id, line));
            files.forget(viewer, id);
        }
        return id;
    }

    private void take(Viewer viewer, UUID run, ContactLine line) {
        if (line.result() != LineResult.TAKEN) {
            runs.line(run, noted(viewer, line, line.known()));
            return;
        }
        try {
            transaction.executeWithoutResult(status -> add(viewer, run, line));
        } catch (RuleRefused refused) {
            runs.line(run, noted(viewer, ContactLine.refused(line.row(), line.name(), Remark.of(refused)), null));
        } catch (DataIntegrityViolationException cannotBe) {
            Remark why = Remark.of("exchange.line.cannot-be");
            runs.line(run, noted(viewer, ContactLine.refused(line.row(), line.name(), why), null));
        }
    }

    private void add(Viewer viewer, UUID run, ContactLine line) {
        ContactDetails details = Objects.requireNonNull(line.details());
        Viewer owner = Objects.requireNonNull(line.owner());
        ContactLine remarked = duplicates.like(owner, DuplicateCandidate.of(details)).stream()
                .findFirst()
                .map(alike -> line.remarked(Remark.of("exchange.line.alike", alike.name())))
                .orElse(line);
        ContactId contact = contacts.add(
                viewer, new NewContact(new ContactId(Ids.next()), details, owner.id(), null, null, line.answers()));
        if (line.stage() != null) {
            stages.placeAsImported(owner, Ids.next(), contact, line.stage(), clock.instant());
        }
        runs.line(run, noted(viewer, remarked, contact));
    }

    private ImportRuns.Line noted(Viewer viewer, ContactLine line, @Nullable ContactId contact) {
        boolean whole = line.result() != LineResult.REFUSED && line.remarks().isEmpty();
        boolean known = line.result() == LineResult.UNCHANGED;
        return new ImportRuns.Line(
                line.row().number(),
                line.result(),
                remarks.inWords(viewer, line.remarks()),
                contact,
                line.digest(),
                viewer.sells() ? line.name() : null,
                whole || known ? null : SafeCsv.line(line.row().cells()),
                line.owner());
    }

    private LineView view(Viewer viewer, ContactLine line) {
        ContactId contact = line.known();
        Viewer owner = line.owner();
        return new LineView(
                line.row().number(),
                line.result(),
                line.name(),
                remarks.inWords(viewer, line.remarks()),
                contact == null || !viewer.sells() ? null : contact.value(),
                owner == null || owner.equals(viewer) ? null : owner.name());
    }

    private static List<ContactsPreview.Column> columns(Table table, List<ContactField> meaning) {
        return Stream.iterate(0, at -> at < table.headings().size(), at -> at + 1)
                .map(at -> new ContactsPreview.Column(table.headings().get(at), meaning.get(at), example(table, at)))
                .toList();
    }

    private static String example(Table table, int column) {
        String example = table.rows().stream()
                .filter(row -> row.cells().size() > column)
                .map(row -> row.cells().get(column))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
        return example.substring(0, Math.min(60, example.length()));
    }

    private static int count(List<ContactLine> lines, LineResult result) {
        return (int) lines.stream().filter(line -> line.result() == result).count();
    }
}
