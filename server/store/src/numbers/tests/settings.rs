//! The list of numbers, their services, and the country of those without one.

use super::{SECOND, THIRD, add_simulated, number};
use crate::numbers::{change_service, list, region, save_region, service_of, use_again};
use crate::testing::World;
use app::domain::ServiceKind;
use app::error::AppError;
use sqlx::PgPool;

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
