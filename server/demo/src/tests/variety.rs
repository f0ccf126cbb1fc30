//! The variety of the demo: each state that a page can show is there.

use super::{count, demo};
use crate::night::night_zone;
use app::domain::{
    Admin, Age, LeftOutReason, MemberId, OrganizationId, Origin, ReleaseOrder, ReleasePolicy, Role,
    Viewer,
};
use app::ports::{AssignmentControl, Releases};
use chrono::TimeDelta;
use server_store::Store;
use server_store::testing::{RELEASABLE, TO_HAND_OUT, noon};
use sqlx::PgPool;
use std::collections::BTreeSet;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn texters_hold_replies_of_every_age(pool: PgPool) {
    let store = demo(pool).await;
    let ages: Vec<i64> = sqlx::query_scalar(
        "select extract(epoch from $1 - cv.idle_since)::bigint
           from conversation cv join campaign ca on ca.id = cv.campaign_id and ca.archived_at is null
          where cv.status = 'needs_response' and cv.assigned_to is not null
          order by 1",
    )
    .bind(noon())
    .fetch_all(&store.pool)
    .await
    .unwrap();
    let minutes: Vec<u32> = ages
        .iter()
        .map(|age| Age::from_seconds(*age).minutes())
        .collect();
    assert!(minutes[0] <= 4, "{minutes:?}");
    assert!(*minutes.last().unwrap() >= 24 * 60, "{minutes:?}");
    for (from, to) in [
        (0, 15),
        (15, 30),
        (30, 60),
        (60, 120),
        (120, 240),
        (240, 480),
        (480, 1_440),
        (1_440, 1_801),
    ] {
        let here = minutes
            .iter()
            .filter(|minute| (from..to).contains(*minute))
            .count();
        assert!(
            here >= 4,
            "{here} between {from} and {to} minutes: {minutes:?}"
        );
    }
    let holders = count(
        &store,
        "select count(distinct assigned_to) from conversation where status = 'needs_response'",
    )
    .await;
    assert_eq!(holders, 5);
    // What simulated contacts are held back by.
    assert!(
        count(
            &store,
            "select count(*) from conversation where status = 'needs_response'"
        )
        .await
            < 350
    );
}

async fn admin(store: &Store) -> Admin {
    let member = count(store, "select id from member where role = 'admin'").await;
    let organization = OrganizationId(count(store, "select id from organization").await);
    let viewer = Viewer {
        organization,
        organization_name: "Riverbend Votes".into(),
        member: MemberId(member),
        name: "Ada Moreno".into(),
        role: Role::Admin,
        language: None,
        origin: Origin::Client(None),
    };
    viewer.try_into().unwrap()
}

