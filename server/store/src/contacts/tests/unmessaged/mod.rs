//! The deletion of unmessaged contacts.

mod races;

use super::{add, contact, with_cell};
use crate::contacts::NewContact;
use crate::messages::receive;
use crate::notify::Change;
use crate::testing::{Thread, World};
use app::domain::{CampaignId, ConversationId, SecondPassDays, UnmessagedDeletion};
use app::error::AppError;
use app::ports::{Conversations, SecondPasses, UnmessagedContacts};
use sqlx::PgPool;

const TITLE: &str = "Early vote";

fn cell(number: u32) -> String {
    format!("+1213555{number:04}")
}

fn people(numbers: std::ops::Range<u32>) -> Vec<NewContact> {
    numbers
        .map(|number| contact("Ada", "Byron", &cell(number)))
        .collect()
}

/// The newest contact that the page counts now.
async fn newest(world: &World, campaign: CampaignId) -> ConversationId {
    let preview = world.store.preview_unmessaged(&world.admin, campaign);
    preview.await.unwrap().newest.unwrap()
}

async fn delete(world: &World, campaign: CampaignId) -> UnmessagedDeletion {
    let newest = newest(world, campaign).await;
    let deleted = world
        .store
        .delete_unmessaged(&world.admin, campaign, newest, TITLE);
    deleted.await.unwrap()
}

/// Whether a contact is there.
async fn is_there(world: &World, id: ConversationId) -> bool {
    sqlx::query_scalar("select exists (select from conversation where id = $1)")
        .bind(id.0)
        .fetch_one(&world.store.pool)
        .await
        .unwrap()
}

const EVENTS: &str = "select count(*) from audit_event where action = 'unmessaged_deleted'";

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_who_was_never_messaged_and_never_wrote_is_deleted(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    let other = world.campaign().await;
    let elsewhere = world.unsent(other, &world.ann).await;
    let again = Thread {
        outbound: vec![300],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let again = world.thread(campaign, Some(&world.ann), &again).await;
    let all = SecondPassDays::try_from(0).unwrap();
    let passed = store.start_second_pass(admin, campaign, all).await.unwrap();
    assert_eq!(passed.conversations, 1);
    let reply = world.reply(campaign, &world.ann, 60).await;
    let queued = world.unsent(campaign, &world.ann).await;
    store
        .send(&world.ann, queued, 0.into(), "Hi".into())
        .await
        .unwrap();
    let held = world.unsent(campaign, &world.ann).await;
    store
        .save_draft(&world.ann, held, "Hel".into())
        .await
        .unwrap();
    add(&world, campaign, &people(0..3), false).await.unwrap();
    let stopped = with_cell(&world, campaign, "+12135550001").await;
    let stop = world.text_from(stopped, "STOP").await;
    receive(store, &stop).await.unwrap();

    let preview = store.preview_unmessaged(admin, campaign).await.unwrap();
    assert_eq!((preview.unmessaged, preview.held, preview.stay), (4, 1, 3));
    let mut listener = World::listen(&store.pool).await;
    assert_eq!(
        delete(&world, campaign).await,
        UnmessagedDeletion::Finished(4)
    );
    // What the texts before it changed is told a moment later, and may come first.
    let told = loop {
        let notified = listener.recv().await.unwrap();
        let change: Change = serde_json::from_str(notified.payload()).unwrap();
        if !change.members.is_empty() {
            break (change.campaigns, change.members);
        }
    };
    assert_eq!(told, (vec![campaign], vec![world.ann.member]));
    for (id, there) in [
        (again, true),
        (reply, true),
        (queued, true),
        (elsewhere, true),
        (held, false),
        (stopped, false),
    ] {
        assert_eq!(is_there(&world, id).await, there, "{id}");
    }
    assert_eq!(world.count("select count(*) from draft").await, 0);
    // The number stays opted out.
    assert_eq!(world.count("select count(*) from opt_out").await, 1);
    let detail: String =
        sqlx::query_scalar("select detail from audit_event where action = 'unmessaged_deleted'")
            .fetch_one(&store.pool)
            .await
            .unwrap();
    assert_eq!(detail, "4");
    assert_eq!(
        delete(&world, campaign).await,
        UnmessagedDeletion::Finished(0)
    );
    assert_eq!(world.count(EVENTS).await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn another_title_deletes_nobody_and_who_is_uploaded_later_stays(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    add(&world, campaign, &people(100..103), false).await;
    let counted = newest(&world, campaign).await;
    let refused = store.delete_unmessaged(admin, campaign, counted, "Late vote");
    match refused.await.unwrap_err() {
        AppError::Fields(errors) => {
            let sentence = errors.of("confirmed").unwrap();
            assert!(sentence.contains(TITLE), "{sentence}");
        }
        other => panic!("{other:?}"),
    }
    let stranger = World::new(store.pool.clone()).await;
    let refused = store.delete_unmessaged(&stranger.admin, campaign, counted, TITLE);
    assert_eq!(refused.await, Err(AppError::NotFound));
    let refused = store.preview_unmessaged(&stranger.admin, campaign);
    assert_eq!(refused.await, Err(AppError::NotFound));
    assert_eq!(world.count("select count(*) from contact").await, 3);
    assert_eq!(world.count(EVENTS).await, 0);

    // Their cells are among those that are walked.
    add(&world, campaign, &people(99..106), false).await;
    let deleted = store.delete_unmessaged(admin, campaign, counted, "  early VOTE ");
    assert_eq!(deleted.await, Ok(UnmessagedDeletion::Finished(3)));
    assert_eq!(world.count("select count(*) from contact").await, 4);
}
