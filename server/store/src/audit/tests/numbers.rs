//! What the log says of numbers: what was there, and what is there now.

use super::saves::newest;
use crate::numbers::{save_rate, save_region};
use crate::testing::World;
use app::domain::{Sender, TextRate};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_the_region_and_of_the_rate_of_a_number(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    save_region(store, admin, "US", "MX").await.unwrap();
    assert_eq!(newest(&world, "region_saved").await, "region: US → MX");

    let sender: Sender = world.number().await.parse().unwrap();
    for (rate, expected) in [(Some(5), "– → 5"), (Some(7), "5 → 7"), (None, "7 → –")] {
        let rate = rate.map(|texts: i32| TextRate::try_from(texts).unwrap());
        save_rate(store, admin, &sender, rate).await.unwrap();
        let saved = newest(&world, "number_rate_saved").await;
        assert_eq!(saved, format!("{sender}: {expected}"));
    }
}
