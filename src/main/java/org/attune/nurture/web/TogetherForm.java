package org.attune.nurture.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.nurture.NoteTogether;
import org.attune.nurture.TouchKind;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** Touches for a hand-picked few: what they have in common, and the words for each. */
class TogetherForm {

    private @NotNull @Nullable UUID id;

    private @NotNull(message = "{nurture.touch.kind.needed}") @Nullable TouchKind kind = TouchKind.GREETING;

    private @Nullable UUID material;
    private @Nullable Boolean sameAnyway;
    private @Nullable Boolean looked;
    private @Nullable Boolean send;
    private @Size(max = 200) @Nullable String subject;
    private @Size(max = NoteTogether.MOST) List<@Valid Row> rows = new ArrayList<>();

    static TogetherForm empty() {
        TogetherForm form = new TogetherForm();
        form.id = Ids.next();
        return form;
    }

    void madeAnew() {
        rows.forEach(row -> row.touch = Ids.next());
    }

    NoteTogether command() {
        return new NoteTogether(
                Objects.requireNonNull(id),
                Objects.requireNonNull(kind),
                kind == TouchKind.MATERIAL ? material : null,
                rows.stream().map(Row::toOne).toList(),
                Boolean.TRUE.equals(sameAnyway));
    }

    List<UUID> contacts() {
        return rows.stream().map(Row::getContact).filter(Objects::nonNull).toList();
    }

    /** One of them. */
    static class Row {

        private @NotNull @Nullable UUID touch;
        private @NotNull @Nullable UUID contact;
        private @Size(max = 2000) @Nullable String words;
        private @Nullable Boolean leftOut;

        static Row of(ContactId contact, String greeting) {
            Row row = new Row();
            row.touch = Ids.next();
            row.contact = contact.value();
            row.words = greeting;
            return row;
        }

        /** For whoever is not to hear from us; it can be changed, and is refused then. */
        Row leftOut(boolean out) {
            leftOut = out ? true : null;
            return this;
        }

        NoteTogether.ToOne toOne() {
            return new NoteTogether.ToOne(
                    Objects.requireNonNull(touch),
                    new ContactId(Objects.requireNonNull(contact)),
                    words == null ? "" : words.strip(),
                    Boolean.TRUE.equals(leftOut));
        }

        public @Nullable UUID getTouch() {
            return touch;
        }

        public void setTouch(@Nullable UUID touch) {
            this.touch = touch;
        }

        public @Nullable UUID getContact() {
            return contact;
        }

        public void setContact(@Nullable UUID contact) {
            this.contact = contact;
        }

        public @Nullable Boolean getLeftOut() {
            return leftOut;
        }

        public void setLeftOut(@Nullable Boolean leftOut) {
            this.leftOut = leftOut;
        }

        public @Nullable String getWords() {
            return words;
        }

        public void setWords(@Nullable String words) {
            this.words = words;
        }
    }

    boolean isLookedAt() {
        return Boolean.TRUE.equals(looked) || Boolean.TRUE.equals(sameAnyway);
    }

    boolean isSent() {
        return Boolean.TRUE.equals(send);
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public @Nullable TouchKind getKind() {
        return kind;
    }

    public void setKind(@Nullable TouchKind kind) {
        this.kind = kind;
    }

    public @Nullable UUID getMaterial() {
        return material;
    }

    public void setMaterial(@Nullable UUID material) {
        this.material = material;
    }

    public @Nullable Boolean getSameAnyway() {
        return sameAnyway;
    }

    public void setSameAnyway(@Nullable Boolean sameAnyway) {
        this.sameAnyway = sameAnyway;
    }

    public @Nullable Boolean getLooked() {
        return looked;
    }

    public void setLooked(@Nullable Boolean looked) {
        this.looked = looked;
    }

    public @Nullable Boolean getSend() {
        return send;
    }

    public void setSend(@Nullable Boolean send) {
        this.send = send;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public List<Row> getRows() {
        return rows;
    }

    public void setRows(List<Row> rows) {
        this.rows = rows;
    }
}
