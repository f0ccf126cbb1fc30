use crate::releases::{release_automatically, resume_abandoned};
use crate::testing::World;
use app::domain::{
    LeftOutReason, ReleaseFilter, ReleaseOrder, ReleasePolicy, ReleaseRecord, ReleaseScope,
    ReleaseState,
};
use app::ports::{Conversations, Releases, Requests};
use sqlx::PgPool;

/// A release that took two of three conversations before its server died.
async fn abandoned(pool: PgPool) -> World {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for _ in 0..2 {
        world.reply(campaign, &world.ann, 300).await;
    }
    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    world.reply(campaign, &world.ben, 300).await;
    world
        .execute(
            "update release set state = 'running', finished_at = null, campaigns = 0,
                    heartbeat_at = now() - interval '16 seconds'"
                .into(),
        )
        .await;
    world
}

/// The rows of the history, the newest first.
async fn history(world: &World) -> Vec<ReleaseRecord> {
    let page = world
        .store
        .history(&world.admin, ReleaseFilter::default(), None)
        .await
        .unwrap();
    page.rows
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_release_that_its_server_left_is_finished_and_counts_everything_once(pool: PgPool) {
    let world = abandoned(pool).await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    let rows = history(&world).await;
    let [record] = &rows[..] else {
        panic!("{rows:?}")
    };
    assert_eq!(record.progress.state, ReleaseState::Finished);
    assert_eq!(
        (record.progress.conversations, record.progress.campaigns),
        (3, 1)
    );
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_an_earlier_version_began_counts_the_campaigns_of_both(pool: PgPool) {
    let world = abandoned(pool).await;
    world
        .execute("update assignment_event set campaign_ids = null".into())
        .await;
    let another = world.campaign().await;
    world.reply(another, &world.ben, 300).await;
    resume_abandoned(&world.store).await.unwrap();
    let progress = &history(&world).await[0].progress;
    assert_eq!((progress.conversations, progress.campaigns), (4, 2));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_taken_from_the_pool_meanwhile_stays_taken_and_counted(pool: PgPool) {
    let world = abandoned(pool).await;
    assert_eq!(
        world
            .store
            .create(&world.ann, world.general, 1)
            .await
            .unwrap()
            .assigned(),
        1
    );
    resume_abandoned(&world.store).await.unwrap();
    assert_eq!(history(&world).await[0].progress.conversations, 3);
    assert_eq!(
        world
            .count("select count(*) from conversation where assigned_to is not null")
            .await,
        1
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn automatic_ones_and_those_of_texters_are_finished_as_what_they_are(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, two) = (world.campaign().await, world.campaign().await);
    world
        .change_campaign(one, "auto_release_minutes = 30")
        .await;
    let (store, organization) = (&world.store, world.organization);
    world.reply(one, &world.ben, 300).await;
    assert_eq!(
        release_automatically(store, organization, one)
            .await
            .unwrap(),
        1
    );
    world.reply(two, &world.ann, 1).await;
    store.release_mine(&world.ann).await.unwrap();
    for (campaign, holder, minutes) in [
        // What the engine's was about and did not come to, and what it was not about.
        (one, &world.ben, 30),
        (one, &world.ben, 29),
        (two, &world.ben, 300),
        // What Ann's was about.
        (two, &world.ann, 5),
    ] {
        world.reply(campaign, holder, minutes).await;
    }
    world
        .execute(
            "update release set state = 'running', finished_at = null,
                    heartbeat_at = now() - interval '16 seconds'"
                .into(),
        )
        .await;
    assert_eq!(resume_abandoned(store).await.unwrap(), 2);
    let rows = history(&world).await;
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.scope, row.progress.conversations, row.progress.state))
        .collect();
    assert_eq!(
        told,
        [
            (ReleaseScope::Texter, 2, ReleaseState::Finished),
            (ReleaseScope::Automatic(one), 2, ReleaseState::Finished)
        ]
    );
    assert_eq!(
        world
            .count("select count(*) from conversation where assigned_to is not null")
            .await,
        2
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_was_to_stop_is_not_gone_on_with(pool: PgPool) {
    let world = abandoned(pool).await;
    world
        .execute("update release set cancel_requested_at = now()".into())
        .await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    let rows = history(&world).await;
    assert_eq!(rows[0].progress.state, ReleaseState::Cancelled);
    assert_eq!(rows[0].progress.conversations, 2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_shows_signs_of_life_is_left_to_its_server(pool: PgPool) {
    let world = abandoned(pool).await;
    world
        .execute("update release set heartbeat_at = now() - interval '5 seconds'".into())
        .await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 0);
    assert_eq!(
        world
            .count("select count(*) from release where state = 'running'")
            .await,
        1
    );
}

/// Lets the newest release be what only a newer server knows: `words` are its columns. The words and checks are changed as
/// a migration of that version would.
async fn of_a_newer_server(world: &World, words: &str) {
    for statement in [
        "alter type release_scope add value if not exists 'shift_end'",
        "alter type release_kind add value if not exists 'drafts'",
        "alter type release_state add value if not exists 'partly'",
    ] {
        let altered = sqlx::query(statement).execute(&world.store.pool).await;
        altered.unwrap();
    }
    world
        .execute(format!(
            "update release set {words} where id = (select max(id) from release)"
        ))
        .await;
}

/// Two releases that their servers left: one that only a newer server knows, without a heartbeat for longest, and one of
/// a texter behind it, which alone is finished.
async fn is_left_to_a_newer_server(pool: PgPool, words: &str) {
    let world = abandoned(pool).await;
    of_a_newer_server(&world, words).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    world.store.release_mine(&world.ann).await.unwrap();
    world
        .execute(
            "update release set state = 'running', finished_at = null,
                    heartbeat_at = now() - interval '15.5 seconds'
              where id = (select max(id) from release)"
                .into(),
        )
        .await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 0);
    let left = "select count(*) from release where state = 'running' and lease_epoch = 0";
    assert_eq!(world.count(left).await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_scope_that_only_a_newer_server_knows_is_left_to_it(pool: PgPool) {
    let words = "scope = 'shift_end', campaign_id = (select min(id) from campaign)";
    is_left_to_a_newer_server(pool, words).await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_kind_that_only_a_newer_server_knows_is_left_to_it(pool: PgPool) {
    is_left_to_a_newer_server(pool, "kind = 'drafts'").await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn lists_show_what_only_a_newer_server_knows(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, order).await.unwrap();
    of_a_newer_server(
        &world,
        "scope = 'shift_end', kind = 'drafts', state = 'partly',
         campaign_id = (select min(id) from campaign),
         left_out = '{\"asleep\": 2, \"unsure\": 3, \"opted_out\": 1}'",
    )
    .await;
    let rows = history(&world).await;
    let [record] = &rows[..] else {
        panic!("{rows:?}")
    };
    assert_eq!(record.scope, ReleaseScope::Newer);
    assert_eq!(
        record.progress.to_string(),
        "Released 1 conversation on 1 campaign"
    );
    let left_out = record.left_out.iter();
    let left_out: Vec<_> = left_out
        .map(|one| (one.reason, one.conversations))
        .collect();
    assert_eq!(
        left_out,
        [(LeftOutReason::OptedOut, 1), (LeftOutReason::Newer, 5)]
    );
    let running = world.store.running(&world.admin).await.unwrap();
    assert_eq!(running.len(), 1);
    let notices = world.store.notices(&world.ann).await.unwrap();
    assert_eq!(notices.latest.len(), 1);
    assert!(
        world
            .store
            .watch(&world.ann, reply)
            .await
            .unwrap()
            .why
            .is_some()
    );
}
