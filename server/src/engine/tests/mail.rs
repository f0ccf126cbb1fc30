//! E-mail, round by round, with mail servers that refuse, are down, or never answer. A real one takes the messages of the
//! browser's tests.

use super::super::{Backoff, MailCounts, MailSender, MailSettings};
use app::domain::{InviteId, InvitedRole, MailFailure, NewInvite, Role};
use app::ports::{Invites, Undelivered};
use chrono::TimeDelta;
use sentences::Language;
use server_mail::Mailer;
use server_store::mail::{NewMail, insert};
use server_store::testing::{World, noon};
use sqlx::PgPool;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

const SETTINGS: MailSettings = MailSettings {
    concurrency: 4,
    lease: Duration::from_secs(90),
    send_timeout: Duration::from_millis(200),
    max_age: Duration::from_secs(3600),
    backoff: Backoff {
        first: Duration::from_secs(10),
        cap: Duration::from_secs(60),
    },
};

fn sender(world: &World, server: SocketAddr) -> MailSender {
    sender_by(world, &format!("smtp://{server}"))
}

fn sender_by(world: &World, url: &str) -> MailSender {
    let settings = server_mail::MailSettings::new(url, "baton@example.org");
    let mailer = Mailer::new(&settings.unwrap()).unwrap();
    let base = "https://baton.example.org".to_owned();
    MailSender::new(world.store.clone(), mailer, base, SETTINGS)
}

/// Puts an e-mail to Ann into the outbox.
async fn ask(world: &World) {
    let email: String = sqlx::query_scalar(
        "select a.email from account a join member m on m.account_id = a.id where m.id = $1",
    )
    .bind(world.ann.member.0)
    .fetch_one(&world.store.pool)
    .await
    .unwrap();
    let mail = NewMail {
        recipient: &email,
        language: Language::default(),
    };
    insert(&world.store, &mail).await.unwrap();
}

async fn failures(world: &World) -> i64 {
    let failures = "select count(*) from invite_mail_failure";
    world.count(failures).await
}

async fn waiting(world: &World) -> i64 {
    world.count("select count(*) from mail").await
}

/// A link for texters, of the admin.
async fn link(world: &World) -> InviteId {
    let new = NewInvite {
        role: InvitedRole::by(Role::Admin, Role::Texter).unwrap(),
        teams: Vec::new(),
        level: None,
        days: "7".parse().unwrap(),
        uses: None,
    };
    world.store.create_invite(&world.admin, &new).await.unwrap()
}

/// Speaks with one client as a mail server does that answers so to the recipient. The lines of the message that it took.
async fn take(listener: &TcpListener, to_the_recipient: &'static str) -> Vec<String> {
    take_or_refuse(listener, |_| to_the_recipient).await
}

