//! The goodbye to a contact whom a member opts out.

use crate::messages::receive;
use crate::testing::{World, noon};
use app::domain::{ConversationId, Goodbye, GoodbyeRefusal};
use app::ports::Conversations;
use chrono::TimeDelta;
use sqlx::PgPool;

async fn world(pool: PgPool) -> World {
    let world = World::new(pool).await;
    world
        .change_settings(|settings| settings.opt_out_goodbye = "Bye {firstName}!".into())
        .await;
    world
}

/// How many goodbyes are in the outbox, which go out although the contact has opted out.
async fn goodbyes(world: &World) -> i64 {
    world
        .count("select count(*) from outbox where goodbye and state = 'queued'")
        .await
}

/// Opts out with the goodbye, and says whether it is in the thread and in the outbox; what was asked before said so too.
async fn says_goodbye(world: &World, id: ConversationId) -> bool {
    let asked = world.store.opt_out_question(&world.admin, id).await;
    let offered = asked.unwrap().goodbye.is_some();
    let before = goodbyes(world).await;
    world
        .store
        .opt_out(&world.admin, id, Goodbye::Standard)
        .await
        .unwrap();
    let row = world.row(id).await;
    assert_eq!((row.opted_out, row.status.as_str()), (true, "closed"));
    let texts = world.thread_texts(id).await;
    let said = texts.last().is_some_and(|text| text == "> Bye Ada!");
    assert_eq!(goodbyes(world).await - before, i64::from(said));
    assert_eq!(offered, said, "what was asked is what happens");
    said
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_goodbye_goes_out_once_as_a_text_of_who_opted_them_out(pool: PgPool) {
    let world = world(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 30).await;
    let store = &world.store;
    let asked = store.opt_out_question(&world.ann, reply).await.unwrap();
    assert_eq!(asked.goodbye.as_deref(), Some("Bye Ada!"));
    assert_eq!(
        (asked.contact.as_str(), asked.opted_out),
        ("Ada Byron", false)
    );
    let (one, other) = tokio::join!(
        store.opt_out(&world.ann, reply, Goodbye::Standard),
        store.opt_out(&world.ann, reply, Goodbye::Standard),
    );
    one.and(other).unwrap();
    assert_eq!(goodbyes(&world).await, 1);
    let view = store.open(&world.ann, reply).await.unwrap();
    let last = view.messages.last().unwrap();
    assert_eq!(last.body, "Bye Ada!");
    assert_eq!(last.sent_by.as_deref(), Some(world.ann.name.as_str()));
    let asked = store.opt_out_question(&world.ann, reply).await.unwrap();
    assert_eq!((asked.opted_out, asked.goodbye), (true, None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn none_goes_out_where_it_may_not_and_the_opt_out_is_recorded(pool: PgPool) {
    let world = world(pool).await;
    let campaign = world.campaign().await;
    let (ann, store) = (&world.ann, &world.store);
    assert!(says_goodbye(&world, world.reply(campaign, ann, 30).await).await);

    // Not wanted.
    let reply = world.reply(campaign, ann, 30).await;
    store.opt_out(ann, reply, Goodbye::None).await.unwrap();
    assert_eq!(goodbyes(&world).await, 1);
    assert!(world.row(reply).await.opted_out);

    // Never texted, or not yet.
    let unsent = world.unsent(campaign, ann).await;
    assert!(!says_goodbye(&world, unsent).await, "a first text");
    let queued = world.unsent(campaign, ann).await;
    world.queue(queued, "Hello").await;
    assert!(
        !says_goodbye(&world, queued).await,
        "a first text that waits"
    );

    // Their own stop word, which the carrier let through as a text.
    let stopped = world.reply(campaign, ann, 30).await;
    world
        .execute(format!(
            "update message set body = ' STOP ' where direction = 'inbound' and conversation_id = {stopped}"
        ))
        .await;
    assert!(!says_goodbye(&world, stopped).await, "a stop word");

    // Opted out before, in another campaign.
    let (one, other) = (
        world.reply(campaign, ann, 30).await,
        world.reply(world.campaign().await, ann, 30).await,
    );
    world.same_contact(one, other).await;
    store.opt_out(ann, one, Goodbye::None).await.unwrap();
    assert!(!says_goodbye(&world, other).await, "opted out before");

    // It was saved before what may be blank needed a default.
    let nameless = world.reply(campaign, ann, 30).await;
    world
        .execute(format!(
            "update contact set first_name = '' where id = {nameless}"
        ))
        .await;
    assert!(!says_goodbye(&world, nameless).await, "a gap");

    let night = world.reply(campaign, ann, 30).await;
    store.clock.set(noon() + TimeDelta::hours(12));
    assert!(!says_goodbye(&world, night).await, "outside texting hours");
    store.clock.set(noon());

    let silent = world.reply(campaign, ann, 30).await;
    let archived = world.reply(campaign, ann, 30).await;
    world
        .change_settings(|settings| settings.opt_out_goodbye = String::new())
        .await;
    assert!(!says_goodbye(&world, silent).await, "there is none");
    world
        .change_settings(|settings| settings.opt_out_goodbye = "Bye {firstName}!".into())
        .await;
    world.change_campaign(campaign, "archived_at = now()").await;
    assert!(
        !says_goodbye(&world, archived).await,
        "an archived campaign"
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_contact_s_own_stop_word_takes_back_a_goodbye_that_waits(pool: PgPool) {
    let world = world(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 30).await;
    let other = world.reply(campaign, &world.ann, 30).await;
    for id in [reply, other] {
        world
            .store
            .opt_out(&world.ann, id, Goodbye::Standard)
            .await
            .unwrap();
    }
    assert_eq!(goodbyes(&world).await, 2);
    let hello = world.text_from(reply, "thank you").await;
    receive(&world.store, &hello).await.unwrap();
    assert_eq!(goodbyes(&world).await, 2);
    let stop = world.text_from(reply, "stop").await;
    receive(&world.store, &stop).await.unwrap();
    assert_eq!(goodbyes(&world).await, 1, "the other contact’s");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn edited_words_go_out_instead_and_those_that_cannot_hold_up_no_opt_out(pool: PgPool) {
    let world = world(pool).await;
    let campaign = world.campaign().await;
    let (ann, store) = (&world.ann, &world.store);
    for (words, refusal) in [
        (
            "Sorry, {firstName} of {Town}.".to_owned(),
            GoodbyeRefusal::Unfilled("{firstName}, {Town}".into()),
        ),
        ("a".repeat(1_601), GoodbyeRefusal::TooLong),
    ] {
        let reply = world.reply(campaign, ann, 30).await;
        let refused = store.opt_out(ann, reply, Goodbye::Edited(words)).await;
        assert_eq!(refused, Ok(Some(refusal)));
        assert!(world.row(reply).await.opted_out);
        assert_eq!(goodbyes(&world).await, 0);
        // They are not sent another time either.
        let again = Goodbye::Edited("Sorry, {firstName}.".into());
        assert_eq!(store.opt_out(ann, reply, again).await, Ok(None));
    }
    let reply = world.reply(campaign, ann, 30).await;
    let words = Goodbye::Edited(" Sorry, Ada. Good luck! ".into());
    assert_eq!(store.opt_out(ann, reply, words).await, Ok(None));
    assert!(world.row(reply).await.opted_out);
    let texts = world.thread_texts(reply).await;
    assert_eq!(texts.last().unwrap(), "> Sorry, Ada. Good luck!");
    assert_eq!(goodbyes(&world).await, 1);
}
