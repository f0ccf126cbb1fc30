//! Figures, held against scenes.

mod campaign;
mod organization;
mod texter;

use crate::Store;
use crate::clock::Clock;
use crate::testing::{World, ago};
use app::domain::{ConversationId, Texter, Timeline};
use app::ports::Conversations;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// The store as it was some minutes before noon.
fn earlier(world: &World, minutes: i64) -> Store {
    Store::with_clock(world.store.pool.clone(), Clock::pinned_at(ago(minutes)))
}

async fn send_first(store: &Store, texter: &Texter, id: ConversationId) {
    let sent = store.send_first(texter, id, 0.into(), "Hi".into()).await;
    sent.unwrap();
}

async fn answer(store: &Store, texter: &Texter, id: ConversationId) {
    let epoch = store.open(texter, id).await.unwrap().lease_epoch;
    let sent = store.send(texter, id, epoch.into(), "At 12 Main".into());
    sent.await.unwrap();
}

/// The hour in New York, after the last Sunday on which clocks were set back.
fn local_hour(minutes_ago: i64) -> NaiveDateTime {
    let local = ago(minutes_ago).naive_utc() - TimeDelta::hours(5);
    local - TimeDelta::minutes(i64::from(chrono::Timelike::minute(&local)))
}

fn day(day: u32) -> NaiveDateTime {
    let date = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    date.and_hms_opt(0, 0, 0).unwrap()
}

fn points<const N: usize>(timeline: &Timeline<N>) -> Vec<(NaiveDateTime, [u32; N])> {
    let points = timeline.points.iter();
    points.map(|point| (point.from, point.counts)).collect()
}
