use crate::testing::World;
use app::domain::{Age, IdleInterval, LeftOutReason, ReleaseOrder, ReleasePolicy};
use app::ports::Releases;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn counts_what_would_be_released_and_why_the_rest_is_not(pool: PgPool) {
    let world = World::new(pool).await;
    let (here, there, off) = (
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    );
    for minutes in [61, 90, 300] {
        world.reply(here, &world.ann, minutes).await;
    }
    world.reply(there, &world.ben, 75).await;
    world.reply(there, &world.ben, 10).await;
    world.reply(off, &world.ben, 100).await;
    world.change_campaign(off, "auto_assign = false").await;
    let escalated = world.reply(here, &world.ann, 500).await;
    world.change(escalated, "escalated = true".into()).await;

    let preview = world
        .store
        .preview(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();

    assert_eq!((preview.conversations, preview.campaigns), (4, 2));
    assert_eq!(preview.left_out.len(), 2);
    assert_eq!(preview.left_out_for(LeftOutReason::AutoAssignOff), 1);
    assert_eq!(preview.left_out_for(LeftOutReason::Escalated), 1);
    assert_eq!(preview.diagnosis, []);
    let buckets: Vec<_> = preview
        .histogram
        .iter()
        .filter(|bucket| bucket.conversations > 0)
        .map(|bucket| {
            (
                bucket.from.minutes(),
                bucket.until.map(Age::minutes),
                bucket.conversations,
            )
        })
        .collect();
    assert_eq!(
        buckets,
        [(5, Some(15), 1), (60, Some(120), 3), (240, Some(480), 1)]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn writes_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    world
        .store
        .preview(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
    assert_eq!(world.count("select count(*) from release").await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn follows_the_interval(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for minutes in [16, 31, 61, 121] {
        world.reply(campaign, &world.ann, minutes).await;
    }
    for (minutes, expected) in [(15, 4), (17, 3), (30, 3), (60, 2), (121, 1), (122, 0)] {
        let interval = IdleInterval::from_minutes(minutes).unwrap();
        let policy = ReleasePolicy {
            interval,
            ..ReleasePolicy::default()
        };
        let preview = world
            .store
            .preview(&world.admin, ReleaseOrder::Everywhere(policy))
            .await
            .unwrap();
        assert_eq!(preview.conversations, expected, "{minutes} minutes");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn is_for_admins_of_the_organization_and_sees_nothing_of_others(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let elsewhere = World::new(pool).await;
    let policy = ReleasePolicy::default();
    assert_eq!(
        elsewhere
            .store
            .preview(&elsewhere.admin, ReleaseOrder::Everywhere(policy))
            .await
            .unwrap()
            .conversations,
        0
    );
    assert_eq!(
        elsewhere
            .store
            .start(&elsewhere.admin, ReleaseOrder::Everywhere(policy))
            .await
            .unwrap()
            .conversations,
        0
    );
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
}
