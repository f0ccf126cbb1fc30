//! The two days of the year on which clocks change, in three zones that change them at different moments, to the second.

use super::scene::{Mode, Scene, at};
use app::domain::{AutoReleaseState, HandOutObstacle};
use app::error::AppError;
use app::ports::Campaigns;
use chrono::{SecondsFormat, TimeDelta};
use sqlx::PgPool;

/// A day of a zone, in UTC: when its contacts were texted and when they answered the day before, when its texting hours
/// open and close, and when they open on the next day.
struct Day {
    zone: &'static str,
    texted: &'static str,
    answered: &'static str,
    opens: &'static str,
    closes: &'static str,
    opens_next: &'static str,
}

/// From nine to nine: the night before is an hour longer in autumn and an hour shorter in spring.
const DAYS: [Day; 6] = [
    Day {
        zone: "America/New_York",
        texted: "2026-10-31T16:00:00Z",
        answered: "2026-11-01T00:30:00Z",
        opens: "2026-11-01T14:00:00Z",
        closes: "2026-11-02T02:00:00Z",
        opens_next: "2026-11-02T14:00:00Z",
    },
    Day {
        zone: "America/New_York",
        texted: "2027-03-13T17:00:00Z",
        answered: "2027-03-14T01:30:00Z",
        opens: "2027-03-14T13:00:00Z",
        closes: "2027-03-15T01:00:00Z",
        opens_next: "2027-03-15T13:00:00Z",
    },
    Day {
        zone: "America/Los_Angeles",
        texted: "2026-10-31T19:00:00Z",
        answered: "2026-11-01T03:30:00Z",
        opens: "2026-11-01T17:00:00Z",
        closes: "2026-11-02T05:00:00Z",
        opens_next: "2026-11-02T17:00:00Z",
    },
    Day {
        zone: "America/Los_Angeles",
        texted: "2027-03-13T20:00:00Z",
        answered: "2027-03-14T04:30:00Z",
        opens: "2027-03-14T16:00:00Z",
        closes: "2027-03-15T04:00:00Z",
        opens_next: "2027-03-15T16:00:00Z",
    },
    Day {
        zone: "Europe/Lisbon",
        texted: "2026-10-24T11:00:00Z",
        answered: "2026-10-24T19:30:00Z",
        opens: "2026-10-25T09:00:00Z",
        closes: "2026-10-25T21:00:00Z",
        opens_next: "2026-10-26T09:00:00Z",
    },
    Day {
        zone: "Europe/Lisbon",
        texted: "2027-03-27T12:00:00Z",
        answered: "2027-03-27T20:30:00Z",
        opens: "2027-03-28T08:00:00Z",
        closes: "2027-03-28T20:00:00Z",
        opens_next: "2027-03-29T08:00:00Z",
    },
];

/// From half past one, or half past two, until noon: half an hour that this night has twice, or not at all. It opens when
/// the clock first shows that much.
const NIGHTS: [Day; 6] = [
    Day {
        opens: "2026-11-01T05:30:00Z",
        closes: "2026-11-01T17:00:00Z",
        opens_next: "2026-11-02T06:30:00Z",
        texted: "2026-10-31T15:00:00Z",
        answered: "2026-10-31T15:30:00Z",
        ..DAYS[0]
    },
    Day {
        opens: "2027-03-14T07:00:00Z",
        closes: "2027-03-14T16:00:00Z",
        opens_next: "2027-03-15T06:30:00Z",
        texted: "2027-03-13T16:00:00Z",
        answered: "2027-03-13T16:30:00Z",
        ..DAYS[1]
    },
    Day {
        opens: "2026-11-01T08:30:00Z",
        closes: "2026-11-01T20:00:00Z",
        opens_next: "2026-11-02T09:30:00Z",
        texted: "2026-10-31T18:00:00Z",
        answered: "2026-10-31T18:30:00Z",
        ..DAYS[2]
    },
    Day {
        opens: "2027-03-14T10:00:00Z",
        closes: "2027-03-14T19:00:00Z",
        opens_next: "2027-03-15T09:30:00Z",
        texted: "2027-03-13T19:00:00Z",
        answered: "2027-03-13T19:30:00Z",
        ..DAYS[3]
    },
    Day {
        opens: "2026-10-25T00:30:00Z",
        closes: "2026-10-25T12:00:00Z",
        opens_next: "2026-10-26T01:30:00Z",
        texted: "2026-10-24T09:00:00Z",
        answered: "2026-10-24T09:30:00Z",
        ..DAYS[4]
    },
    Day {
        opens: "2027-03-28T01:00:00Z",
        closes: "2027-03-28T11:00:00Z",
        opens_next: "2027-03-29T00:30:00Z",
        texted: "2027-03-27T10:00:00Z",
        answered: "2027-03-27T10:30:00Z",
        ..DAYS[5]
    },
];

