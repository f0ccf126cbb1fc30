//! What lists show of a text that a picture came along with.

use super::close::shown;
use crate::messages::receive;
use crate::testing::World;
use app::domain::ReviewFilter;
use app::ports::{Conversations, Reviews};
use server_message::with_attachment_lines;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn every_list_names_a_picture_in_words(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let reply = world.reply(world.campaign().await, &world.ann, 10).await;
    let mut text = world.text_from(reply, "My poll card").await;
    text.body = with_attachment_lines(text.body, ["image/jpeg"]);
    receive(store, &text).await.unwrap();
    let expected = "My poll card · Picture";
    let inbox = store.inbox(&world.ann, 0, 10).await.unwrap();
    assert_eq!(inbox[0].excerpt, expected);
    let vera = world.supervolunteer().await;
    let review = store
        .review_page(&vera, &ReviewFilter::default(), None)
        .await;
    assert_eq!(review.unwrap().rows[0].excerpt, expected);
    let page = shown(&world, &world.ann, reply).await;
    store.close(&world.ann, reply, page).await.unwrap();
    let closed = store.closed(&world.ann, None, None, 10).await.unwrap();
    assert_eq!(closed[0].excerpt, expected);
}
