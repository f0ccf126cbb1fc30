use crate::messages::receive;
use crate::testing::{World, noon};
use app::domain::{ConversationId, Direction, DraftView, Holding, ReleaseOrder, ReleasePolicy};
use app::ports::{Conversations, Releases, Requests};
use chrono::TimeDelta;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_holder_sees_the_thread_and_what_comes_next(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let first = world.reply(campaign, &world.ann, 120).await;
    let second = world.reply(campaign, &world.ann, 60).await;
    let view = world.store.open(&world.ann, first).await.unwrap();
    assert_eq!(view.holding, Holding::Mine);
    assert_eq!(view.lease_epoch, 0);
    assert_eq!(view.waiting.map(|age| age.minutes()), Some(120));
    let directions: Vec<_> = view
        .messages
        .iter()
        .map(|message| message.direction)
        .collect();
    assert_eq!(directions, [Direction::Outbound, Direction::Inbound]);
    assert_eq!(view.next.map(|next| next.id), Some(second));
    let inbox: Vec<_> = world
        .store
        .inbox(&world.ann, 0, 10)
        .await
        .unwrap()
        .iter()
        .map(|e| e.id)
        .collect();
    assert_eq!(inbox, [first, second]);
    let rest: Vec<_> = world
        .store
        .inbox(&world.ann, 1, 10)
        .await
        .unwrap()
        .iter()
        .map(|e| e.id)
        .collect();
    assert_eq!(rest, [second]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_lost_it_sees_it_until_another_takes_it_and_then_only_their_own_draft(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    world
        .store
        .save_draft(&world.ann, reply, "I was about to".into())
        .await
        .unwrap();
    world.change(reply, "draft_edited_at = null".into()).await;
    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();

    let released = world.store.open(&world.ann, reply).await.unwrap();
    assert_eq!(released.holding, Holding::Released);
    assert_eq!(
        released.why.as_deref(),
        Some("by Ada, after 1 hour without an answer")
    );
    assert_eq!(released.messages.len(), 2);
    world
        .store
        .create(&world.ben, world.general, 1)
        .await
        .unwrap();

    let gone = world.store.open(&world.ann, reply).await.unwrap();
    assert_eq!(gone.holding, Holding::Elsewhere);
    assert!(gone.messages.is_empty());
    assert!(gone.custom_fields.is_empty());
    assert_eq!(
        gone.draft,
        Some(DraftView {
            body: "I was about to".into(),
            by: None
        })
    );

    let offered = world.store.open(&world.ben, reply).await.unwrap();
    assert_eq!(offered.holding, Holding::Mine);
    assert_eq!(offered.why, None);
    assert_eq!(
        offered.draft,
        Some(DraftView {
            body: "I was about to".into(),
            by: Some("Ann".into())
        })
    );

    // It was about what the contact wrote then. Once that is answered it is nobody's but Ann's.
    world
        .store
        .send(&world.ben, reply, 2.into(), "At five".into())
        .await
        .unwrap();
    let text = world.text_from(reply, "And where?").await;
    receive(&world.store, &text).await.unwrap();
    let asked_again = world.store.open(&world.ben, reply).await.unwrap();
    assert_eq!(asked_again.draft, None);
    let anns = world.store.open(&world.ann, reply).await.unwrap();
    assert_eq!(anns.draft, gone.draft);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_page_of_a_released_conversation_can_take_it_back(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    let page = world.store.open(&world.ann, reply).await.unwrap();
    world
        .store
        .send(&world.ann, reply, page.lease_epoch.into(), "Back".into())
        .await
        .unwrap();
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_cannot_be_answered_is_not_in_the_list(pool: PgPool) {
    let world = World::new(pool).await;
    let (open, archived, draft) = (
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    );
    let answerable = world.reply(open, &world.ann, 60).await;
    world.reply(archived, &world.ann, 90).await;
    world.reply(draft, &world.ann, 90).await;
    world.change_campaign(archived, "archived_at = now()").await;
    world.change_campaign(draft, "started_at = null").await;
    let inbox: Vec<_> = world
        .store
        .inbox(&world.ann, 0, 10)
        .await
        .unwrap()
        .iter()
        .map(|e| e.id)
        .collect();
    assert_eq!(inbox, [answerable]);
    assert_eq!(world.store.held(&world.ann).await.unwrap().all, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_one_has_answered_is_found_and_read_and_no_more_than_that(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let (answered, waiting) = (
        world.reply(campaign, &world.ann, 120).await,
        world.reply(campaign, &world.ann, 60).await,
    );
    let store = &world.store;
    store
        .send(&world.ann, answered, 0.into(), "At five".into())
        .await
        .unwrap();
    let past = async |texter| -> Vec<_> {
        let listed = store.past(texter, None, None, 10).await.unwrap();
        listed
            .into_iter()
            .map(|past| (past.id, past.excerpt))
            .collect()
    };
    assert_eq!(past(&world.ann).await, [(answered, "At five".to_owned())]);
    assert_eq!(past(&world.ben).await, []);
    assert_eq!(
        store.past(&world.ann, None, Some(answered), 10).await,
        Ok(vec![])
    );
    // Somebody else takes it over, and goes on.
    let text = world.text_from(answered, "And where?").await;
    receive(store, &text).await.unwrap();
    let ben = world.ben.member;
    world
        .change(answered, format!("assigned_to = {ben}, lease_epoch = 1"))
        .await;
    store
        .send(&world.ben, answered, 1.into(), "In the library".into())
        .await
        .unwrap();
    let view = store.open(&world.ann, answered).await.unwrap();
    assert_eq!(view.holding, Holding::Elsewhere);
    let last = view.messages.last().map(|message| message.body.as_str());
    assert_eq!(last, Some("At five"));
    assert_eq!(past(&world.ben).await.len(), 1);
    // She finds it still, and of it no more than she reads there.
    assert_eq!(past(&world.ann).await, [(answered, "At five".to_owned())]);
    let of_campaign = store.past(&world.ann, Some(campaign), None, 10);
    assert_eq!(
        of_campaign.await,
        Ok(vec![]),
        "its card counts what is held"
    );
    assert_eq!(store.inbox(&world.ann, 0, 10).await.unwrap()[0].id, waiting);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_one_has_answered_is_listed_page_by_page_whoever_holds_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let store = &world.store;
    let mut answered = Vec::new();
    for minute in 0..6 {
        let reply = world.reply(campaign, &world.ann, 60).await;
        for second in 0..2 {
            store
                .clock
                .set(noon() + TimeDelta::seconds(minute * 60 + second));
            let text = format!("The text of second {second}");
            let sent = store.send(&world.ann, reply, 0.into(), text);
            sent.await.unwrap();
        }
        answered.insert(0, reply);
    }
    // Every third one is in the pool, with somebody else, and still hers.
    for (index, reply) in answered.iter().enumerate() {
        let holder = match index % 3 {
            0 => "null".to_owned(),
            1 => world.ben.member.to_string(),
            _ => continue,
        };
        let change = format!("assigned_to = {holder}, lease_epoch = 1");
        world.change(*reply, change).await;
    }
    let mut listed: Vec<ConversationId> = Vec::new();
    loop {
        let page = store
            .past(&world.ann, None, listed.last().copied(), 2)
            .await
            .unwrap();
        listed.extend(page.iter().map(|line| line.id));
        if page.len() < 2 {
            break;
        }
    }
    assert_eq!(listed, answered);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_admin_reads_what_somebody_wrote_after_opting_out(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    for body in ["STOP", "You still owe me an answer"] {
        let text = world.text_from(reply, body).await;
        receive(&world.store, &text).await.unwrap();
    }
    let other = world.reply(campaign, &world.ann, 60).await;
    let listed = async |after, limit| -> Vec<_> {
        let listed = world.store.unanswerable(&world.admin, after, limit).await;
        listed
            .unwrap()
            .into_iter()
            .map(|listed| (listed.id, listed.opted_out))
            .collect()
    };
    assert_eq!(listed(None, 10).await, [(reply, true)]);
    world.change_campaign(campaign, "archived_at = now()").await;
    let mut both = listed(None, 10).await;
    both.sort();
    assert_eq!(both, [(reply, true), (other, false)]);
    // Page by page.
    let first = listed(None, 1).await;
    let second = listed(Some(first[0].0), 1).await;
    let mut pages = [first, second].concat();
    pages.sort();
    assert_eq!(pages, both);
    let thread = world
        .store
        .open(&world.admin, reply)
        .await
        .unwrap()
        .messages;
    assert!(thread.iter().any(|message| message.body.contains("owe me")));
}
