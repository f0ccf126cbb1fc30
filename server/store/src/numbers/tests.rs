//! Numbers on a real database, and which of them a conversation gets.

use super::{
    add, change_service, in_use, list, region, remove, save_rate, save_region, service_of,
    take_out_of_use, use_again,
};
use crate::StoreError;
use crate::conversations::locked::LOCKED;
use crate::messages::receive;
use crate::outbox::{ClaimId, claim};
use crate::testing::World;
use app::domain::{ConversationId, Sender, ServiceKind, TextRate};
use app::error::AppError;
use app::ports::Conversations;
use sqlx::{PgPool, Row};
use std::collections::BTreeMap;
use std::time::Duration;

const SECOND: &str = "+12025550777";
const THIRD: &str = "+12025550888";

fn number(text: &str) -> Sender {
    text.parse().unwrap()
}

async fn add_simulated(world: &World, text: &str) {
    let (store, admin) = (&world.store, &world.admin);
    add(store, admin, &number(text), ServiceKind::Simulated)
        .await
        .unwrap();
}

/// Each number with whether it is in use, in the order of the list.
async fn listed(world: &World) -> Vec<(String, bool)> {
    let listed = list(&world.store, world.organization).await.unwrap();
    let rows = listed.senders.into_iter();
    rows.map(|row| (row.sender.to_string(), row.in_use))
        .collect()
}

/// The sentence beside a field of a refusal.
fn beside(refused: Result<(), StoreError>, field: &str) -> Option<String> {
    match refused.map_err(AppError::from) {
        Err(AppError::Fields(errors)) => errors.of(field).map(str::to_owned),
        _ => None,
    }
}

/// The number that a text to the contact would be sent from.
async fn own_number(world: &World, conversation: i64) -> Option<String> {
    let row = sqlx::query(LOCKED)
        .bind(world.organization.0)
        .bind(world.store.clock.pinned())
        .bind(world.ann.member.0)
        .bind(conversation)
        .bind("Hi")
        .bind(world.store.carries_twilio)
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
    row.get("own_number")
}

/// The numbers of a thousand contacts of the campaign who were never texted.
async fn chosen(world: &World) -> Vec<Option<String>> {
    let contacts: Vec<i64> = sqlx::query_scalar("select id from conversation order by id")
        .fetch_all(&world.store.pool)
        .await
        .unwrap();
    let mut numbers = Vec::new();
    for contact in contacts {
        numbers.push(own_number(world, contact).await);
    }
    numbers
}

