//! A request that somebody is in the way of is tried again.

use crate::Store;
use crate::testing::World;
use app::ports::Requests;
use chrono::DateTime;
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_was_refused_a_lock_gets_replies_once_it_is_free(pool: PgPool) {
    let options = pool.connect_options().as_ref().clone();
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 30).await;
    // The limit of a served session, in short.
    let options = options.options([("lock_timeout", "100ms")]);
    let impatient = PgPoolOptions::new().connect_with(options).await.unwrap();
    let impatient = Store::with_clock(impatient, world.store.clock.clone());
    let mut somebody = world.store.pool.begin().await.unwrap();
    sqlx::query("select from member where id = $1 for update")
        .bind(world.ann.member.0)
        .execute(&mut *somebody)
        .await
        .unwrap();
    let (given, ()) = tokio::join!(impatient.create(&world.ann, world.general, 1), async {
        let first = world.next_lock_wait(DateTime::UNIX_EPOCH).await;
        world.next_lock_wait(first).await;
        somebody.commit().await.unwrap();
    });
    assert_eq!(given.unwrap().assigned(), 1);
    // Nothing of the first attempt is left.
    let requests = world.count("select count(*) from assignment_request").await;
    assert_eq!(requests, 1);
}