/// The same with an answer for each recipient, and for who signs in.
async fn take_or_refuse(
    listener: &TcpListener,
    to_line: impl Fn(&str) -> &'static str,
) -> Vec<String> {
    let (stream, _) = listener.accept().await.unwrap();
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 mail\r\n").await.unwrap();
    let mut message = Vec::new();
    let mut in_message = false;
    while let Some(line) = lines.next_line().await.unwrap() {
        let answer = match (in_message, line.as_str()) {
            (true, ".") => "250 taken",
            (true, _) => {
                message.push(line);
                continue;
            }
            (false, "DATA") => "354 go on",
            (false, line) if line.starts_with("EHLO") => "250-mail\r\n250 AUTH PLAIN",
            (false, line) if line.starts_with("AUTH") || line.starts_with("RCPT") => to_line(line),
            (false, _) => "250 mail",
        };
        let answer_line = format!("{answer}\r\n");
        write.write_all(answer_line.as_bytes()).await.unwrap();
        if in_message || answer.starts_with('5') {
            break;
        }
        in_message = answer.starts_with('3');
    }
    message
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_mail_server_that_was_down_gets_the_message_when_it_is_up(pool: PgPool) {
    let world = World::new(pool).await;
    ask(&world).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let sender = sender(&world, address);
    let counts = sender.run_once().await.unwrap();
    let retried = MailCounts {
        retried: 1,
        ..MailCounts::default()
    };
    assert_eq!(counts, retried);
    // Not before its time.
    assert_eq!(sender.run_once().await.unwrap(), MailCounts::default());
    world.store.clock.set(noon() + TimeDelta::seconds(10));
    let listener = TcpListener::bind(address).await.unwrap();
    let (counts, message) = tokio::join!(sender.run_once(), take(&listener, "250 mail"));
    assert_eq!(counts.unwrap().sent, 1);
    // Long lines are folded in transit.
    let message = message.join("\n").replace("=\n", "");
    for part in [
        "Subject: Choose a new password for Baton",
        "Auto-Submitted: auto-generated",
        "@example.org>",
        "https://baton.example.org/password/",
    ] {
        assert!(message.contains(part), "{part}: {message}");
    }
    assert_eq!(waiting(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_a_mail_server_refuses_for_good_is_given_up(pool: PgPool) {
    let world = World::new(pool).await;
    ask(&world).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sender = sender(&world, listener.local_addr().unwrap());
    let (counts, _) = tokio::join!(
        sender.run_once(),
        take(&listener, "550 no such mailbox here")
    );
    assert_eq!(counts.unwrap().given_up, 1);
    assert_eq!(waiting(&world).await, 0);
    // That would say who asked for a link.
    assert_eq!(failures(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_password_that_the_mail_server_does_not_take_loses_no_message(pool: PgPool) {
    let world = World::new(pool).await;
    ask(&world).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let sender = sender_by(&world, &format!("smtp://baton:wrong@{address}"));
    let but_the_password = |line: &str| match line.starts_with("AUTH") {
        true => "535 5.7.8 not this password",
        false => "550 no such mailbox here",
    };
    let (counts, _) = tokio::join!(
        sender.run_once(),
        take_or_refuse(&listener, but_the_password)
    );
    assert_eq!(counts.unwrap().retried, 1);
    assert_eq!(waiting(&world).await, 1);
    // Once somebody has corrected it, it is sent.
    world.store.clock.set(noon() + TimeDelta::seconds(10));
    let (counts, message) = tokio::join!(
        sender.run_once(),
        take_or_refuse(&listener, |line| match line.starts_with("AUTH") {
            true => "235 signed in",
            false => "250 mail",
        })
    );
    assert_eq!(counts.unwrap().sent, 1);
    assert!(!message.is_empty());
    assert_eq!(waiting(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_mail_server_that_never_answers_is_tried_for_an_hour(pool: PgPool) {
    let world = World::new(pool).await;
    ask(&world).await;
    // Connections are accepted by the system, and nobody speaks.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sender = sender(&world, listener.local_addr().unwrap());
    assert_eq!(sender.run_once().await.unwrap().retried, 1);
    world.store.clock.set(noon() + TimeDelta::minutes(59));
    assert_eq!(sender.run_once().await.unwrap().retried, 1);
    world.store.clock.set(noon() + TimeDelta::minutes(61));
    assert_eq!(sender.run_once().await.unwrap().given_up, 1);
    assert_eq!(waiting(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_address_with_which_nobody_signs_in_gets_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let mail = NewMail {
        recipient: "nobody@example.org",
        language: Language::default(),
    };
    insert(&world.store, &mail).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sender = sender(&world, listener.local_addr().unwrap());
    assert_eq!(sender.run_once().await.unwrap().nobodys, 1);
    assert_eq!(waiting(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_invitation_has_the_link_and_says_who_invites_whereto_and_until_when(pool: PgPool) {
    let world = World::new(pool).await;
    let invite = link(&world).await;
    let to = "cy@example.org".parse().unwrap();
    let sent = world
        .store
        .send_invite(&world.admin, invite, &to, Language::Spanish);
    assert_eq!(sent.await, Ok(true));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sender = sender(&world, listener.local_addr().unwrap());
    let (counts, message) = tokio::join!(sender.run_once(), take(&listener, "250 mail"));
    assert_eq!(counts.unwrap().sent, 1);
    let message = message.join("\n").replace("=\n", "");
    for part in [
        "Subject: Te invitan a Vote Local",
        "Ada te invita",
        "https://baton.example.org/join/",
        "mar, 10 de nov, 5:00 p.m. UTC",
    ] {
        assert!(message.contains(part), "{part}: {message}");
    }
    // One whose link has ended meanwhile is not sent.
    let sent = world
        .store
        .send_invite(&world.admin, invite, &to, Language::default());
    sent.await.unwrap();
    world
        .store
        .revoke_invite(&world.admin, invite)
        .await
        .unwrap();
    assert_eq!(sender.run_once().await.unwrap().nobodys, 1);
    assert_eq!(waiting(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_only_a_newer_server_can_write_is_left_to_it_and_is_not_waited_for(pool: PgPool) {
    let world = World::new(pool).await;
    // As a newer server puts it there, on the same database, after its migration.
    let migrated = sqlx::query("alter table mail drop constraint mail_kind_check");
    migrated.execute(&world.store.pool).await.unwrap();
    world
        .execute(
            "insert into mail (kind, recipient, language, created_at, next_attempt_at)
             select 'weekly_figures', 'ann@example.org', 'en', '2026-11-03 16:59Z', '2026-11-03 16:59Z'
               from generate_series(1, 5)"
                .into(),
        )
        .await;
    ask(&world).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sender = sender(&world, listener.local_addr().unwrap());
    let (counts, message) = tokio::join!(sender.run_once(), take(&listener, "250 fine"));
    assert_eq!(counts.unwrap().sent, 1);
    assert!(!message.is_empty());
    assert_eq!(waiting(&world).await, 5);
    assert_eq!(
        world.count("select max(attempts)::bigint from mail").await,
        0
    );
    assert_eq!(
        server_store::mail::next_due(&world.store).await.unwrap(),
        None
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_invitation_that_is_refused_is_kept_with_its_link_until_it_arrives(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let (invite, other) = (link(&world).await, link(&world).await);
    let send = async |to: &str| {
        let to = to.parse().unwrap();
        let sent = store.send_invite(admin, invite, &to, Language::default());
        assert_eq!(sent.await, Ok(true));
    };
    // Those of the link, as its page and the list show them; the other link has none.
    let undelivered = async || {
        let one = store.invite(admin, invite).await.unwrap().undelivered;
        let rows = store.invites(admin, None).await.unwrap().rows;
        for row in rows {
            let expected = if row.id == invite {
                one.clone()
            } else {
                Vec::new()
            };
            assert_eq!(row.undelivered, expected);
        }
        one
    };
    let dee = |reason, minutes| Undelivered {
        address: "dee@example.org".into(),
        reason,
        at: noon() + TimeDelta::minutes(minutes),
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sender = sender(&world, listener.local_addr().unwrap());
    let but_dee = |line: &str| match line.contains("dee@") {
        true => "550 no such mailbox here",
        false => "250 mail",
    };
    send("cy@example.org, dee@example.org").await;
    let (counts, _, _) = tokio::join!(
        sender.run_once(),
        take_or_refuse(&listener, but_dee),
        take_or_refuse(&listener, but_dee)
    );
    let counts = counts.unwrap();
    assert_eq!((counts.sent, counts.given_up), (1, 1));
    assert_eq!(undelivered().await, [dee(MailFailure::Refused, 0)]);

    // It is tried for an hour, and is then not refused, but late.
    send("dee@example.org").await;
    store.clock.set(noon() + TimeDelta::minutes(61));
    assert_eq!(sender.run_once().await.unwrap().given_up, 1);
    assert_eq!(undelivered().await, [dee(MailFailure::Late, 61)]);

    send("dee@example.org").await;
    let (counts, _) = tokio::join!(sender.run_once(), take(&listener, "250 mail"));
    assert_eq!(counts.unwrap().sent, 1);
    assert_eq!(undelivered().await, []);

    send("dee@example.org").await;
    let (counts, _) = tokio::join!(sender.run_once(), take(&listener, "550 gone"));
    assert_eq!(counts.unwrap().given_up, 1);
    assert_eq!(undelivered().await.len(), 1);
    store.revoke_invite(admin, invite).await.unwrap();
    assert_eq!(undelivered().await, []);
    assert_eq!(failures(&world).await, 0);
    store.revoke_invite(admin, other).await.unwrap();
}
