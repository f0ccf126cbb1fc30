//! What would keep the released from being handed out.

use crate::testing::World;
use app::domain::{
    ApprovalLevel, CampaignId, Diagnosis, IdleInterval, PoolKind, ReleaseKind, ReleaseOrder,
    ReleasePolicy, TeamId,
};
use app::ports::{Releases, TeamChange, TeamPart, Teams};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn says_what_would_keep_the_released_from_being_handed_out(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    world
        .change_campaign(
            campaign,
            "auto_assign = false, team_restricted = true, texting_from = '13:00'",
        )
        .await;
    world
        .change_rules(|rules| rules.requests_enabled = false)
        .await;
    world
        .execute("update pool set enabled = false".into())
        .await;
    let everything = ReleasePolicy {
        include_team_restricted: true,
        only_within_texting_hours: false,
        include_auto_assign_off: true,
        ..ReleasePolicy::default()
    };
    let preview = world
        .store
        .preview(&world.admin, ReleaseOrder::Everywhere(everything))
        .await
        .unwrap();
    assert_eq!(
        preview.diagnosis,
        [
            Diagnosis::RequestsDisabled,
            Diagnosis::NoEnabledPool,
            Diagnosis::AutoAssignOff { conversations: 1 },
            Diagnosis::NoTeamTakes { conversations: 1 },
            Diagnosis::OutsideHours { conversations: 1 },
        ]
    );
}

/// What is found about releasing everything of a kind on this campaign.
async fn found(world: &World, campaign: CampaignId, kind: ReleaseKind) -> Vec<Diagnosis> {
    let order = ReleaseOrder::on_campaign(campaign, kind, IdleInterval::ONE_HOUR, false);
    let preview = world.store.preview(&world.admin, order).await.unwrap();
    assert_eq!(preview.conversations, 1);
    preview.diagnosis
}

/// A team with Ben on it, whose pool draws from this campaign.
async fn team_of_ben(world: &World, campaign: CampaignId, title: &str) -> TeamId {
    let team = world.team_for(title, &[], &[&world.ben]).await;
    world.pool_of(team, PoolKind::Replies, &[campaign]).await;
    team
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn says_which_campaigns_no_pool_draws_from_though_another_pool_is_enabled(pool: PgPool) {
    let world = World::new(pool).await;
    let (theirs, outside) = (world.campaign().await, world.campaign().await);
    world.reply(theirs, &world.ann, 300).await;
    world.reply(outside, &world.ann, 300).await;
    world.unsent(outside, &world.ann).await;
    team_of_ben(&world, theirs, "Spanish").await;
    for general in ["enabled = false", "enabled = true, kind = 'initials'"] {
        world
            .execute(format!(
                "update pool set {general} where id = {}",
                world.general
            ))
            .await;
        assert_eq!(found(&world, theirs, ReleaseKind::Replies).await, []);
        assert_eq!(
            found(&world, outside, ReleaseKind::Replies).await,
            [Diagnosis::NoPoolDraws { conversations: 1 }],
            "{general}"
        );
    }
    // By now General hands out initials.
    assert_eq!(found(&world, outside, ReleaseKind::Unsent).await, []);
    let policy = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let everywhere = world.store.preview(&world.admin, policy).await.unwrap();
    assert_eq!(
        everywhere.diagnosis,
        [Diagnosis::NoPoolDraws { conversations: 1 }]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn says_that_the_due_date_of_unsent_messages_has_passed(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    world.unsent(campaign, &world.ann).await;
    world
        .change_campaign(campaign, "due_on = '2026-11-03'")
        .await;
    let (replies, unsent) = (ReleaseKind::Replies, ReleaseKind::Unsent);
    assert_eq!(found(&world, campaign, replies).await, []);
    let general = world.general;
    let set = |kind: &str| format!("update pool set kind = '{kind}' where id = {general}");
    world.execute(set("initials")).await;
    assert_eq!(found(&world, campaign, unsent).await, []);
    let yesterday = "due_on = '2026-11-02'";
    world.change_campaign(campaign, yesterday).await;
    assert_eq!(
        found(&world, campaign, unsent).await,
        [Diagnosis::Overdue { conversations: 1 }]
    );
    // Replies are handed out after it too.
    world.execute(set("replies")).await;
    assert_eq!(found(&world, campaign, replies).await, []);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn says_when_no_team_can_take_what_is_restricted_to_teams(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    world
        .change_campaign(campaign, "team_restricted = true")
        .await;
    let nobody = [Diagnosis::NoTeamTakes { conversations: 1 }];
    let members = [Diagnosis::TeamRestricted { conversations: 1 }];
    assert_eq!(found(&world, campaign, ReleaseKind::Replies).await, nobody);
    let team = team_of_ben(&world, campaign, "Spanish").await;
    assert_eq!(found(&world, campaign, ReleaseKind::Replies).await, members);
    let pool = format!("update pool set ? where team_id = {team}");
    for (away, back) in [
        ("enabled = false", "enabled = true"),
        ("kind = 'initials'", "kind = 'replies'"),
    ] {
        world.execute(pool.replace('?', away)).await;
        let found_away = found(&world, campaign, ReleaseKind::Replies).await;
        assert_eq!(found_away, nobody, "{away}");
        world.execute(pool.replace('?', back)).await;
        let found_back = found(&world, campaign, ReleaseKind::Replies).await;
        assert_eq!(found_back, members, "{back}");
    }
    let ben = world.ben.member;
    world.suspend(ben).await;
    assert_eq!(found(&world, campaign, ReleaseKind::Replies).await, nobody);
    world.lift(ben).await;
    assert_eq!(found(&world, campaign, ReleaseKind::Replies).await, members);
    world.set_level(ben, ApprovalLevel::NotAllowed).await;
    assert_eq!(found(&world, campaign, ReleaseKind::Replies).await, nobody);
    world.set_level(ben, ApprovalLevel::ApprovalRequired).await;
    assert_eq!(found(&world, campaign, ReleaseKind::Replies).await, members);
    // One team that can is enough.
    let left = TeamChange::Remove { confirmed: true };
    let removed = world
        .store
        .change_team(&world.admin, team, TeamPart::Member(ben), left);
    removed.await.unwrap();
    assert_eq!(found(&world, campaign, ReleaseKind::Replies).await, nobody);
    team_of_ben(&world, campaign, "Welsh").await;
    assert_eq!(found(&world, campaign, ReleaseKind::Replies).await, members);
}
