//! What keeps the replies of a campaign from being handed out, and what its Autoassign Mode would release.

use crate::testing::{World, noon};
use app::domain::{
    ApprovalLevel, CampaignId, HandOutObstacle, IdleInterval, LeftOutReason, PoolKind,
};
use app::error::AppError;
use app::ports::{CampaignSetup, Campaigns, Releases, TeamChange, TeamPart, Teams};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;

/// The same on the campaign's page and in the list.
async fn obstacles(world: &World, campaign: CampaignId) -> Vec<HandOutObstacle> {
    let store = &world.store;
    let row = store.find(&world.admin, campaign).await.unwrap();
    let rows = store.some(&world.admin, &[campaign]).await.unwrap();
    assert_eq!(rows, std::slice::from_ref(&row));
    row.obstacles
}

fn at(hour: i64, minute: i64) -> DateTime<Utc> {
    noon() + TimeDelta::hours(hour - 12) + TimeDelta::minutes(minute)
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn says_why_nobody_can_request_and_stops_when_it_is_mended(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    assert_eq!(obstacles(&world, campaign).await, []);
    world
        .change_rules(|rules| rules.requests_enabled = false)
        .await;
    assert_eq!(
        obstacles(&world, campaign).await,
        [HandOutObstacle::RequestsDisabled]
    );
    world
        .change_rules(|rules| rules.requests_enabled = true)
        .await;
    let general = format!("update pool set ? where id = {}", world.general);
    for (away, back) in [
        ("enabled = false", "enabled = true"),
        ("kind = 'initials'", "kind = 'replies'"),
    ] {
        world.execute(general.replace('?', away)).await;
        let found = obstacles(&world, campaign).await;
        assert_eq!(found, [HandOutObstacle::NoRepliesPool], "{away}");
        world.execute(general.replace('?', back)).await;
        assert_eq!(obstacles(&world, campaign).await, [], "{back}");
    }
    let (store, admin) = (&world.store, &world.admin);
    store.pause(admin, campaign, true).await.unwrap();
    let paused = obstacles(&world, campaign).await;
    assert_eq!(paused, [HandOutObstacle::CampaignPaused]);
    store.resume(admin, campaign).await.unwrap();
    store.archive(admin, campaign, true).await.unwrap();
    let archived = obstacles(&world, campaign).await;
    assert_eq!(archived, [HandOutObstacle::Archived]);
    store.unarchive(admin, campaign).await.unwrap();
    assert_eq!(obstacles(&world, campaign).await, []);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_a_restricted_campaign_it_names_what_its_teams_lack(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    // Another team's pool does not help.
    let other = world.team_for("Welsh", &[], &[&world.ben]).await;
    world.pool_of(other, PoolKind::Replies, &[]).await;
    world
        .change_campaign(campaign, "team_restricted = true")
        .await;
    let found = obstacles(&world, campaign).await;
    assert_eq!(found, [HandOutObstacle::NoTeamChosen]);

    let team = world.team_for("Spanish", &[], &[&world.ben]).await;
    world.pool_of(team, PoolKind::Replies, &[campaign]).await;
    assert_eq!(obstacles(&world, campaign).await, []);
    let switch = format!("update pool set ? where team_id = {team}");
    world.execute(switch.replace('?', "enabled = false")).await;
    let found = obstacles(&world, campaign).await;
    assert_eq!(found, [HandOutObstacle::NoTeamPool]);
    world.execute(switch.replace('?', "enabled = true")).await;

    let ben = world.ben.member;
    world.set_level(ben, ApprovalLevel::NotAllowed).await;
    let found = obstacles(&world, campaign).await;
    assert_eq!(found, [HandOutObstacle::NoTeamMembers]);
    world.set_level(ben, ApprovalLevel::ApprovalRequired).await;
    let left = TeamChange::Remove { confirmed: true };
    let removed = world
        .store
        .change_team(&world.admin, team, TeamPart::Member(ben), left);
    removed.await.unwrap();
    let found = obstacles(&world, campaign).await;
    assert_eq!(found, [HandOutObstacle::NoTeamMembers]);
    world.execute(switch.replace('?', "enabled = false")).await;
    let found = obstacles(&world, campaign).await;
    let both = [HandOutObstacle::NoTeamPool, HandOutObstacle::NoTeamMembers];
    assert_eq!(found, both);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_open_campaign_needs_general_or_a_team_with_members(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let empty = world.team_for("Spanish", &[], &[]).await;
    world.pool_of(empty, PoolKind::Replies, &[]).await;
    world
        .execute(format!(
            "update pool set enabled = false where id = {}",
            world.general
        ))
        .await;
    let found = obstacles(&world, campaign).await;
    assert_eq!(found, [HandOutObstacle::NoPoolDraws]);
    let theirs = world.team_for("Welsh", &[], &[]).await;
    world.pool_of(theirs, PoolKind::Replies, &[campaign]).await;
    let found = obstacles(&world, campaign).await;
    assert_eq!(found, [HandOutObstacle::NoTeamMembers]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn hours_are_those_of_who_waits_in_whoevers_hands(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "texting_from = '12:30'")
        .await;
    let opens = |opens_at| [HandOutObstacle::OutsideHours { opens_at }];
    // Nobody waits, so it is the campaign's own zone.
    assert_eq!(obstacles(&world, campaign).await, opens(at(12, 30)));
    // Seven in the morning in Honolulu, eleven in Chicago.
    let (held, pooled) = (
        world.reply(campaign, &world.ann, 30).await,
        world.pooled(campaign, 30).await,
    );
    let honolulu = world.zone("Pacific/Honolulu").await;
    let chicago = world.zone("America/Chicago").await;
    for conversation in [held, pooled] {
        let zone = format!("time_zone_id = {honolulu}");
        world.change(conversation, zone).await;
    }
    assert_eq!(obstacles(&world, campaign).await, opens(at(17, 30)));
    for conversation in [held, pooled] {
        let chicago = format!("time_zone_id = {chicago}");
        world.change(conversation, chicago).await;
        assert_eq!(obstacles(&world, campaign).await, opens(at(13, 30)));
        let honolulu = format!("time_zone_id = {honolulu}");
        world.change(conversation, honolulu).await;
    }
    // Where one of them may be texted, something can be handed out.
    let paris = world.zone("Europe/Paris").await;
    let paris = format!("time_zone_id = {paris}");
    world.change(pooled, paris.clone()).await;
    assert_eq!(obstacles(&world, campaign).await, []);
    world.change(held, paris).await;
    world
        .change_campaign(campaign, "texting_from = '09:00', texting_until = '18:02'")
        .await;
    // Two minutes before the end nothing is handed out any more.
    assert_eq!(obstacles(&world, campaign).await, opens(at(27, 0)));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn previews_what_auto_release_would_take_whatever_is_saved(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    for minutes in [20, 40, 90] {
        world.reply(campaign, &world.ann, minutes).await;
    }
    world.reply(other, &world.ann, 90).await;
    world.pooled(campaign, 90).await;
    let preview = async |minutes| {
        let interval = IdleInterval::from_minutes(minutes).unwrap();
        let store = &world.store;
        let preview = store.preview_automatic(&world.admin, campaign, interval);
        preview.await.unwrap()
    };
    for saved in ["auto_assign = true", "auto_assign = false"] {
        world.change_campaign(campaign, saved).await;
        for (minutes, expected) in [(15, 3), (30, 2), (60, 1), (120, 0)] {
            let found = preview(minutes).await.conversations;
            assert_eq!(found, expected, "{saved}, {minutes} minutes");
        }
        let histogram = preview(30).await.histogram;
        let counted: u32 = histogram.iter().map(|bucket| bucket.conversations).sum();
        assert_eq!(counted, 3);
    }
    // Its clock starts at the opening, as that of the release itself does.
    world
        .change_campaign(campaign, "auto_assign = true, texting_from = '11:40'")
        .await;
    assert_eq!(preview(15).await.conversations, 3);
    assert_eq!(preview(30).await.conversations, 0);
    world
        .change_campaign(campaign, "texting_from = '12:30'")
        .await;
    let closed = preview(15).await;
    assert_eq!(closed.conversations, 0);
    let store = &world.store;
    store.pause(&world.admin, campaign, true).await.unwrap();
    world
        .change_campaign(campaign, "texting_from = '09:00'")
        .await;
    let paused = preview(15).await;
    assert_eq!(paused.left_out_for(LeftOutReason::CampaignPaused), 3);

    let elsewhere = World::new(pool).await;
    let theirs = store
        .preview_automatic(&elsewhere.admin, campaign, IdleInterval::ONE_HOUR)
        .await;
    assert_eq!(theirs.unwrap_err(), AppError::NotFound);
}
