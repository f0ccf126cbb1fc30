//! The pages of figures, and their files: opened again, and compared with the database.

use super::TestApp;
use app::domain::{FailureCode, ReleaseOrder, ReleasePolicy};
use app::ports::{Conversations, Releases};
use server_message::{DeliveryReport, ReportedState, ServiceKind, ServiceSid};
use server_store::delivery_reports;
use server_store::messages::receive;
use server_store::outbox::{self, ClaimId};
use sqlx::PgPool;
use std::collections::BTreeMap;
use std::time::Duration;

/// What a file says of each figure and period, read by another reader than wrote it.
async fn numbers(app: &TestApp, path: &str, cookie: &str) -> BTreeMap<(String, String), String> {
    let answer = app.get(path, Some(cookie)).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let mut reader = csv::Reader::from_reader(answer.body.as_bytes());
    let lines = reader.records().map(|line| {
        let line = line.unwrap();
        ((line[0].to_owned(), line[1].to_owned()), line[2].to_owned())
    });
    lines.collect()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn figures_are_shown_and_exported_as_they_are_in_the_database(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    for contact in 0..3 {
        let id = world.unsent(campaign, &world.ann).await;
        let sent = world
            .store
            .send_first(&world.ann, id, 0.into(), "Hi".into());
        sent.await.unwrap();
        if contact > 0 {
            let text = world.text_from(id, "Where?").await;
            receive(&world.store, &text).await.unwrap();
        }
        if contact == 2 {
            let epoch = world.epoch(id).await;
            let sent = world
                .store
                .send(&world.ann, id, epoch.into(), "There".into());
            sent.await.unwrap();
        }
    }
    world.execute("update outbox set state = 'failed', last_error = '=HYPERLINK(\"http://evil.test\")' where message_id = 1".into()).await;
    let admin = app.sign_in(&world.admin).await;

    let found = numbers(&app, &format!("/campaigns/{campaign}/figures.csv"), &admin).await;
    let number = |figure: &str, period: &str| {
        let key = (figure.to_owned(), period.to_owned());
        found.get(&key).map(|number| number.parse::<i64>().unwrap())
    };
    for (figure, query) in [
        ("contacts", "select count(*) from contact"),
        (
            "sent an initial message",
            "select count(distinct conversation_id) from message where direction = 'outbound'",
        ),
        (
            "replied",
            "select count(distinct conversation_id) from message where direction = 'inbound'",
        ),
        (
            "waiting for an answer",
            "select count(*) from conversation where status = 'needs_response'",
        ),
        (
            "handled",
            "select count(*) from conversation where status = 'convo'",
        ),
        ("opted out", "select count(*) from opt_out"),
        (
            "messages failed",
            "select count(*) from outbox where state = 'failed'",
        ),
        (
            "messages on their way",
            "select count(*) from outbox where state = 'queued'",
        ),
        (
            "messages sent",
            "select count(*) from outbox where state = 'sent'",
        ),
        (
            "latest answers, auto-release off",
            "select count(*) from answer",
        ),
    ] {
        assert_eq!(
            number(figure, ""),
            Some(world.count(query).await),
            "{figure}"
        );
    }
    // What a spreadsheet would run follows other words, or is text.
    assert_eq!(
        number("messages failed: =HYPERLINK(\"http://evil.test\")", ""),
        Some(1)
    );
    let noon = "2026-11-03T12:00";
    assert_eq!(number("initial messages", noon), Some(3));
    assert_eq!(number("first replies", noon), Some(2));
    assert_eq!(number("answers", noon), Some(1));

    let ann = world.ann.member;
    let found = numbers(&app, &format!("/people/{ann}/figures.csv"), &admin).await;
    let number = |figure: &str| found.get(&(figure.to_owned(), String::new())).cloned();
    assert_eq!(number("messages sent").as_deref(), Some("4"));
    assert_eq!(number("replies held now").as_deref(), Some("1"));
    let found = numbers(&app, "/figures.csv", &admin).await;
    let number = |figure: &str| found.get(&(figure.to_owned(), String::new())).cloned();
    assert_eq!(number("people waiting").as_deref(), Some("1"));
    assert_eq!(
        number("seconds to answer all at this pace").as_deref(),
        Some("3600")
    );
    let exports = "select count(*) from audit_event where action = 'figures_exported'";
    assert_eq!(world.count(exports).await, 3);

    for (path, words) in [
        (
            format!("/campaigns/{campaign}/figures"),
            "Initial messages, 12:00 PM: 3.",
        ),
        (format!("/people/{ann}/figures"), "Answers, 12:00 PM: 1."),
        (
            "/figures".to_owned(),
            "One person got an answer in the last hour. At this pace it takes 1 h to answer those who wait now.",
        ),
    ] {
        let page = app.get(&path, Some(&admin)).await;
        assert!(
            page.status == 200 && page.body.contains(words),
            "{path}: {}",
            page.body
        );
    }

    let elsewhere = server_store::testing::World::new(pool).await;
    let stranger = app.sign_in(&elsewhere.admin).await;
    for path in [
        format!("/campaigns/{campaign}/figures"),
        format!("/campaigns/{campaign}/figures.csv"),
        format!("/people/{ann}/figures"),
        format!("/people/{ann}/figures.csv"),
        "/campaigns/x/figures.csv".to_owned(),
        "/people/0/figures.csv".to_owned(),
    ] {
        assert_eq!(app.get(&path, Some(&stranger)).await.status, 404, "{path}");
    }
    assert_eq!(world.count(exports).await, 3);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_conversations_of_all_releases_are_exported_together(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let admin = app.sign_in(&world.admin).await;
    let export = async |query: &str| {
        let path = format!("/releases/conversations.csv{query}");
        let answer = app.get(&path, Some(&admin)).await;
        assert_eq!(answer.status, 200);
        let mut reader = csv::Reader::from_reader(answer.body.as_bytes());
        let lines = reader.deserialize().map(|line| line.unwrap());
        lines.collect::<Vec<BTreeMap<String, String>>>()
    };
    assert!(export("").await.is_empty());
    // More releases than a page of the history has, most of one conversation, and one of several.
    for n in 0..60 {
        world.reply(campaign, &world.ann, 300).await;
        if n == 30 {
            world.reply(campaign, &world.ben, 300).await;
        }
        let everywhere = ReleaseOrder::Everywhere(ReleasePolicy::default());
        world.store.start(&world.admin, everywhere).await.unwrap();
    }
    let found = export("").await;
    let kept: Vec<(i64, i64)> = sqlx::query_as(
        "select e.release_id, moved.id
           from assignment_event e, unnest(e.conversation_ids) with ordinality moved (id, place)
          where e.reason = 'released' order by e.release_id desc, e.id, moved.place",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    let found: Vec<_> = found
        .iter()
        .map(|line| {
            (
                line["release"].parse().unwrap(),
                line["conversation"].parse().unwrap(),
            )
        })
        .collect();
    assert_eq!((found.len(), &found), (61, &kept));
    assert!(export("?by=automatic").await.is_empty());
    let refused = app
        .get("/releases/conversations.csv?by=nobody", Some(&admin))
        .await;
    assert_eq!(refused.status, 400);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_campaign_says_that_carriers_filter_many_of_its_texts_and_its_files_say_why(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let id = world.unsent(campaign, &world.ann).await;
    let sent = world
        .store
        .send_first(&world.ann, id, 0.into(), "Hi".into());
    sent.await.unwrap();
    let admin = app.sign_in(&world.admin).await;
    let page = format!("/campaigns/{campaign}");
    let notice = "Carriers have filtered 1 message of this campaign as unwanted";
    let shown = app.get(&page, Some(&admin)).await.body;
    assert!(!shown.contains(notice));

    let lease = Duration::from_secs(60);
    let claimed = outbox::claim(&world.store, ClaimId::random(), 1, lease).await;
    let sid = ServiceSid("SM1".into());
    outbox::mark_sent(&world.store, &claimed.unwrap()[0], &sid)
        .await
        .unwrap();
    let report = DeliveryReport {
        service: ServiceKind::Simulated,
        sid,
        own_number: world.number().await,
        messaging_service: None,
        state: ReportedState::Failed(Some(FailureCode::FILTERED)),
    };
    delivery_reports::receive(&world.store, &report)
        .await
        .unwrap();
    for path in [page.clone(), format!("{page}/figures")] {
        let shown = app.get(&path, Some(&admin)).await.body;
        assert!(shown.contains(notice), "{path}");
    }
    let why = "The carrier filtered it as unwanted (30007).";
    let figures = numbers(&app, &format!("{page}/figures.csv"), &admin).await;
    let failed = (format!("messages failed: {why}"), String::new());
    assert_eq!(figures.get(&failed).map(String::as_str), Some("1"));
    let messages = app.get(&format!("{page}/messages.csv"), Some(&admin)).await;
    let mut reader = csv::Reader::from_reader(messages.body.as_bytes());
    let names = reader.headers().unwrap().clone();
    let line = reader.records().next().unwrap().unwrap();
    let field = |name: &str| {
        let at = names.iter().position(|known| known == name).unwrap();
        line[at].to_owned()
    };
    assert_eq!(
        (field("state"), field("reason")),
        ("failed".into(), why.into())
    );
}
