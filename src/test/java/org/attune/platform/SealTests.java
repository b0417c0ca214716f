package org.attune.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealTests {

    private static final byte[] SECRET = "tin kettle sings".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = new Seal("a key");

    @Test
    void opensWhatItClosed() {
        byte[] closed = seal.close(SECRET);

        assertThat(new Seal("a key").open(closed)).hasValue(SECRET);
        assertThat(new String(closed, StandardCharsets.ISO_8859_1)).doesNotContain("kettle");
    }

    @Test
    void theSameLooksDifferentEachTime() {
        assertThat(seal.close(SECRET)).isNotEqualTo(seal.close(SECRET));
    }

    @Test
    void neitherAnotherKeyNorAChangedLetterOpens() {
        byte[] closed = seal.close(SECRET);
        assertThat(new Seal("another key").open(closed)).isEmpty();
        closed[closed.length - 1]++;
        assertThat(seal.open(closed)).isEmpty();
        assertThat(seal.open(new byte[3])).isEmpty();
    }

    @Test
    void marksTheSameWordsAlikeAndNobodyElseDoes() {
        assertThat(seal.mark("a link"))
                .isEqualTo(new Seal("a key").mark("a link"))
                .hasSize(32);
        assertThat(seal.mark("a link"))
                .isNotEqualTo(seal.mark("another link"))
                .isNotEqualTo(new Seal("another key").mark("a link"));
    }
}
