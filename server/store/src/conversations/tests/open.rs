use crate::messages::receive;
use crate::testing::{World, noon};
use app::domain::{
    ConversationId, Direction, DraftView, Holding, MessageId, ReleaseOrder, ReleasePolicy,
};
use app::error::AppError;
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

/// The contact writes as many texts more.
async fn writes(world: &World, id: ConversationId, texts: u32) {
    world
        .execute(format!(
            "insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
             select m.organization_id, m.conversation_id, 'inbound'::message_direction, 'Text ' || n, m.own_number, m.created_at
               from (select * from message where conversation_id = {id} order by id limit 1) m
              cross join generate_series(1, {texts}) n"
        ))
        .await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_long_thread_is_read_in_parts_as_far_as_its_reader_may(pool: PgPool) {
    let world = World::new(pool).await;
    let (ann, store) = (&world.ann, &world.store);
    let id = world.reply(world.campaign().await, ann, 120).await;
    writes(&world, id, 198).await;
    let view = store.open(ann, id).await.unwrap();
    let part = (view.messages.len(), view.has_earlier_messages);
    assert_eq!(part, (200, false));

    let sent = store.send(ann, id, 0.into(), "At five".into());
    sent.await.unwrap();
    writes(&world, id, 250).await;
    let last = store.open(ann, id).await.unwrap();
    let before = async |first: MessageId| store.open_earlier(ann, id, first).await.unwrap();
    let middle = before(last.messages[0].id).await;
    let first = before(middle.messages[0].id).await;
    let parts = [&first, &middle, &last];
    assert_eq!(
        parts.map(|part| (part.messages.len(), part.has_earlier_messages)),
        [(51, false), (200, true), (200, true)]
    );
    let messages = parts.into_iter().flat_map(|part| &part.messages);
    let ids: Vec<i64> = messages.map(|message| message.id.0).collect();
    assert!(ids.is_sorted_by(|one, next| one < next), "{ids:?}");

    // Those who review read all of it, and who never had it nothing.
    let vera = world.supervolunteer().await;
    let read = store.open_earlier(&vera, id, last.messages[0].id).await;
    assert_eq!(read.unwrap().messages, middle.messages);
    let strangers = store
        .open_earlier(&world.ben, id, MessageId(i64::MAX))
        .await;
    assert_eq!(strangers, Err(AppError::NotFound));

    let ben = world.ben.member;
    world
        .change(id, format!("assigned_to = {ben}, lease_epoch = 1"))
        .await;
    let lost = before(MessageId(i64::MAX)).await;
    let bodies = lost.messages.last().map(|message| message.body.as_str());
    assert_eq!(bodies, Some("At five"), "it goes on without her");
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
