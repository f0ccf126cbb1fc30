use super::services;
use crate::engine::{Chatter, ContactCounts, Outbox, OutboxSettings, SimulatedContacts};
use app::domain::{ConversationId, Delivery, DeliveryFailure, FailureCode};
use app::ports::Conversations;
use chrono::TimeDelta;
use server_message::OutboundText;
use server_sms::simulated::{Behavior, Simulated};
use server_sms::{MessageService, SendError};
use server_store::testing::{Thread, World, noon};
use server_store::{Store, messages, simulated};
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};

const TEXTED: Thread = Thread {
    outbound: Vec::new(),
    inbound: Vec::new(),
    claimed: None,
    drafted: None,
};

async fn texted(world: &World) -> ConversationId {
    let campaign = world.campaign().await;
    world
        .thread(
            campaign,
            Some(&world.ann),
            &Thread {
                outbound: vec![60],
                ..TEXTED
            },
        )
        .await
}

fn contacts(store: &Store, chatter: Option<Chatter>) -> SimulatedContacts {
    SimulatedContacts::with_seed(store.clone(), chatter, 7)
}

async fn send(world: &World, behavior: Behavior, thread: ConversationId) {
    world.queue(thread, "Can you come on Saturday?").await;
    let service = Arc::new(Simulated::new(world.store.clone(), behavior));
    let outbox = Outbox::new(
        world.store.clone(),
        services(service),
        OutboxSettings::default(),
    );
    assert_eq!(outbox.run_once().await.unwrap().sent, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_gets_an_answer_that_a_later_server_delivers_when_it_is_due(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let ten_minutes = Duration::from_secs(600);
    send(
        &world,
        Behavior {
            quickest: ten_minutes,
            slowest: ten_minutes,
            ..Behavior::IMMEDIATE
        },
        thread,
    )
    .await;

    // Nothing of what was planned is held in memory: this one knows the database only.
    let mut contacts = contacts(&world.store, None);
    world.store.clock.set(noon() + TimeDelta::seconds(599));
    let reports = ContactCounts {
        reported: 2,
        ..ContactCounts::default()
    };
    assert_eq!(contacts.run_once().await.unwrap(), reports);
    assert_eq!(
        simulated::next_due(&world.store, false).await.unwrap(),
        Some(Duration::from_secs(1))
    );
    world.store.clock.set(noon() + TimeDelta::seconds(600));
    assert_eq!(contacts.run_once().await.unwrap().delivered, 1);
    assert_eq!(contacts.run_once().await.unwrap().delivered, 0);

    let texts = world.thread_texts(thread).await;
    assert_eq!(texts.len(), 3, "{texts:?}");
    assert!(texts[2].starts_with("< "), "{texts:?}");
    let row = world.row(thread).await;
    assert_eq!(row.waiting_since, Some(noon() + TimeDelta::seconds(600)));
    assert_eq!(row.assigned_to, Some(world.ann.member.0));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_answer_that_is_delivered_by_many_servers_is_written_once(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    send(&world, Behavior::IMMEDIATE, thread).await;
    // One server dies between delivering and forgetting; then two deliver at once.
    let [reply] = simulated::due(&world.store, 10)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    messages::receive(&world.store, &reply.text).await.unwrap();
    let (mut one, mut other) = (contacts(&world.store, None), contacts(&world.store, None));
    let (one, other) = tokio::join!(one.run_once(), other.run_once());
    assert!(one.unwrap().delivered + other.unwrap().delivered >= 1);
    assert_eq!(world.thread_texts(thread).await.len(), 3);
    assert_eq!(world.count("select count(*) from simulated_reply").await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_service_knows_what_it_took(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let stranger = World::new(pool).await;
    let thread = texted(&world).await;
    let service = Simulated::new(world.store.clone(), Behavior::SILENT);
    let text = OutboundText {
        from: world.number().await.parse().unwrap(),
        to: world.cell(thread).await.parse().unwrap(),
        body: "ok".into(),
    };
    let sids = [
        service.send(&text).await.unwrap(),
        service.send(&text).await.unwrap(),
    ];
    assert_eq!(service.find_sent(&text, noon()).await.unwrap(), sids);
    let later = noon() + TimeDelta::seconds(1);
    assert!(service.find_sent(&text, later).await.unwrap().is_empty());
    for other in [
        OutboundText {
            body: "okay".into(),
            ..text.clone()
        },
        OutboundText {
            to: "+13035550001".parse().unwrap(),
            ..text.clone()
        },
        OutboundText {
            from: stranger.number().await.parse().unwrap(),
            ..text.clone()
        },
    ] {
        assert!(
            service.find_sent(&other, noon()).await.unwrap().is_empty(),
            "{other:?}"
        );
    }
    let unserved = OutboundText {
        from: "+12025559999".parse().unwrap(),
        ..text
    };
    assert!(matches!(
        service.send(&unserved).await,
        Err(SendError::Permanent { .. })
    ));
    assert_eq!(
        world.count("select count(*) from simulated_reply").await,
        0,
        "a silent contact answers nothing"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn contacts_write_again_by_themselves_until_enough_wait(pool: PgPool) {
    let world = World::new(pool).await;
    for _ in 0..8 {
        texted(&world).await;
    }
    let chatter = Chatter {
        every: Duration::from_secs(60),
        at_most_waiting: 3,
    };
    let mut contacts = contacts(&world.store, Some(chatter));
    assert_eq!(
        contacts.run_once().await.unwrap().chatting,
        0,
        "not before its first turn"
    );
    let waiting = "select count(*) from conversation where status = 'needs_response'";
    let mut seen = Vec::new();
    // A night, every two minutes: every round is somebody's turn.
    for round in 1..=240 {
        world
            .store
            .clock
            .set(noon() + TimeDelta::minutes(2 * round));
        contacts.run_once().await.unwrap();
        seen.push(world.count(waiting).await);
    }
    assert_eq!(seen[..3], [1, 2, 3], "one a turn");
    assert_eq!(seen.iter().max(), Some(&3), "and no more than that");
    // Somebody answers: the next one writes.
    world.execute("update conversation set status = 'convo', waiting_since = null where status = 'needs_response'".into()).await;
    world.store.clock.set(noon() + TimeDelta::minutes(600));
    assert_eq!(
        contacts.run_once().await.unwrap(),
        ContactCounts {
            chatting: 1,
            delivered: 1,
            ..ContactCounts::default()
        }
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn only_contacts_write_again_who_were_texted_and_may_be(pool: PgPool) {
    let world = World::new(pool).await;
    let [unsent, out, archived, draft, elsewhere] = [
        texted(&world).await,
        texted(&world).await,
        texted(&world).await,
        texted(&world).await,
        texted(&world).await,
    ];
    world
        .change(unsent, "status = 'needs_message'".into())
        .await;
    world.change(out, "opted_out = true".into()).await;
    for (thread, set) in [
        (archived, "archived_at = now()"),
        (draft, "started_at = null"),
    ] {
        world.execute(format!("update campaign set {set} where id = (select campaign_id from conversation where id = {thread})")).await;
    }
    world
        .execute(format!(
            "update message set own_number = '+12025559999' where conversation_id = {elsewhere}"
        ))
        .await;
    let pick = || simulated::pick_talker(&world.store, world.organization, 0.0);
    assert_eq!(pick().await.unwrap(), None);
    let fine = texted(&world).await;
    assert_eq!(
        pick().await.unwrap().map(|talker| talker.cell),
        Some(world.cell(fine).await)
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_is_reported_as_sent_and_then_as_delivered_or_failed(pool: PgPool) {
    let world = World::new(pool).await;
    let (delivered, failing) = (texted(&world).await, texted(&world).await);
    let behavior = |failing| Behavior {
        failing,
        slowest: Duration::from_secs(60),
        ..Behavior::IMMEDIATE
    };
    send(&world, behavior(0), delivered).await;
    send(&world, behavior(100), failing).await;
    let mut contacts = contacts(&world.store, None);
    let shown = async |thread| {
        let view = world.store.open(&world.ann, thread).await.unwrap();
        let texts = view.messages.into_iter().rev();
        let mut texts = texts.filter_map(|message| message.delivery);
        texts.next().unwrap()
    };
    world.store.clock.set(noon() + TimeDelta::seconds(1));
    assert_eq!(contacts.run_once().await.unwrap().reported, 2);
    assert_eq!(shown(failing).await, Delivery::Sent);
    world.store.clock.set(noon() + TimeDelta::seconds(3));
    assert_eq!(contacts.run_once().await.unwrap().reported, 2);
    assert_eq!(shown(delivered).await, Delivery::Delivered);
    let Delivery::Failed(DeliveryFailure::Code(code)) = shown(failing).await else {
        panic!("it should have failed for a reason");
    };
    assert_ne!(code, FailureCode::OPTED_OUT);
    assert_eq!(
        world.count("select count(*) from simulated_report").await,
        0
    );
    // Who was not reached does not answer.
    world.store.clock.set(noon() + TimeDelta::seconds(60));
    contacts.run_once().await.unwrap();
    assert_eq!(world.row(failing).await.status, "messaged");
}
