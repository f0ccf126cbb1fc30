//! What would keep the released from being handed out.

use crate::testing::World;
use app::domain::{
    CampaignId, Diagnosis, IdleInterval, ReleaseKind, ReleaseOrder, ReleasePolicy, TeamId,
};
use app::ports::Releases;
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
        .execute("update organization set requests_enabled = false".into())
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
    for statement in [
        format!(
            "insert into team_campaign (organization_id, team_id, campaign_id)
             values ({}, {team}, {campaign})",
            world.organization
        ),
        format!(
            "insert into pool (organization_id, team_id) values ({}, {team})",
            world.organization
        ),
    ] {
        world.execute(statement).await;
    }
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
    let (pool, ben) = (
        format!("update pool set ? where team_id = {team}"),
        format!("update member set ? where id = {}", world.ben.member),
    );
    for (change, away, back) in [
        (&pool, "enabled = false", "enabled = true"),
        (&pool, "kind = 'initials'", "kind = 'replies'"),
        (&ben, "role = 'suspended'", "role = 'texter'"),
        (
            &ben,
            "approval_level = 'not_allowed'",
            "approval_level = 'approval_required'",
        ),
    ] {
        world.execute(change.replace('?', away)).await;
        assert_eq!(
            found(&world, campaign, ReleaseKind::Replies).await,
            nobody,
            "{away}"
        );
        world.execute(change.replace('?', back)).await;
        assert_eq!(
            found(&world, campaign, ReleaseKind::Replies).await,
            members,
            "{back}"
        );
    }
    // One team that can is enough.
    world
        .execute(format!("delete from team_member where team_id = {team}"))
        .await;
    assert_eq!(found(&world, campaign, ReleaseKind::Replies).await, nobody);
    team_of_ben(&world, campaign, "Welsh").await;
    assert_eq!(found(&world, campaign, ReleaseKind::Replies).await, members);
}
