//! The number at which a thread without messages begins when a text is moved there.

use super::moving::{STRANGER, to_another_number};
use crate::messages::{Received, receive};
use crate::numbers;
use crate::testing::World;
use app::domain::{ConversationId, Sender, ServiceKind, UnmatchedId};
use app::ports::UnmatchedTexts;
use server_message::InboundText;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_thread_without_messages_begins_at_a_number_in_use(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let number = world.number().await;
    let second = to_another_number(&world, "Me").await;
    let again = InboundText {
        to: "+12025559999".to_owned(),
        ..world.text_from_cell(STRANGER, "Me again").await
    };
    let received = receive(&world.store, &again).await.unwrap();
    assert_eq!(received, Received::Unmatched);
    let again = UnmatchedId {
        service: again.service,
        sid: again.sid.0,
    };
    for (text, out_of_use, expected) in [
        (second, false, "+12025559999"),
        (again, true, number.as_str()),
    ] {
        if out_of_use {
            let change = "update sending_number set out_of_use_at = now()
                           where number = '+12025559999'";
            world.execute(change.to_owned()).await;
        }
        let conversation = world.unsent(campaign, &world.ann).await;
        let moved = world.store.move_text(&world.admin, &text, conversation);
        moved.await.unwrap();
        assert_eq!(own_number(&world, conversation).await, expected);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_thread_without_messages_begins_at_the_messaging_service_that_the_number_belongs_to(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let service: Sender = "MG0123456789abcdef0123456789abcdef".parse().unwrap();
    numbers::add(&world.store, &world.admin, &service, ServiceKind::Simulated)
        .await
        .unwrap();
    let campaign = world.campaign().await;
    for out_of_use in [false, true] {
        if out_of_use {
            // Nothing is in use any more: what is left is the sender that it came to.
            world
                .execute("update sending_number set out_of_use_at = now()".to_owned())
                .await;
        }
        let text = InboundText {
            to: "+12025558888".to_owned(),
            messaging_service: service.as_str().parse().ok(),
            ..world.text_from_cell(STRANGER, "Me").await
        };
        let received = receive(&world.store, &text).await.unwrap();
        assert_eq!(received, Received::Unmatched);
        let text = UnmatchedId {
            service: text.service,
            sid: text.sid.0,
        };
        let conversation = world.unsent(campaign, &world.ann).await;
        let moved = world.store.move_text(&world.admin, &text, conversation);
        moved.await.unwrap();
        assert_eq!(own_number(&world, conversation).await, service.as_str());
    }
}

/// The sender of the only message of a thread.
async fn own_number(world: &World, conversation: ConversationId) -> String {
    sqlx::query_scalar("select own_number from message where conversation_id = $1")
        .bind(conversation.0)
        .fetch_one(&world.store.pool)
        .await
        .unwrap()
}
