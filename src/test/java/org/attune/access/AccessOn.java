package org.attune.access;

import java.time.Clock;
import java.util.List;
import org.attune.TestDatabase;
import org.attune.mail.Mail;
import org.attune.mail.Mails;
import org.attune.platform.HouseRules;
import org.attune.platform.ReadOnce;
import org.attune.platform.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Access put together by hand, on a database that nobody else uses and with a clock that stands still. */
final class AccessOn {

    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final Users users;
    final Teams teams;
    final Organisation organisation;
    final Attempts attempts;
    final Passwords passwords;
    final Invitations invitations;
    final SetUp setUp;

    AccessOn(TestDatabase database, Clock clock) {
        var login = database.application();
        var source = new DriverManagerDataSource(login.url(), login.username(), login.password());
        jdbc = JdbcClient.create(source);
        var manager = new JdbcTransactionManager(source);
        transactions = new TransactionTemplate(manager);
        Mail mail = Mails.without(jdbc, clock);
        Links links = new Links(jdbc, mail, clock);
        users = new Users(jdbc, links, clock);
        teams = new Teams(jdbc);
        organisation = new Organisation(jdbc, new HouseRules(jdbc, new ReadOnce()));
        UserLetters letters = new UserLetters(mail, users, organisation, clock);
        attempts = new Attempts(jdbc, manager, clock);
        passwords = new Passwords(
                jdbc, transactions, attempts, new Trail(jdbc, new JsonMapper()), links, letters, QuickHashes.quick());
        invitations = new Invitations(jdbc, users, passwords, links, letters, clock);
        setUp = new SetUp(
                jdbc, transactions, users, teams, organisation, passwords, attempts, new Languages(jdbc), List.of());
    }
}
