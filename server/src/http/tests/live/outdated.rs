//! Pages that are outdated: of another viewer, of another role, of a session that has ended.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::Role;
use futures::StreamExt;
use sqlx::PgPool;
use std::time::Duration;
use tokio::time::{Instant, timeout};

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_page_of_somebody_else_of_another_role_or_of_an_ended_session_is_sent_that_alone(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let ben = app.sign_in(&app.world.ben).await;
    let (ann, ben_now) = (app.world.ann.member, app.world.ben.member);
    for (viewer, cookie) in [
        (format!("{ann}.texter"), ben.as_str()),
        (format!("{ben_now}.admin"), &ben),
        (format!("{ben_now}.texter"), "baton_session=ended"),
    ] {
        let path = format!("/events?stream=a&viewer={viewer}&topics=texts");
        let answer = app.get(&path, Some(cookie)).await;
        assert_eq!(answer.body, "data: outdated\n\n", "{viewer}");
    }
    let older = format!("/events?stream=a&member={ann}&topics=texts");
    assert_eq!(app.get(&older, Some(&ben)).await.status, 401);
}

/// All that the stream sends until it ends.
async fn rest(mut events: Events) -> String {
    let mut read = std::mem::take(&mut events.read);
    while let Some(chunk) = timeout(Duration::from_secs(3), events.body.next())
        .await
        .expect("an end in time")
    {
        read.push_str(std::str::from_utf8(&chunk.unwrap()).unwrap());
    }
    read
}

/// By the topic that every page of a texter has, on which nothing else comes: not even a heartbeat, at which a stream that
/// looks now and then could find out.
#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_page_is_told_at_once_that_its_session_has_ended_or_its_role_is_another(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for ends in ["a suspension", "another role", "signing out everywhere"] {
        let listener = app.world.texter().await;
        let cookie = app.sign_in(&listener).await;
        let topics = format!("figures.requests&viewer={}.texter", listener.member);
        let mut events = Events::open(&app, &topics, &cookie).await;
        assert_eq!(events.next_topics().await, "figures.requests");
        let member = listener.member;
        match ends {
            "a suspension" => app.world.suspend(member).await,
            "another role" => app.world.set_role(member, Role::Supervolunteer).await,
            _ => {
                let elsewhere = app.sign_in(&listener).await;
                app.submit("/api/session/sign-out-everywhere", Some(&elsewhere), "")
                    .await;
            }
        }
        let changed_at = Instant::now();
        assert_eq!(rest(events).await, "data: outdated\n\n", "{ends}");
        eprintln!("{ends}: told after {:?}", changed_at.elapsed());
    }
}
