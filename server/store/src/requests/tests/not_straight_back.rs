//! Who lost a conversation gets it again only when nobody else's is left.

use crate::testing::World;
use app::domain::ConversationId;
use app::ports::Requests;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sqlx::PgPool;

/// A reply of the pool.
#[derive(Debug, Clone)]
struct Pooled {
    waiting: i64,
    lost_by_ann: bool,
    eligible: bool,
}

async fn make(world: &World, pooled: &[Pooled]) -> Vec<(ConversationId, Pooled)> {
    let campaign = world.campaign().await;
    let mut made = Vec::new();
    for reply in pooled {
        let id = world.pooled(campaign, reply.waiting).await;
        let from = if reply.lost_by_ann {
            &world.ann
        } else {
            &world.ben
        };
        world
            .change(
                id,
                format!(
                    "released_from = {}, escalated = {}",
                    from.member, !reply.eligible
                ),
            )
            .await;
        made.push((id, reply.clone()));
    }
    made
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn others_come_first_although_the_own_wait_longer(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let own = world.pooled(campaign, 300).await;
    let another = world.pooled(campaign, 100).await;
    let nobodys = world.pooled(campaign, 10).await;
    let lost = |by: i64| format!("released_from = {by}");
    world.change(own, lost(world.ann.member.0)).await;
    world.change(another, lost(world.ben.member.0)).await;
    for expected in [another, nobodys, own] {
        let outcome = world
            .store
            .create(&world.ann, world.general, 1)
            .await
            .unwrap();
        assert_eq!(outcome.assigned(), 1);
        assert_eq!(world.holder(expected).await, Some(world.ann.member));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_handed_out_is_exactly_the_longest_waiting_others_first(pool: PgPool) {
    let world = World::new(pool).await;
    let mut runner = TestRunner::default();
    let pooled = (0i64..50, any::<bool>(), proptest::bool::weighted(0.8)).prop_map(
        |(waiting, lost_by_ann, eligible)| Pooled {
            waiting,
            lost_by_ann,
            eligible,
        },
    );
    let case = (proptest::collection::vec(pooled, 0..20), 1usize..25);
    for _ in 0..40 {
        let (replies, wanted) = case.new_tree(&mut runner).unwrap().current();
        let mut in_order = make(&world, &replies).await;
        in_order.retain(|(_, reply)| reply.eligible);
        in_order.sort_by_key(|(id, reply)| (reply.lost_by_ann, -reply.waiting, *id));
        let assigned = world
            .store
            .create(&world.ann, world.general, wanted as u32)
            .await
            .unwrap()
            .assigned() as usize;
        assert_eq!(assigned, wanted.min(in_order.len()));
        for (place, (id, reply)) in in_order.iter().enumerate() {
            let handed_out = world.holder(*id).await == Some(world.ann.member);
            assert_eq!(
                handed_out,
                place < assigned,
                "{reply:?} at {place} of {wanted}"
            );
        }
        sqlx::query("update campaign set archived_at = now()")
            .execute(&world.store.pool)
            .await
            .unwrap();
    }
}