/// The number of replies of a kind that are within texting hours at an hour of the day.
async fn at(store: &Store, query: &'static str, hour: i64) -> i64 {
    let now = noon() + TimeDelta::hours(hour);
    sqlx::query_scalar(query)
        .bind(1i64)
        .bind(now)
        .fetch_one(&store.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn at_any_time_of_day_there_is_something_to_release_and_to_hand_out(pool: PgPool) {
    let store = demo(pool).await;
    for hour in 0..24 {
        let (releasable, to_hand_out) = (
            at(&store, RELEASABLE, hour).await,
            at(&store, TO_HAND_OUT, hour).await,
        );
        assert!(
            releasable >= 40 && to_hand_out >= 30,
            "{hour}: {releasable}, {to_hand_out}"
        );
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_preview_has_something_to_take_and_every_reason_to_leave_something(pool: PgPool) {
    let store = demo(pool).await;
    let admin = admin(&store).await;
    // At night on the coast, so that some contacts are outside their hours.
    store.clock.set(noon() + TimeDelta::seconds(20));
    let preview = store
        .preview(&admin, ReleaseOrder::Everywhere(ReleasePolicy::default()))
        .await
        .unwrap();
    let reasons: BTreeSet<LeftOutReason> = preview
        .left_out
        .iter()
        .map(|left_out| left_out.reason)
        .collect();
    for reason in [
        LeftOutReason::CampaignClosed,
        LeftOutReason::CampaignPaused,
        LeftOutReason::OutsideHours,
        LeftOutReason::Escalated,
        LeftOutReason::Composing,
        LeftOutReason::TeamRestricted,
        LeftOutReason::AutoAssignOff,
    ] {
        assert!(reasons.contains(&reason), "{reason} {preview:?}");
    }
    assert!(preview.conversations >= 30, "{preview:?}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn whenever_it_is_created_it_is_night_for_one_campaign(pool: PgPool) {
    for hour in 0..24 {
        let now = noon() + TimeDelta::hours(hour) + TimeDelta::minutes(59);
        let is_night: bool =
            sqlx::query_scalar("select extract(hour from $1::timestamptz at time zone $2) = 21")
                .bind(now)
                .bind(night_zone(now))
                .fetch_one(&pool)
                .await
                .unwrap();
        assert!(is_night, "{now}: {}", night_zone(now));
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn campaigns_are_in_every_state_and_contacts_in_every_status(pool: PgPool) {
    let store = demo(pool).await;
    for (at_least, query) in [
        (
            6,
            "select count(*) from campaign where started_at is not null and archived_at is null",
        ),
        (1, "select count(*) from campaign where started_at is null"),
        (
            1,
            "select count(*) from campaign where archived_at is not null",
        ),
        (
            1,
            "select count(*) from campaign where paused_at is not null",
        ),
        (
            1,
            "select count(*) from campaign where copy_key is not null",
        ),
        (1, "select count(*) from campaign where team_restricted"),
        (
            1,
            "select count(*) from campaign where started_at is not null and not auto_assign",
        ),
        (
            2_400,
            "select count(*) from contact where custom_fields <> '{}'",
        ),
        (
            400,
            "select count(*) from conversation where status = 'needs_message'",
        ),
        (
            400,
            "select count(*) from conversation where status = 'messaged'",
        ),
        (
            200,
            "select count(*) from conversation where status = 'convo'",
        ),
        (
            100,
            "select count(*) from conversation where status = 'closed'",
        ),
        (30, "select count(*) from conversation where opted_out"),
        (5, "select count(distinct origin) from opt_out"),
        (
            10,
            "select conversations::bigint from release where kind = 'second_pass'",
        ),
        (
            200,
            "select count(*) from contact where external_id is not null",
        ),
        (
            30,
            "select count(*) from conversation where status = 'needs_response' and assigned_to is null and released_from is not null",
        ),
        (
            15,
            "select count(*) from conversation where status = 'needs_response' and assigned_to is not null and released_from is not null",
        ),
        (
            10,
            "select count(*) from conversation where escalated and status = 'needs_response'",
        ),
        (
            3,
            "select count(*) from team t join pool p on p.team_id = t.id where p.enabled",
        ),
        (2, "select count(*) from team_tag"),
        (1, "select count(*) from pool where kind = 'initials'"),
        (6, "select count(*) from team_member"),
        (4, "select count(*) from draft"),
        (3, "select count(*) from outbox where state = 'failed'"),
        (
            60,
            "select count(*) from (select conversation_id from message group by 1 having count(*) >= 5) long",
        ),
    ] {
        let matches = count(&store, query).await;
        assert!(matches >= at_least, "{matches} < {at_least}: {query}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn texters_are_as_the_sign_ins_describe_them(pool: PgPool) {
    let store = demo(pool).await;
    let replies: Vec<(String, i64, i64, i64)> = sqlx::query_as(
        "select a.email, count(*), min(idle.minutes), max(idle.minutes)
           from conversation cv
           join campaign ca on ca.id = cv.campaign_id and ca.archived_at is null
           join member m on m.id = cv.assigned_to
           join account a on a.id = m.account_id
          cross join lateral (select extract(epoch from $1 - cv.idle_since)::bigint / 60 as minutes) idle
          where cv.status = 'needs_response'
          group by a.email order by a.email",
    )
    .bind(noon())
    .fetch_all(&store.pool)
    .await
    .unwrap();
    let of = |name: &str| {
        replies
            .iter()
            .find(|(email, ..)| email.starts_with(name))
            .cloned()
            .unwrap()
    };
    let (ines, theo) = (of("ines@"), of("theo@"));
    assert!(ines.1 >= 10 && ines.3 <= 30, "fresh ones only: {ines:?}");
    assert!(theo.1 >= 10 && theo.2 >= 240, "old ones only: {theo:?}");
    assert!(
        replies.iter().all(|(_, count, ..)| *count >= 10),
        "{replies:?}"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_pool_has_something_in_it(pool: PgPool) {
    let store = demo(pool).await;
    let fills = store.pool_fills(&admin(&store).await).await.unwrap();
    assert_eq!(fills.len(), 4);
    assert!(fills.iter().all(|fill| fill.waiting > 0), "{fills:?}");
}
