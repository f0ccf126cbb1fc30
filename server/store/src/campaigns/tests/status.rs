//! What the window and the campaign's row say that automatic release is doing.

use crate::campaigns::auto_release_failed;
use crate::testing::{World, noon};
use app::domain::{
    AutoReleasePause::{Archived, AutoAssignOff, CampaignPaused, NotStarted, OutsideHours},
    AutoReleaseState::{self, Failing, Off, On, Paused},
    CampaignId, CampaignQuery, CampaignTab, LastAutoRelease,
};
use app::ports::Campaigns;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;
use std::time::Duration;

/// The same in the window, on the campaign's page and in the list.
async fn state(world: &World, campaign: CampaignId) -> AutoReleaseState {
    let store = &world.store;
    let window = store.autoassign(&world.admin, campaign).await.unwrap();
    let row = store.find(&world.admin, campaign).await.unwrap();
    let mut listed = Vec::new();
    for tab in CampaignTab::ALL {
        let query = CampaignQuery {
            tab: *tab,
            ..CampaignQuery::default()
        };
        let list = store.list(&world.admin, &query, None).await.unwrap();
        listed.extend(list.rows);
    }
    let listed = listed.iter().find(|r| r.counts.campaign == campaign);
    assert_eq!(row.autoassign, window);
    assert_eq!(listed.unwrap().autoassign, window);
    window.status.state
}

fn at(hour: i64, minute: i64) -> DateTime<Utc> {
    noon() + TimeDelta::hours(hour - 12) + TimeDelta::minutes(minute)
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn says_whether_it_is_on_and_why_it_is_paused(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    assert_eq!(state(&world, campaign).await, Off);
    for (set, expected) in [
        (
            "auto_release_minutes = 30",
            On {
                next_due: Some(at(12, 20)),
            },
        ),
        ("auto_assign = false", Paused(AutoAssignOff)),
        ("auto_assign = true, started_at = null", Paused(NotStarted)),
        ("archived_at = now()", Paused(Archived)),
        (
            "archived_at = null, started_at = now(), paused_at = now()",
            Paused(CampaignPaused),
        ),
        (
            "paused_at = null, texting_from = '12:01'",
            Paused(OutsideHours { until: at(12, 1) }),
        ),
        (
            "texting_from = '09:00', texting_until = '12:00'",
            Paused(OutsideHours { until: at(33, 0) }),
        ),
        ("auto_release_minutes = null", Off),
    ] {
        world.change_campaign(campaign, set).await;
        assert_eq!(state(&world, campaign).await, expected, "{set}");
    }
    world
        .change_campaign(
            campaign,
            "auto_release_minutes = 30, texting_until = '21:00'",
        )
        .await;
    world.change(reply, "status = 'convo'".into()).await;
    assert_eq!(state(&world, campaign).await, On { next_due: None });
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn while_its_own_zone_sleeps_it_goes_on_for_contacts_whose_hours_are_open(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(
            campaign,
            "auto_release_minutes = 30, texting_until = '11:00'",
        )
        .await;
    let opens = at(33, 0);
    let reply = world.reply(campaign, &world.ann, 10).await;
    assert_eq!(
        state(&world, campaign).await,
        Paused(OutsideHours { until: opens })
    );
    // In Denver it is ten.
    let denver = world.zone("America/Denver").await;
    world
        .change(reply, format!("time_zone_id = {denver}"))
        .await;
    assert_eq!(
        state(&world, campaign).await,
        On {
            next_due: Some(at(12, 20))
        }
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_waits_until_the_first_of_its_contacts_has_open_hours(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "auto_release_minutes = 30")
        .await;
    // It is seven in Honolulu and eight in Anchorage, where a day begins at nine.
    for (zone, opens) in [
        ("Pacific/Honolulu", at(14, 0)),
        ("America/Anchorage", at(13, 0)),
    ] {
        let reply = world.reply(campaign, &world.ann, 10).await;
        let id = world.zone(zone).await;
        world.change(reply, format!("time_zone_id = {id}")).await;
        let paused = Paused(OutsideHours { until: opens });
        assert_eq!(state(&world, campaign).await, paused, "{zone}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_failure_stands_there_until_it_is_tried_again(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "auto_release_minutes = 30")
        .await;
    let store = &world.store;
    let wait = |attempt| Duration::from_secs(60 * attempt as u64);
    let fail = || auto_release_failed(store, world.organization, campaign, "no disk", wait);
    fail().await.unwrap();
    let retry_at = at(12, 1);
    assert_eq!(state(&world, campaign).await, Failing { retry_at });
    // Another server that failed at the same time changes nothing.
    fail().await.unwrap();
    assert_eq!(state(&world, campaign).await, Failing { retry_at });
    store.clock.set(retry_at);
    fail().await.unwrap();
    let retry_at = at(12, 3);
    assert_eq!(state(&world, campaign).await, Failing { retry_at });
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn remembers_the_last_one_that_took_anything(pool: PgPool) {
    let world = World::new(pool).await;
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    for (campaign, scope, conversations, hour) in [
        (campaign, "automatic", 7, 9),
        (campaign, "automatic", 4, 10),
        (campaign, "automatic", 0, 11),
        (campaign, "campaign", 9, 11),
        (other, "automatic", 2, 8),
    ] {
        sqlx::query(
            "insert into release (organization_id, scope, campaign_id, actor_id, interval_minutes,
                                  include_team_restricted, only_within_texting_hours,
                                  include_auto_assign_off, clock, state, conversations, started_at, finished_at)
             values ($1, $2::text::release_scope, $3, $4, 30, true, true, false, $5, 'finished', $6, $5, $5)",
        )
        .bind(world.organization.0)
        .bind(scope)
        .bind(campaign.0)
        .bind(world.admin.member.0)
        .bind(at(hour, 0))
        .bind(conversations)
        .execute(&world.store.pool)
        .await
        .unwrap();
    }
    for (campaign, hour, conversations) in [(campaign, 10, 4), (other, 8, 2)] {
        let row = world.store.find(&world.admin, campaign).await.unwrap();
        let last = LastAutoRelease {
            at: at(hour, 0),
            conversations,
        };
        assert_eq!(row.autoassign.status.last, Some(last));
    }
    // An undo stands in the history like the release that it takes back, and is none.
    world
        .execute(
            "insert into release (organization_id, scope, campaign_id, actor_id, interval_minutes,
                                  include_team_restricted, only_within_texting_hours,
                                  include_auto_assign_off, clock, state, conversations, started_at, finished_at,
                                  undoes_id)
             select organization_id, scope, campaign_id, actor_id, interval_minutes,
                    include_team_restricted, only_within_texting_hours,
                    include_auto_assign_off, clock, state, 3, started_at + interval '5 minutes', finished_at, id
               from release
              where conversations = 4"
                .into(),
        )
        .await;
    let row = world.store.find(&world.admin, campaign).await.unwrap();
    let last = row.autoassign.status.last;
    assert_eq!(last.map(|last| last.conversations), Some(4));
}
