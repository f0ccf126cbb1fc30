//! The preview of a texter's own release: what stays with them, and what nobody could request.

use crate::testing::World;
use app::domain::{LeftOut, LeftOutReason, OwnReleasePreview};
use app::ports::Releases;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn says_what_stays_why_and_what_nobody_could_request(pool: PgPool) {
    let world = World::new(pool).await;
    let ann = &world.ann;
    let [runs, assigned_by_hand, nobodys, opens_later, paused] = [
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    ];
    for (campaign, set) in [
        (assigned_by_hand, "auto_assign = false"),
        (nobodys, "team_restricted = true"),
        (opens_later, "texting_from = '13:00'"),
        (paused, "paused_at = '2026-11-03 16:00Z'"),
    ] {
        world.change_campaign(campaign, set).await;
    }
    for campaign in [
        runs,
        runs,
        assigned_by_hand,
        assigned_by_hand,
        nobodys,
        opens_later,
        paused,
        paused,
    ] {
        world.reply(campaign, ann, 1).await;
    }
    let escalated = world.reply(runs, ann, 90).await;
    world.change(escalated, "escalated = true".into()).await;
    // What others hold is not theirs to release.
    world.reply(assigned_by_hand, &world.ben, 90).await;

    let left_out = |reason, conversations| LeftOut {
        reason,
        conversations,
    };
    let expected = OwnReleasePreview {
        replies: 6,
        left_out: vec![
            left_out(LeftOutReason::CampaignPaused, 2),
            left_out(LeftOutReason::Escalated, 1),
        ],
        out_of_reach: 3,
        outside_hours: 1,
    };
    assert_eq!(world.store.preview_mine(ann).await, Ok(expected.clone()));
    world
        .change_rules(|rules| rules.requests_enabled = false)
        .await;
    let all = OwnReleasePreview {
        out_of_reach: 6,
        ..expected
    };
    assert_eq!(world.store.preview_mine(ann).await, Ok(all));

    let released = world.store.release_mine(ann).await.unwrap();
    assert_eq!(released.conversations, 6);
    let after = world.store.preview_mine(ann).await.unwrap();
    assert_eq!((after.replies, after.out_of_reach), (0, 0));
    assert_eq!(after.left_out.len(), 2, "{after:?}");
}
