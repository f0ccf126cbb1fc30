use super::{later, progress, view};
use crate::testing::World;
use app::domain::{
    BulkChange, BulkChosen, BulkState, ConversationId, ConversationStatus, ReviewFilter,
    ReviewHolder,
};
use app::error::AppError;
use app::ports::BulkActions;
use sqlx::{AssertSqlSafe, PgPool};

/// Conversations of Ann on one campaign, without any text.
pub(super) async fn many(world: &World, count: i64) {
    let campaign = world.campaign().await;
    let organization = world.organization;
    let ann = world.ann.member;
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        "set session_replication_role = replica".to_owned(),
        format!(
            "insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
             select {organization}, 1000000 + n, {campaign}, {ann}, '2026-11-03 16:00Z', '2026-11-03 16:00Z',
                    'needs_response'
               from generate_series(1, {count}) n"
        ),
        format!(
            "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
             select organization_id, id, campaign_id, 'Cy', 'Li', '+1303' || 5000000 + id % 1000000
               from conversation where organization_id = {organization}"
        ),
        "set session_replication_role = default".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
}

pub(super) fn of_ann(world: &World) -> ReviewFilter {
    ReviewFilter {
        holder: Some(ReviewHolder::Member(world.ann.member)),
        ..ReviewFilter::default()
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn all_that_match_are_those_of_when_it_was_counted(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let anns = world.reply(campaign, &world.ann, 10).await;
    let bens = world.reply(campaign, &world.ben, 10).await;
    let filter = ReviewFilter {
        campaign: Some(campaign),
        status: Some(ConversationStatus::NeedsResponse),
        ..of_ann(&world)
    };
    let chosen = BulkChosen::Matching(filter.clone());
    let prepared = world
        .store
        .prepare_bulk_action(&vera, BulkChange::Unassign, chosen);
    let id = prepared.await.unwrap();
    let action = view(&world, &vera, id).await;
    assert_eq!((action.seen, action.expected), (1, 1));
    let named = action.subject.filter.unwrap();
    assert_eq!(named.filter, filter);
    assert_eq!(named.campaign.as_deref(), Some("Early vote"));
    assert!(named.member.is_some());
    // What comes to match afterwards is not meant.
    let new = world.reply(campaign, &world.ann, 5).await;
    world.store.start_bulk_action(&vera, id).await.unwrap();
    assert_eq!(world.holder(anns).await, None);
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
    assert_eq!(world.holder(new).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn many_are_counted_and_changed_in_parts(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    many(&world, 4_321).await;
    let chosen = BulkChosen::Matching(of_ann(&world));
    let prepared = world
        .store
        .prepare_bulk_action(&vera, BulkChange::Unassign, chosen);
    let id = prepared.await.unwrap();
    let action = view(&world, &vera, id).await;
    assert_eq!((action.seen, action.expected), (4_321, 4_321));
    // 2,000 conversations a step, 500 a part.
    assert_eq!(world.count("select count(*) from bulk_part").await, 9);
    world.store.start_bulk_action(&vera, id).await.unwrap();
    let mut ended = progress(&world, &vera, id).await;
    while !ended.ended() {
        tokio::task::yield_now().await;
        ended = progress(&world, &vera, id).await;
    }
    assert_eq!((ended.conversations, ended.kept), (4_321, 0));
    let events = "select count(*) from assignment_event where release_id is not null";
    assert_eq!(world.count(events).await, 9);
    let left = "select count(*) from conversation where assigned_to is not null";
    assert_eq!(world.count(left).await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_long_count_goes_on_whenever_somebody_asks(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    many(&world, 41_000).await;
    let chosen = BulkChosen::Matching(of_ann(&world));
    let prepared = world
        .store
        .prepare_bulk_action(&vera, BulkChange::Close, chosen);
    let id = prepared.await.unwrap();
    let action = view(&world, &vera, id).await;
    assert_eq!(action.state, BulkState::Counting);
    assert_eq!(action.seen, 40_000);
    let early = world.store.start_bulk_action(&vera, id).await;
    assert!(matches!(early, Err(AppError::Invalid(_))), "{early:?}");
    // Two who wait for it at once count nothing twice.
    let (one, two) = tokio::join!(
        world.store.count_bulk_action(&vera, id),
        world.store.count_bulk_action(&vera, id)
    );
    one.unwrap();
    two.unwrap();
    let action = world.store.count_bulk_action(&vera, id).await.unwrap();
    assert_eq!(action.state, BulkState::Counted);
    assert_eq!((action.seen, action.expected), (41_000, 41_000));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_stays_within_the_organization(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let other = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = other.campaign().await;
    let theirs = other.reply(campaign, &other.ann, 10).await;
    let tag = other.ordinary_tag("Theirs").await;
    let these = || BulkChosen::These(vec![theirs]);
    let all = || BulkChosen::Matching(ReviewFilter::default());
    for chosen in [these(), all()] {
        let prepared = world
            .store
            .prepare_bulk_action(&vera, BulkChange::Unassign, chosen);
        let id = prepared.await.unwrap();
        let action = view(&world, &vera, id).await;
        assert_eq!((action.seen, action.expected), (0, 0));
    }
    for change in [
        BulkChange::Reassign(other.ben.member),
        BulkChange::AddTag(tag),
    ] {
        let refused = world
            .store
            .prepare_bulk_action(&vera, change, these())
            .await;
        assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
    }
    let zora = other.supervolunteer().await;
    let chosen = BulkChosen::These(vec![theirs]);
    let id = other
        .store
        .prepare_bulk_action(&zora, BulkChange::Unassign, chosen);
    let id = id.await.unwrap();
    let foreign = world.store.bulk_action(&vera, id).await;
    assert_eq!(foreign, Err(AppError::NotFound));
    let foreign = world.store.start_bulk_action(&vera, id).await;
    assert_eq!(foreign, Err(AppError::NotFound));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nothing_chosen_is_refused_and_what_lies_for_a_day_is_removed(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let none = BulkChosen::These(Vec::<ConversationId>::new());
    let refused = world
        .store
        .prepare_bulk_action(&vera, BulkChange::Close, none)
        .await;
    assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
    let done = super::done(&world, &vera, BulkChange::Unassign, &[reply]).await;
    let old = super::prepared(&world, &vera, BulkChange::Unassign, &[reply]).await;
    later(&world, 24 * 60 + 2);
    super::prepared(&world, &vera, BulkChange::Unassign, &[reply]).await;
    assert_eq!(
        world.store.bulk_action(&vera, old).await,
        Err(AppError::NotFound)
    );
    // What was done stays in the history, and its parts do not.
    assert_eq!(progress(&world, &vera, done).await.conversations, 1);
    assert_eq!(world.count("select count(*) from bulk_part").await, 0);
}
