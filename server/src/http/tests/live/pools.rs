//! The counts of the pools, which are queried once for all open forms.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::RequestOffer;
use server_store::notify;
use sqlx::PgPool;

/// The number of replies in the next offer.
async fn waiting(events: &mut Events) -> u32 {
    match events.next_of("offer").await {
        RequestOffer::Open { pools, .. } => pools.iter().map(|pool| pool.waiting).sum(),
        _ => 0,
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_form_follows_the_pool_without_asking_anew_for_its_viewer(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let ann = app.sign_in(&world.ann).await;
    let mut events = Events::open(&app, "texts", &ann).await;
    assert_eq!(waiting(&mut events).await, 0);

    // Whoever asks what this texter has requested waits from here on.
    let mut other = pool.begin().await.unwrap();
    sqlx::query("lock table assignment_request in access exclusive mode")
        .execute(&mut *other)
        .await
        .unwrap();
    world.pooled(campaign, 30).await;
    notify::campaigns_changed(&pool, world.organization, &[campaign])
        .await
        .unwrap();
    assert_eq!(waiting(&mut events).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_form_is_sent_the_last_of_many_changes(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let mut forms = Vec::new();
    for viewer in [&world.ann, &world.ben] {
        let cookie = app.sign_in(viewer).await;
        let mut form = Events::open(&app, "texts", &cookie).await;
        assert_eq!(waiting(&mut form).await, 0);
        forms.push(form);
    }
    for _ in 0..30 {
        world.pooled(campaign, 30).await;
        notify::campaigns_changed(&pool, world.organization, &[campaign])
            .await
            .unwrap();
        tokio::task::yield_now().await;
    }
    for form in &mut forms {
        while waiting(form).await != 30 {}
    }
}
