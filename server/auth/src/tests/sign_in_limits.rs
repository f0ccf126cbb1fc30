use crate::TrustedProxies;
use crate::{ClientAddress, SignInLimits, TooManyAttempts, client_address, forget_full_buckets};
use axum::extract::ConnectInfo;
use chrono::TimeDelta;
use http::Request;
use server_store::Store;
use server_store::clock::Clock;
use server_store::testing::noon;
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use std::net::{Ipv4Addr, SocketAddr};
use tokio::task::JoinSet;

const ANN: &str = "ann@example.org";

/// A server with a pool of its own, and the clock at noon.
async fn server(pools: &PgPoolOptions, database: &PgConnectOptions) -> Store {
    Store::with_clock(
        pools.clone().connect_with(database.clone()).await.unwrap(),
        Clock::pinned_at(noon()),
    )
}

fn store(pool: PgPool) -> Store {
    let clock = Clock::pinned_at(noon());
    Store::with_clock(pool, clock)
}

fn address(host: u8) -> ClientAddress {
    let mut request = Request::new(());
    let peer = SocketAddr::from((Ipv4Addr::new(192, 0, 2, host), 4711));
    request.extensions_mut().insert(ConnectInfo(peer));
    client_address(&request.into_parts().0, &TrustedProxies::default())
}

async fn attempt(store: &Store, email: &str, host: u8) -> Result<(), TooManyAttempts> {
    let limits = SignInLimits::of_new_device(email, address(host));
    limits.acquire(store).await.unwrap().map(drop)
}