/// So many seconds after a moment.
fn after(moment: &str, seconds: i64) -> String {
    let moment = at(moment) + TimeDelta::seconds(seconds);
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// What keeps replies from being handed out now: nothing, or when the hours open.
async fn closed_until(scene: &Scene) -> Option<String> {
    let row = scene.store().find(&scene.world().admin, scene.campaign);
    match row.await.unwrap().obstacles[..] {
        [] => None,
        [HandOutObstacle::OutsideHours { opens_at }] => {
            Some(opens_at.to_rfc3339_opts(SecondsFormat::Secs, true))
        }
        ref others => panic!("{others:?}"),
    }
}

/// Whether Ann can answer a contact now; else the refusal is about the hours.
async fn may_text(scene: &Scene, name: &str) -> bool {
    match scene.send(name).await {
        Ok(()) => true,
        Err(AppError::OutsideHours { .. }) => false,
        Err(other) => panic!("{other}"),
    }
}

async fn lives(pool: &PgPool, day: &Day, hours: (&str, &str)) {
    let Day {
        zone,
        opens,
        closes,
        ..
    } = day;
    let file = ["Sent", "Late", "Held", "Pooled"]
        .iter()
        .zip(1..)
        .map(|(name, number)| format!("{name},B,202555010{number},,{zone}\n"))
        .collect::<String>();
    let scene = Scene::texted(pool.clone(), day.texted, hours, &file).await;
    scene.answered(day.answered).await;
    let none: [&str; 0] = [];

    // A second before they open nobody may be texted, nothing is handed out, and it says until when.
    scene.set(&after(opens, -1));
    assert_eq!(
        closed_until(&scene).await.as_deref(),
        Some(*opens),
        "{opens}"
    );
    assert!(!may_text(&scene, "Sent").await, "{opens}");
    assert_eq!(scene.release(Mode::Automatic).await, none, "{opens}");
    scene.set(opens);
    assert_eq!(closed_until(&scene).await, None, "{opens}");
    assert!(may_text(&scene, "Sent").await, "{opens}");
    assert_eq!(scene.release(Mode::Automatic).await, none, "{opens}");

    // The idle clock starts there, and what is released is handed out at once.
    let window = scene
        .store()
        .autoassign(&scene.world().admin, scene.campaign);
    let next_due = Some(at(&after(opens, 3600)));
    let state = window.await.unwrap().status.state;
    assert_eq!(state, AutoReleaseState::On { next_due }, "{opens}");
    scene.set(&after(opens, 3599));
    assert_eq!(scene.release(Mode::Automatic).await, none, "{opens}");
    scene.set(&after(opens, 3600));
    let released = scene.release(Mode::Automatic).await;
    assert_eq!(released, ["Late", "Held", "Pooled"], "{opens}");
    scene.request().await;
    assert_eq!(scene.pooled().await, none, "{opens}");

    // Until a second before they close; what is in the pool then stays there.
    scene.set(&after(closes, -1));
    assert!(may_text(&scene, "Held").await, "{closes}");
    assert_eq!(scene.release(Mode::Campaign).await, ["Late", "Pooled"]);
    scene.set(closes);
    let opens_next = Some(day.opens_next);
    assert_eq!(
        closed_until(&scene).await.as_deref(),
        opens_next,
        "{closes}"
    );
    assert!(!may_text(&scene, "Late").await, "{closes}");
    scene.request().await;
    assert_eq!(scene.pooled().await, ["Late", "Pooled"], "{closes}");
    scene.set(&after(day.opens_next, -1));
    scene.request().await;
    assert_eq!(scene.pooled().await, ["Late", "Pooled"], "{closes}");
    scene.set(day.opens_next);
    scene.request().await;
    assert_eq!(scene.pooled().await, none, "{closes}");
}

/// Both days of a zone with hours of the day, and with hours that begin while clocks change.
async fn both_days(pool: PgPool, zone: &str) {
    let of_zone = |day: &&Day| day.zone == zone;
    for day in DAYS.iter().filter(of_zone) {
        lives(&pool, day, ("09:00", "21:00")).await;
    }
    for night in NIGHTS.iter().filter(of_zone) {
        let skips_two_oclock = night.zone != "Europe/Lisbon" && night.opens.starts_with("2027");
        let from = if skips_two_oclock { "02:30" } else { "01:30" };
        lives(&pool, night, (from, "12:00")).await;
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn in_new_york_hours_are_those_of_the_wall_when_clocks_change(pool: PgPool) {
    both_days(pool, "America/New_York").await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn so_they_are_in_los_angeles(pool: PgPool) {
    both_days(pool, "America/Los_Angeles").await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn and_in_lisbon(pool: PgPool) {
    both_days(pool, "Europe/Lisbon").await;
}

#[test]
fn the_days_are_as_long_as_they_are() {
    for (day, hours) in DAYS.iter().zip([25, 23, 25, 23, 25, 23]) {
        let night = at(day.opens) - at(day.answered);
        assert_eq!(
            night + TimeDelta::minutes(690),
            TimeDelta::hours(hours),
            "{}",
            day.opens
        );
    }
}
