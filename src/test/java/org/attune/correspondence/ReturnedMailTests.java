package org.attune.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.attune.correspondence.ReturnedMail.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnedMailTests {

    private static final String HOST = "attune.example.org";
    private static final UUID ID = UUID.fromString("01a20340-666e-738d-abc0-26e0c7880aa1");

    static byte[] report(String messageId, String action, String status) {
        return """
                From: Mail Delivery System <MAILER-DAEMON@mx.example.com>
                To: attune@attune.example.org
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain; charset=utf-8

                Your message could not be delivered. Status: 2.0.0 is not what it says below.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.com

                Final-Recipient: rfc822; helen@brandt.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 unknown

                --b1
                Content-Type: text/rfc822-headers

                Message-ID: %s
                Subject: The checklist

                --b1--
                """.formatted(action, status, messageId).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, FOR_GOOD",
        "Failed, 5.0.0, FOR_GOOD",
        "failed, 4.4.7, UNCLEAR",
        "delayed, 4.4.1, LATER",
        "relayed, 2.0.0, UNCLEAR"
    })
    void saysWhetherItIsForGood(String action, String status, Verdict verdict) {
        ReturnedMail read = ReturnedMail.read(report("<" + ID + "@" + HOST + ">", action, status), HOST);

        assertThat(read.verdict()).isEqualTo(verdict);
        assertThat(read.letters()).containsExactly(ID);
    }

    @Test
    void aTextThatWasPastedWithoutItsHeaderIsReadAsWell() {
        String pasted = "Action: failed\nStatus: 5.7.1\n\nMessage-ID: <" + ID + "@" + HOST + ">\n";

        ReturnedMail read = ReturnedMail.read(pasted.getBytes(StandardCharsets.UTF_8), HOST);

        assertThat(read).isEqualTo(new ReturnedMail(Set.of(ID), Verdict.FOR_GOOD));
    }

    @Test
    void whatBelongsToAnotherHouseIsNotOurs() {
        assertThat(ReturnedMail.read(report("<" + ID + "@elsewhere.example>", "failed", "5.1.1"), HOST)
                        .letters())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "Content-Type: multipart/report; boundary=\"\"\r\n\r\n--",
                "Content-Type: multipart/mixed\r\n\r\nno boundary",
                "Content-Type: message/delivery-status; charset=\"no-such\"\r\n\r\nAction: failed",
                "\0\0\0"
            })
    void whatIsNoSuchMessageIsUnclearAndHarmsNothing(String anything) {
        assertThat(ReturnedMail.read(anything.getBytes(StandardCharsets.UTF_8), HOST)
                        .verdict())
                .isEqualTo(Verdict.UNCLEAR);
    }
}