async fn a_thousand_contacts(world: &World) {
    let campaign = world.campaign().await;
    let organization = world.organization;
    world
        .execute(format!(
            "with added as (
                 insert into contact (organization_id, campaign_id, cell, first_name, last_name)
                 select {organization}, {campaign}, '+1202556' || lpad(n::text, 4, '0'), 'Ada', 'Byron'
                   from generate_series(1, 1000) n
                 returning id)
             insert into conversation (organization_id, id, campaign_id)
             select {organization}, id, {campaign} from added"
        ))
        .await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn new_conversations_are_spread_evenly_and_a_change_moves_only_its_share(pool: PgPool) {
    let world = World::new(pool).await;
    let first = world.number().await;
    a_thousand_contacts(&world).await;
    add_simulated(&world, SECOND).await;
    let of_two = chosen(&world).await;
    add_simulated(&world, THIRD).await;
    let of_three = chosen(&world).await;
    let mut shares = BTreeMap::new();
    for chosen in &of_three {
        *shares.entry(chosen.clone().unwrap()).or_insert(0) += 1;
    }
    assert_eq!(shares.len(), 3, "{shares:?}");
    // Of a fair die with three sides, a thousand throws are outside of this once in ten thousand.
    for (number, share) in &shares {
        assert!((275..=392).contains(share), "{number}: {shares:?}");
    }
    assert_eq!(chosen(&world).await, of_three, "nothing changed");
    for (before, after) in of_two.iter().zip(&of_three) {
        assert!(
            after == before || after.as_deref() == Some(THIRD),
            "{before:?} {after:?}"
        );
    }
    let (store, admin) = (&world.store, &world.admin);
    take_out_of_use(store, admin, &number(THIRD), false)
        .await
        .unwrap();
    assert_eq!(chosen(&world).await, of_two);
    take_out_of_use(store, admin, &number(SECOND), false)
        .await
        .unwrap();
    let only = chosen(&world).await;
    assert!(only.iter().all(|own| own.as_ref() == Some(&first)));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_new_conversation_gets_the_number_with_the_fewest_texts_that_wait(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let (first, campaign) = (world.number().await, world.campaign().await);
    let mut unsent = Vec::new();
    for _ in 0..20 {
        unsent.push(world.unsent(campaign, &world.ann).await);
    }
    let rate = TextRate::try_from(1).unwrap();
    save_rate(store, admin, &number(&first), Some(rate))
        .await
        .unwrap();
    let messaged = world.pooled(campaign, 10).await;
    for text in 0..5 {
        world.queue(messaged, &format!("Text {text}")).await;
    }
    add_simulated(&world, SECOND).await;
    save_rate(store, admin, &number(SECOND), Some(rate))
        .await
        .unwrap();
    let of_hash = chosen(&world).await;
    // None of them waits for a turn yet.
    assert!(of_hash[..20].contains(&Some(first.clone())));

    let waiting = async |own: &str| -> i64 {
        sqlx::query_scalar(
            "select count(*) from outbox where state = 'paced' and paced_number = $1",
        )
        .bind(own)
        .fetch_one(&store.pool)
        .await
        .unwrap()
    };
    let mut given = Vec::new();
    for contact in unsent {
        // They wait for their turn; then each number sends one.
        for _ in 0..2 {
            claim(store, ClaimId::random(), 16, Duration::from_secs(60))
                .await
                .unwrap();
        }
        if waiting(SECOND).await == waiting(&first).await {
            break;
        }
        let own = own_number(&world, contact.0).await;
        assert_eq!(own.as_deref(), Some(SECOND), "{given:?}");
        store
            .send_first(&world.ann, contact, 0.into(), "Hi".into())
            .await
            .unwrap();
        given.push(contact);
    }
    assert_eq!((given.len(), waiting(&first).await), (5, 4));
    let is_new = |(at, _): &(usize, _)| *at >= given.len();
    let now = chosen(&world).await.into_iter().enumerate().filter(is_new);
    let before = of_hash.into_iter().enumerate().filter(is_new);
    assert!(now.eq(before), "those with as many are as good");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_conversation_keeps_its_number_which_still_receives(pool: PgPool) {
    let world = World::new(pool).await;
    let first = number(&world.number().await);
    let campaign = world.campaign().await;
    let unsent = world.unsent(campaign, &world.ann).await;
    let fresh = world.unsent(campaign, &world.ann).await;
    let (store, admin) = (&world.store, &world.admin);
    let sender = async |conversation: ConversationId| -> Vec<String> {
        sqlx::query_scalar("select own_number from message where conversation_id = $1 order by id")
            .bind(conversation.0)
            .fetch_all(&store.pool)
            .await
            .unwrap()
    };
    store
        .send_first(&world.ann, unsent, 0.into(), "Hi".into())
        .await
        .unwrap();
    let reply = world.text_from(unsent, "Hello").await;
    add_simulated(&world, SECOND).await;
    take_out_of_use(store, admin, &first, false).await.unwrap();
    assert_eq!(own_number(&world, fresh.0).await.as_deref(), Some(SECOND));
    receive(store, &reply).await.unwrap();
    assert_eq!(sender(unsent).await, vec![first.to_string(); 2]);
    assert_eq!(
        own_number(&world, unsent.0).await.as_deref(),
        Some(first.as_str())
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_number_of_a_service_without_an_account_is_not_chosen(pool: PgPool) {
    let world = World::new(pool).await;
    let contact = world.unsent(world.campaign().await, &world.ann).await.0;
    let first = world.number().await;
    let (store, admin) = (&world.store, &world.admin);
    add(store, admin, &number(SECOND), ServiceKind::Twilio)
        .await
        .unwrap();
    take_out_of_use(store, admin, &number(&first), false)
        .await
        .unwrap();
    assert_eq!(own_number(&world, contact).await.as_deref(), Some(SECOND));
    let without = World {
        store: world.store.clone().carrying_twilio(false),
        ..world
    };
    assert_eq!(own_number(&without, contact).await, None);
    use_again(&without.store, &without.admin, &number(&first))
        .await
        .unwrap();
    assert_eq!(own_number(&without, contact).await, Some(first));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_number_that_somebody_has_is_not_added(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let before = (listed(&world).await, listed(&other).await);
    for (world, sentence) in [
        (&world, "Your organization already has this number."),
        (
            &other,
            "Another organization on this server already texts from this number.",
        ),
    ] {
        let taken = number(&before.0[0].0);
        let refused = add(&world.store, &world.admin, &taken, ServiceKind::Simulated).await;
        assert_eq!(beside(refused, "sender").as_deref(), Some(sentence));
    }
    assert_eq!((listed(&world).await, listed(&other).await), before);
    world
        .execute(format!(
            "insert into sending_number select {}, '+1303' || lpad(n::text, 7, '0'), 'simulated'
               from generate_series(1, 99) n",
            world.organization
        ))
        .await;
    let second = number(SECOND);
    let refused = add(&world.store, &world.admin, &second, ServiceKind::Simulated).await;
    assert_eq!(
        AppError::from(refused.unwrap_err()).to_string(),
        "An organization can have at most 100 phone numbers."
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_last_number_goes_only_if_that_is_confirmed_or_nothing_runs(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let first = number(&world.number().await);
    let (store, admin) = (&world.store, &world.admin);
    let take = async |confirmed| take_out_of_use(store, admin, &first, confirmed).await;
    let campaign = world.campaign().await;
    assert!(beside(take(false).await, "confirmed").is_some());
    assert_eq!(listed(&world).await, [(first.to_string(), true)]);
    take(true).await.unwrap();
    take(false).await.unwrap();
    assert_eq!(listed(&world).await, [(first.to_string(), false)]);
    assert!(in_use(store).await.unwrap().len() == 1, "the other's");
    use_again(store, admin, &first).await.unwrap();
    world.change_campaign(campaign, "archived_at = now()").await;
    take(false).await.unwrap();
    for foreign in [
        take_out_of_use(&other.store, &other.admin, &first, true).await,
        use_again(&other.store, &other.admin, &first).await,
    ] {
        let refused = AppError::from(foreign.unwrap_err());
        assert_eq!(refused, AppError::NotFound);
    }
    assert_eq!(listed(&world).await, [(first.to_string(), false)]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_who_take_out_the_last_two_one_has_to_confirm(pool: PgPool) {
    let world = World::new(pool).await;
    let first = number(&world.number().await);
    world.campaign().await;
    add_simulated(&world, SECOND).await;
    let (store, admin) = (&world.store, &world.admin);
    let second = number(SECOND);
    let (one, two) = tokio::join!(
        take_out_of_use(store, admin, &first, false),
        take_out_of_use(store, admin, &second, false),
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
    assert!(beside(one.and(two), "confirmed").is_some());
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_list_says_what_is_on_its_way_and_when_the_last_text_was(pool: PgPool) {
    let world = World::new(pool).await;
    let conversation = world.pooled(world.campaign().await, 10).await;
    world.queue(conversation, "One").await;
    let sent = world.queue(conversation, "Two").await;
    world
        .execute(format!(
            "update outbox set state = 'sent' where message_id = {sent}"
        ))
        .await;
    add_simulated(&world, THIRD).await;
    let listed = list(&world.store, world.organization).await.unwrap();
    assert!(listed.has_open_campaign);
    let rows = listed.senders.iter();
    let rows: Vec<_> = rows
        .map(|row| (row.on_their_way, row.last_text_at.is_some()))
        .collect();
    assert_eq!(rows, [(1, true), (0, false)]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_region_is_of_one_organization(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    save_region(&world.store, &world.admin, "US", "MX")
        .await
        .unwrap();
    let read = async |world: &World| region(&world.store, world.organization).await.unwrap();
    assert_eq!(read(&world).await, "MX");
    assert_eq!(read(&other).await, "US");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_saved_as_it_is_leaves_no_event(pool: PgPool) {
    let world = World::new(pool).await;
    let first = number(&world.number().await);
    let (store, admin) = (&world.store, &world.admin);
    let events = async || world.count("select count(*) from audit_event").await;
    let before = events().await;
    // The page is older than what somebody else saved.
    save_region(store, admin, "DE", "US").await.unwrap();
    use_again(store, admin, &first).await.unwrap();
    change_service(store, admin, &first, ServiceKind::Simulated)
        .await
        .unwrap();
    assert_eq!(events().await, before);
    let refused = save_region(store, admin, "DE", "MX").await.unwrap_err();
    assert_eq!(AppError::from(refused), AppError::SavedMeanwhile);
    assert_eq!(region(store, world.organization).await.unwrap(), "US");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_service_of_a_number_changes_once_nothing_is_on_its_way(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, admin) = (&world.store, &world.admin);
    let first = number(&world.number().await);
    let conversation = world.pooled(world.campaign().await, 10).await;
    let text = world.queue(conversation, "Hi").await;
    let change = async || change_service(store, admin, &first, ServiceKind::Twilio).await;
    for state in [
        "state = 'queued'".to_owned(),
        "state = 'sending'".to_owned(),
        format!("state = 'paced', paced_number = '{first}'"),
    ] {
        world
            .execute(format!(
                "update outbox set {state} where message_id = {text}"
            ))
            .await;
        let refused = AppError::from(change().await.unwrap_err()).to_string();
        let sentence = "Texts from it are on their way.";
        assert!(refused.starts_with(sentence), "{state}: {refused}");
    }
    // What another number sends concerns nobody.
    add_simulated(&world, SECOND).await;
    change_service(store, admin, &number(SECOND), ServiceKind::Twilio)
        .await
        .unwrap();
    world
        .execute("update outbox set state = 'held', paced_number = null".into())
        .await;
    let foreign = change_service(&other.store, &other.admin, &first, ServiceKind::Twilio).await;
    assert_eq!(AppError::from(foreign.unwrap_err()), AppError::NotFound);
    change().await.unwrap();
    let service = service_of(store, world.organization, &first).await;
    assert_eq!(service.unwrap(), ServiceKind::Twilio);
    // Contacts have texts from it, whose stop words have to be taken.
    let back = change_service(store, admin, &first, ServiceKind::Simulated).await;
    let refused = AppError::from(back.unwrap_err()).to_string();
    assert!(refused.starts_with("Contacts have texts"), "{refused}");
    let details: Vec<String> = sqlx::query_scalar(
        "select detail from audit_event where action = 'number_service_changed' order by id",
    )
    .fetch_all(&store.pool)
    .await
    .unwrap();
    let change = |number: &str| format!("{number}: simulated → twilio");
    assert_eq!(details, [change(SECOND), change(first.as_str())]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_number_without_texts_is_removed_and_free_for_others(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, admin) = (&world.store, &world.admin);
    let first = number(&world.number().await);
    let mistyped = number(SECOND);
    add_simulated(&world, SECOND).await;
    let refused = async |of: &World, sender: &Sender| {
        let removed = remove(&of.store, &of.admin, sender).await;
        AppError::from(removed.unwrap_err())
    };
    assert_eq!(refused(&other, &mistyped).await, AppError::NotFound);
    let in_use = refused(&world, &mistyped).await.to_string();
    assert!(in_use.starts_with("It is in use."), "{in_use}");
    take_out_of_use(store, admin, &mistyped, false)
        .await
        .unwrap();
    remove(store, admin, &mistyped).await.unwrap();
    assert_eq!(refused(&world, &mistyped).await, AppError::NotFound);
    assert_eq!(listed(&world).await, [(first.to_string(), true)]);
    add_simulated(&other, SECOND).await;

    // One that somebody has written to, and one that was texted from.
    world.unmatched_text("SM1", "72345", "Your code").await;
    take_out_of_use(store, admin, &first, true).await.unwrap();
    let written_to = refused(&world, &first).await.to_string();
    assert!(written_to.starts_with("It has texts"), "{written_to}");
    let own = number(&other.number().await);
    let conversation = other.pooled(other.campaign().await, 10).await;
    other
        .execute(format!(
            "update message set own_number = '{own}' where conversation_id = {conversation}"
        ))
        .await;
    take_out_of_use(&other.store, &other.admin, &own, true)
        .await
        .unwrap();
    let texted = refused(&other, &own).await.to_string();
    assert!(texted.starts_with("It has texts"), "{texted}");
}
