use super::{done, progress, undone};
use crate::testing::World;
use app::domain::BulkChange;
use app::ports::{Conversations, Releases};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nobody_has_lost_or_got_back_what_stayed_with_them(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let sign = world.ordinary_tag("Yard sign").await;
    let ride = world.ordinary_tag("Needs a ride").await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    store.tag(&world.ann, reply, 0, vec![ride]).await.unwrap();
    for change in [
        BulkChange::AddTag(sign),
        BulkChange::RemoveTag(ride),
        BulkChange::Close,
        BulkChange::OptOut,
    ] {
        let id = done(&world, &vera, change, &[reply]).await;
        let release = progress(&world, &vera, id).await.release;
        let undo = undone(&world, &vera, id).await;
        assert_eq!(undo.conversations, 1, "{change:?}");
        for release in [release, undo.release] {
            let detail = store.detail(&world.admin, release).await.unwrap();
            assert_eq!(detail.by_texter, [], "{change:?}");
            let page = Releases::conversations(store, &world.admin, release, None);
            let rows = page.await.unwrap().rows.into_iter();
            let rows: Vec<_> = rows.map(|row| (row.texter, row.holder)).collect();
            assert_eq!(rows, [(None, Some("Ann".to_owned()))], "{change:?}");
        }
    }
}
