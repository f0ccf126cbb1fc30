//! The topics of a stream: many on one connection, and others while it is open.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::{ReleaseProgress, RequestOffer, Role};
use app::islands::decode;
use app::view_models::CampaignLiveState;
use server_store::notify;
use sqlx::PgPool;
use std::time::Duration;
use tokio::time::Instant;

/// What a texter may not listen to.
const ABOVE_TEXTERS: [&str; 4] = ["requests", "releases", "figures.assignment", "campaigns"];

/// Asks a server for other topics of a stream; gives the status.
async fn change(app: &TestApp, cookie: &str, stream: &str, topics: &str) -> u16 {
    let form = format!("stream={stream}&topics={topics}");
    let answer = app.submit("/events/topics", Some(cookie), &form).await;
    answer.status.as_u16()
}

/// Another server, when both hear notifications.
async fn another_server(app: &TestApp) -> TestApp {
    let other = TestApp::beside(app);
    let deadline = Instant::now() + Duration::from_secs(10);
    let listening = "select count(*) from pg_stat_activity where datname = current_database() and query like 'LISTEN%'";
    loop {
        let servers: i64 = sqlx::query_scalar(listening)
            .fetch_one(&app.world.store.pool)
            .await
            .unwrap();
        if servers == 2 {
            return other;
        }
        assert!(Instant::now() < deadline, "{servers} of 2 servers listen");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn one_connection_carries_many_topics_and_each_event_says_of_which_it_is(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let (one, other) = (app.world.campaign().await, app.world.campaign().await);
    let cookie = app.sign_in(&app.world.admin).await;
    let topics = format!("texts,releases,figures.assignment,campaigns.{one},campaigns.{other}");
    let mut events = Events::open(&app, &topics, &cookie).await;
    assert_eq!(events.next_topics().await, topics);
    let mut first = Vec::new();
    for _ in 0..5 {
        let (topic, name, value) = events.next_of_topic().await;
        if name == "counts=" {
            let counts: Vec<CampaignLiveState> = decode(&value).unwrap();
            let of: Vec<_> = counts.iter().map(|it| it.counts.campaign).collect();
            let id = if topic.ends_with(&format!(".{one}")) {
                one
            } else {
                other
            };
            assert_eq!(of, [id], "{topic}");
        }
        first.push(format!("{topic} {name}"));
    }
    first.sort();
    let mut expected = [
        format!("campaigns.{one} counts="),
        format!("campaigns.{other} counts="),
        "figures.assignment figures=".to_owned(),
        "releases releases=".to_owned(),
        "texts offer=".to_owned(),
    ];
    expected.sort();
    assert_eq!(first, expected);

    notify::campaigns_changed(&pool, app.world.organization, &[other])
        .await
        .unwrap();
    let (topic, name, _) = loop {
        let event = events.next_of_topic().await;
        if event.1.starts_with("counts") {
            break event;
        }
    };
    assert_eq!(
        (topic, name),
        (format!("campaigns.{other}"), "counts+".to_owned())
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_topic_that_is_added_is_sent_in_full_and_one_that_stays_is_not_sent_again(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.admin).await;
    let mut events = Events::open(&app, "releases,texts", &cookie).await;
    let running: Vec<ReleaseProgress> = events.next_of("releases").await;
    assert_eq!(running, []);
    assert_eq!(
        change(&app, &cookie, "a-stream", "releases,figures.requests").await,
        204
    );
    assert_eq!(events.next_topics().await, "releases,figures.requests");
    let (topic, name, _) = events.next_of_topic().await;
    assert_eq!(
        (topic.as_str(), name.as_str()),
        ("figures.requests", "figures=")
    );

    // What was dropped comes back in full.
    assert_eq!(change(&app, &cookie, "a-stream", "texts").await, 204);
    assert_eq!(events.next_topics().await, "texts");
    events.next_of::<RequestOffer>("offer").await;

    // A stream may be without a topic, and goes on.
    assert_eq!(change(&app, &cookie, "a-stream", "").await, 204);
    assert_eq!(events.next_line().await, "topics ");
    assert_eq!(change(&app, &cookie, "a-stream", "releases").await, 204);
    assert_eq!(events.next_topics().await, "releases");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_stream_at_another_server_gets_its_topics_too(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let elsewhere = another_server(&app).await;
    let cookie = app.sign_in(&app.world.admin).await;
    let mut events = Events::open(&app, "texts", &cookie).await;
    assert_eq!(events.next_topics().await, "texts");
    // As many as a page can have: all of it fits into a notification.
    let ids: Vec<String> = (0..200)
        .map(|n| (10_000_000_000_000_000_i64 + n).to_string())
        .collect();
    for topics in ["texts,releases", &format!("campaigns.{}", ids.join("."))] {
        assert_eq!(change(&elsewhere, &cookie, "a-stream", topics).await, 204);
        assert_eq!(events.next_topics().await, topics);
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nobody_changes_the_topics_of_another_session(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let elsewhere = another_server(&app).await;
    let cookie = app.sign_in(&app.world.admin).await;
    let mut events = Events::open(&app, "texts", &cookie).await;
    assert_eq!(events.next_topics().await, "texts");
    // Not even from another browser of theirs; and its own stream of this id is another one.
    for viewer in [&app.world.admin, &app.world.ann] {
        let other = app.sign_in(viewer).await;
        let mut others = Events::open(&app, "texts", &other).await;
        assert_eq!(others.next_topics().await, "texts");
        for (server, topics) in [(&app, ""), (&elsewhere, "texts")] {
            assert_eq!(change(server, &other, "a-stream", topics).await, 204);
            assert_eq!(others.next_topics().await, topics);
        }
    }
    // Notifications arrive in order: theirs have been looked at.
    assert_eq!(
        change(&elsewhere, &cookie, "a-stream", "releases").await,
        204
    );
    assert_eq!(events.next_topics().await, "releases");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn topics_need_the_role_at_the_change_too(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let ann = app.sign_in(&app.world.ann).await;
    let mut events = Events::open(&app, "texts", &ann).await;
    assert_eq!(events.next_topics().await, "texts");
    for topic in ABOVE_TEXTERS {
        let path = format!("/events?stream=another&topics={topic}");
        assert_eq!(app.get(&path, Some(&ann)).await.status, 403, "{topic}");
        let status = change(&app, &ann, "a-stream", topic).await;
        assert_eq!(status, 403, "{topic}");
    }
    // A role that was given while the stream was open counts.
    app.world.set_role(app.world.ann.member, Role::Admin).await;
    assert_eq!(change(&app, &ann, "a-stream", "campaigns").await, 204);
    assert_eq!(events.next_topics().await, "campaigns");
    // Nobody without a session.
    let form = "stream=a-stream&topics=texts";
    assert_eq!(app.submit("/events/topics", None, form).await.status, 401);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn topics_that_the_role_does_not_allow_are_left_out_and_the_others_go_on(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let ann = app.sign_in(&app.world.ann).await;
    for topic in ABOVE_TEXTERS {
        // The stream says what it was asked for, too: that is its answer.
        let topics = format!("{topic},texts");
        let mut events = Events::open(&app, &topics, &ann).await;
        assert_eq!(events.next_topics().await, format!("texts {topics}"));
        events.next_of::<RequestOffer>("offer").await;
    }
    let mut events = Events::open(&app, "texts", &ann).await;
    assert_eq!(events.next_topics().await, "texts");
    let elsewhere = another_server(&app).await;
    for server in [&app, &elsewhere] {
        for topics in ["releases,texts", "texts"] {
            assert_eq!(change(server, &ann, "a-stream", topics).await, 204);
            let said = events.next_topics().await;
            assert_eq!(said.split(' ').next(), Some("texts"));
            assert_eq!(said.split(' ').next_back(), Some(topics));
        }
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_stream_has_the_topics_of_each_role_that_its_viewer_gets(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let listener = world.member(Role::Admin).await;
    let cookie = app.sign_in(&listener).await;
    let topics = "releases,requests,texts";
    let mut events = Events::open(&app, topics, &cookie).await;
    assert_eq!(events.next_topics().await, topics);
    for (role, allowed) in [
        (Role::Supervolunteer, format!("requests,texts {topics}")),
        (Role::Texter, format!("texts {topics}")),
        (Role::Admin, topics.to_owned()),
    ] {
        world.set_role(listener.member, role).await;
        assert_eq!(events.next_topics().await, allowed, "{role}");
    }
    let running: Vec<ReleaseProgress> = events.next_of("releases").await;
    assert_eq!(running, []);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_stream_is_in_the_language_of_its_page_whatever_was_chosen_since(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let ann = app.sign_in(&app.world.ann).await;
    for (language, word) in [
        ("", "available"),
        ("&language=es-US", "disponibles"),
        ("&language=xx", "available"),
    ] {
        let topics = format!("texts{language}");
        let mut events = Events::open(&app, &topics, &ann).await;
        while !events.next_line().await.contains(word) {}
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_no_stream_or_no_topic_is_refused_with_a_reason(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.member(Role::Admin).await).await;
    let many = (1..=33)
        .map(|id| format!("campaigns.{id}"))
        .collect::<Vec<_>>();
    for (query, reason) in [
        ("", "stream"),
        ("stream=a", "topics"),
        ("stream=&topics=texts", "the id of a stream is"),
        ("stream=a%20b&topics=texts", "the id of a stream is"),
        ("stream=a&topics=nothing", "a topic is"),
        ("stream=a&topics=texts,campaigns.x", "a topic is"),
        (
            &format!("stream=a&topics={}", many.join(",")),
            "at most 32 topics",
        ),
    ] {
        let answer = app.get(&format!("/events?{query}"), Some(&cookie)).await;
        assert_eq!(answer.status, 400, "{query}");
        assert!(answer.body.contains(reason), "{query}: {}", answer.body);
        let answer = app.submit("/events/topics", Some(&cookie), query).await;
        assert_eq!(answer.status, 422, "{query}");
        assert!(answer.body.contains(reason), "{query}: {}", answer.body);
    }
}
