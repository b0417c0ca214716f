package org.attune.offers;

import org.attune.conversations.Channel;
import org.attune.conversations.Exactness;
import org.attune.people.ContactId;

/**
 * The same again, in one go: we asked, they answered, we replied, and the offer is recorded.
 *
 * @param id of the new offer, made beforehand
 * @param repeats the one they accepted
 * @param sameQuestion how we asked whether it is the same again
 * @param changedQuestion how we asked whether anything changed
 * @param speaker which of them answered
 * @param theyAsked whether they came for it themselves
 */
public record RepeatOffer(
        OfferId id,
        OfferId repeats,
        OfferWords words,
        Channel channel,
        String sameQuestion,
        String changedQuestion,
        ContactId speaker,
        Exactness exactness,
        String answer,
        String reply,
        boolean theyAsked) {}