/// How many of so many attempts are allowed.
async fn allowed(
    store: &Store,
    attempts: usize,
    attempt: impl AsyncFn(&Store, usize) -> bool,
) -> usize {
    let mut allowed = 0;
    for number in 0..attempts {
        allowed += usize::from(attempt(store, number).await);
    }
    allowed
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn one_who_guesses_has_ten_attempts_and_then_one_a_minute(pool: PgPool) {
    let store = store(pool);
    let guess = async |store: &Store, _| attempt(store, ANN, 1).await.is_ok();
    assert_eq!(allowed(&store, 15, guess).await, 10);
    assert_eq!(
        attempt(&store, ANN, 1).await,
        Err(TooManyAttempts { seconds: 60 })
    );
    // What was refused cost nothing; the wait does not grow.
    store.clock.set(noon() + TimeDelta::milliseconds(59_500));
    assert_eq!(
        attempt(&store, ANN, 1).await,
        Err(TooManyAttempts { seconds: 1 })
    );
    store.clock.set(noon() + TimeDelta::minutes(1));
    assert_eq!(allowed(&store, 5, guess).await, 1);
    store.clock.set(noon() + TimeDelta::hours(1));
    assert_eq!(allowed(&store, 15, guess).await, 10);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn one_who_guesses_does_not_lock_out_the_owner_who_is_elsewhere(pool: PgPool) {
    let store = store(pool);
    let guess = async |store: &Store, _| attempt(store, ANN, 1).await.is_ok();
    for minute in 0..120 {
        store.clock.set(noon() + TimeDelta::minutes(minute));
        allowed(&store, 11, guess).await;
        let limits = SignInLimits::of_new_device(ANN, address(2));
        let owner = limits.acquire(&store).await.unwrap();
        let owner = owner.unwrap_or_else(|_| panic!("minute {minute}"));
        owner.refund(&store).await.unwrap();
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn many_who_guess_one_password_together_need_a_new_address_every_few_guesses(pool: PgPool) {
    let store = store(pool);
    let guess = async |store: &Store, number: usize| {
        let host = u8::try_from(number % 100).unwrap();
        attempt(store, ANN, host).await.is_ok()
    };
    // Sixty together, and three more from each of a hundred addresses.
    assert_eq!(allowed(&store, 1000, guess).await, 60 + 300);
    store.clock.set(noon() + TimeDelta::minutes(10));
    assert_eq!(allowed(&store, 1000, guess).await, 20);
    // It is hers alone.
    assert_eq!(attempt(&store, "ben@example.org", 1).await, Ok(()));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn many_who_guess_do_not_lock_out_the_owner_at_a_new_device_elsewhere(pool: PgPool) {
    let store = store(pool);
    let guess = async |store: &Store, number: usize| {
        let host = u8::try_from(number % 100).unwrap();
        attempt(store, ANN, host).await.is_ok()
    };
    allowed(&store, 1000, guess).await;
    for minute in 0..30 {
        store.clock.set(noon() + TimeDelta::minutes(minute));
        allowed(&store, 10, guess).await;
        let limits = SignInLimits::of_new_device(ANN, address(200));
        let owner = limits.acquire(&store).await.unwrap();
        let owner = owner.unwrap_or_else(|_| panic!("minute {minute}"));
        owner.refund(&store).await.unwrap();
    }
    // With two typing errors on the way.
    assert_eq!(
        allowed(&store, 3, async |store, _| attempt(store, ANN, 200)
            .await
            .is_ok())
        .await,
        3
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn one_password_for_everybodys_e_mail_meets_a_limit_that_no_other_address_has(pool: PgPool) {
    let store = store(pool);
    let spray = async |store: &Store, number: usize| {
        let email = format!("person-{number}@example.org");
        attempt(store, &email, 1).await.is_ok()
    };
    assert_eq!(allowed(&store, 30, spray).await, 20);
    assert_eq!(attempt(&store, "person-29@example.org", 2).await, Ok(()));
    store.clock.set(noon() + TimeDelta::minutes(1));
    assert_eq!(allowed(&store, 30, spray).await, 3);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn two_hundred_who_know_their_passwords_sign_in_from_one_address(pool: PgPool) {
    let store = store(pool);
    for number in 0..200 {
        let limits = SignInLimits::of_new_device(&format!("{number}@example.org"), address(1));
        let person = limits.acquire(&store).await.unwrap();
        let person = person.unwrap_or_else(|_| panic!("{number}"));
        person.refund(&store).await.unwrap();
    }
    // Nothing is left of it.
    assert_eq!(forget_full_buckets(&store).await.unwrap(), 401);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn two_servers_count_together_whatever_happens_at_once(
    pools: PgPoolOptions,
    database: PgConnectOptions,
) {
    let servers = [
        server(&pools, &database).await,
        server(&pools, &database).await,
    ];
    let mut attempts = JoinSet::new();
    for number in 0..100 {
        let store = servers[number % 2].clone();
        attempts.spawn(async move { attempt(&store, ANN, 1).await.is_ok() });
    }
    let allowed = attempts.join_all().await.into_iter().filter(|ok| *ok);
    assert_eq!(allowed.count(), 10);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_known_device_has_attempts_of_its_own(pool: PgPool) {
    let store = store(pool);
    allowed(&store, 100, async |store: &Store, number: usize| {
        let host = u8::try_from(number).unwrap();
        attempt(store, ANN, host).await.is_ok()
    })
    .await;
    let of = |account, token: &[u8]| SignInLimits::of_known_device(account, token);
    let guess = async |store: &Store, _| of(1, b"device").acquire(store).await.unwrap().is_ok();
    assert_eq!(allowed(&store, 15, guess).await, 10);
    for other in [of(2, b"device"), of(1, b"another")] {
        assert!(other.acquire(&store).await.unwrap().is_ok());
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn only_what_still_counts_is_kept(pool: PgPool) {
    let store = store(pool);
    attempt(&store, ANN, 1).await.unwrap();
    store.clock.set(noon() + TimeDelta::seconds(30));
    // The attempts by e-mail and by address are back; the one by both is not.
    assert_eq!(forget_full_buckets(&store).await.unwrap(), 2);
    store.clock.set(noon() + TimeDelta::seconds(60));
    assert_eq!(forget_full_buckets(&store).await.unwrap(), 1);
}
