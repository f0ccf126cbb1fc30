//! The rule as the specification states it, asked of every conversation one by one.

use super::case::{Campaign, Case, Conversation, ESCALATING, Request};
use super::wall::wall;
use app::domain::PoolKind;
use chrono::{DateTime, TimeDelta, Timelike, Utc};
use std::cmp::Reverse;

/// What a request is given, those that come first first; `None`: it may not ask this pool.
pub(super) fn given(case: &Case, now: DateTime<Utc>, request: &Request) -> Option<Vec<usize>> {
    let pool = case.pools[request.pool];
    let team = request.pool.checked_sub(1);
    if team.is_some_and(|team| !case.teams[team].members[request.texter]) {
        return None;
    }
    let held = |tag: usize| {
        let mut teams = case.teams.iter();
        teams.any(|team| team.members[request.texter] && team.tags[tag])
    };
    let mut eligible: Vec<(usize, &Conversation, &Campaign)> = (case.conversations.iter())
        .enumerate()
        .map(|(id, it)| (id, it, &case.campaigns[it.campaign]))
        .filter(|(_, it, campaign)| {
            it.status == wanted_status(pool.kind)
                && it.holder.is_none()
                && !it.opted_out
                && (0..ESCALATING).all(|tag| !it.tags[tag] || held(tag))
                && drawn_from(campaign, team)
                && in_time(case, it, campaign, pool.kind, now)
        })
        .collect();
    eligible.sort_by_key(|(id, it, campaign)| {
        let lost = it.lost_by == Some(request.texter);
        let due = campaign.due.map_or((true, 0), |due| (false, due));
        let (reply, initial) = match pool.kind {
            PoolKind::Replies => (Some(Reverse(it.waiting)), None),
            PoolKind::Initials => (None, Some((due, Reverse(campaign.started), it.campaign))),
        };
        (lost, reply, initial, *id)
    });
    eligible.truncate(request.wanted.min(pool.most) as usize);
    Some(eligible.into_iter().map(|(id, ..)| id).collect())
}

fn wanted_status(kind: PoolKind) -> &'static str {
    match kind {
        PoolKind::Replies => "needs_response",
        PoolKind::Initials => "needs_message",
    }
}

/// Whether a team, or General, draws from the campaign at all.
fn drawn_from(campaign: &Campaign, team: Option<usize>) -> bool {
    campaign.started.is_some()
        && !campaign.archived
        && !campaign.paused
        && campaign.auto_assign
        && team.map_or(!campaign.restricted, |team| campaign.teams[team])
}

/// Whether there is time to write to them: by the clock on their wall, and by their calendar.
fn in_time(
    case: &Case,
    it: &Conversation,
    campaign: &Campaign,
    kind: PoolKind,
    now: DateTime<Utc>,
) -> bool {
    let zone = case.zones[it.zone.unwrap_or(campaign.zone)];
    // Hours that ended do not open again while clocks that were set back show the same once more.
    let shown = (0..=120).map(|minutes| wall(zone, now - TimeDelta::minutes(minutes)));
    let there = shown.max().unwrap();
    let clock = i64::from(there.num_seconds_from_midnight());
    let over = |days| there.date() > case.start.date_naive() + TimeDelta::days(days);
    let (margin, past_due) = match kind {
        PoolKind::Replies => (2, false),
        PoolKind::Initials => (10, campaign.due.is_some_and(over)),
    };
    let open = match case.hours[campaign.hours] {
        (0, 1440) => true,
        (from, until) => clock >= from * 60 && clock + margin * 60 < until * 60,
    };
    open && !past_due
}
