//! Limits on sign-in attempts: token buckets in the database, shared by all servers.
//!
//! An attempt takes a token from each of its buckets and gets all back if it succeeds, so that a phone bank where
//! everybody knows their password never meets a limit. An attempt from a device that has signed in to the account
//! before is counted by that device alone: what others do in the account's name does not lock its owner out.
//!
//! An e-mail's bucket slows down many addresses that guess one password together, and must not lock out the owner
//! at a new device. So when it is empty, each network still has a reserve of its own for this e-mail:
//! [`RESERVE`] attempts, and then one an hour. An attacker has to bring a new address for every few guesses, and the
//! owner, elsewhere, gets in at once. Where the client's address is unknown because an unnamed proxy hides it,
//! there is no such reserve, and an attacker can delay the owner's new devices.

use super::client_address::ClientAddress;
use server_store::{Store, StoreError};
use sha2::{Digest, Sha256};
use sqlx::PgConnection;

/// How many attempts a network has for an e-mail whose bucket is empty: enough to mistype a password twice.
const RESERVE: u32 = 3;

/// A bucket of `burst` attempts, into which one comes back every `refill` seconds.
struct Bucket {
    key: [u8; 32],
    burst: u32,
    refill: u32,
}

/// The buckets that one attempt is counted by.
pub struct SignInLimits {
    usual: Vec<Bucket>,
    /// Taken instead if one of the usual buckets is empty.
    reserve: Option<Vec<Bucket>>,
}

/// An attempt that was allowed.
pub struct AllowedAttempt<'a>(&'a [Bucket]);

/// Too many attempts; the next one may be made in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany {
    /// Rounded up.
    pub seconds: u32,
}

impl SignInLimits {
    /// The limits of an attempt from a new device. Whether there is an account of this e-mail makes no difference.
    pub fn of_stranger(email: &str, address: ClientAddress) -> Self {
        // Many together who guess one person's password.
        let of_email = bucket(&["e-mail", email], 60, 30);
        let Some(network) = address.network() else {
            return Self {
                usual: vec![of_email],
                reserve: None,
            };
        };
        let by_network = || {
            vec![
                // One who guesses one person's password, without locking out that person elsewhere.
                bucket(&["e-mail at address", email, &network], 10, 60),
                // One who tries a few passwords with everybody's e-mail.
                bucket(&["address", &network], 20, 20),
            ]
        };
        let mut usual = by_network();
        usual.push(of_email);
        let mut reserve = by_network();
        reserve.push(bucket(&["reserve", email, &network], RESERVE, 3600));
        Self {
            usual,
            reserve: Some(reserve),
        }
    }

    /// The limits of an attempt from a device that has signed in to this account before.
    pub fn of_known_device(account: i64, token_hash: &[u8]) -> Self {
        let mut key = Sha256::new_with_prefix("device");
        key.update(account.to_be_bytes());
        key.update(token_hash);
        Self {
            usual: vec![Bucket {
                key: key.finalize().into(),
                burst: 10,
                refill: 60,
            }],
            reserve: None,
        }
    }

    /// Takes an attempt, if there is one in each of its buckets; concurrent attempts at several servers are counted
    /// together.
    pub async fn take(
        &self,
        store: &Store,
    ) -> Result<Result<AllowedAttempt<'_>, TooMany>, StoreError> {
        let refusal = match take_from(&self.usual, store).await? {
            Ok(attempt) => return Ok(Ok(attempt)),
            Err(refusal) => refusal,
        };
        let Some(reserve) = &self.reserve else {
            return Ok(Err(refusal));
        };
        let from_reserve = take_from(reserve, store).await?;
        Ok(from_reserve.map_err(|other| TooMany {
            seconds: refusal.seconds.min(other.seconds),
        }))
    }
}

impl AllowedAttempt<'_> {
    /// Gives back what a successful attempt took.
    pub async fn give_back(self, store: &Store) -> Result<(), StoreError> {
        let mut connection = store.pool.acquire().await?;
        add(self.0, store, &mut connection, -1.0).await?;
        Ok(())
    }
}

async fn take_from<'a>(
    buckets: &'a [Bucket],
    store: &Store,
) -> Result<Result<AllowedAttempt<'a>, TooMany>, StoreError> {
    let mut tx = store.pool.begin().await?;
    let excess = add(buckets, store, &mut tx, 1.0).await?;
    if excess > 0.0 {
        tx.rollback().await?;
        // Rounded up, a number of seconds is at least one and at most what empty buckets need.
        let seconds = excess.ceil() as u32;
        return Ok(Err(TooMany { seconds }));
    }
    tx.commit().await?;
    Ok(Ok(AllowedAttempt(buckets)))
}

/// Makes every bucket's missing attempts more by `attempts`, and says by how many seconds the one that
/// lacks most is over its burst; none is if that is not above zero. Rows are locked in the order of their
/// keys, in which all attempts lock them.
#[tracing::instrument(name = "db.sign_in_attempt.add", skip_all)]
async fn add(
    buckets: &[Bucket],
    store: &Store,
    connection: &mut PgConnection,
    attempts: f64,
) -> Result<f64, StoreError> {
    let column = |of: fn(&Bucket) -> u32| -> Vec<i64> {
        buckets.iter().map(|bucket| of(bucket).into()).collect()
    };
    let keys: Vec<&[u8]> = buckets.iter().map(|bucket| &bucket.key[..]).collect();
    let excess: f64 = sqlx::query_scalar!(
        r#"with clock as (
             select coalesce($5, statement_timestamp()) as now),
         bucket as (
             select key, make_interval(secs => refill) as refill,
                    make_interval(secs => burst * refill) as burst
               from unnest($1::bytea[], $2::bigint[], $3::bigint[]) as bucket (key, burst, refill)),
         added as (
             insert into sign_in_bucket as kept (key, full_at)
             select bucket.key, clock.now + $4 * bucket.refill from bucket, clock order by bucket.key
             on conflict (key) do update
                set full_at = greatest(kept.full_at, (select now from clock))
                              + (excluded.full_at - (select now from clock))
             returning key, full_at)
         select max(extract(epoch from added.full_at - clock.now - bucket.burst))::float8 as "excess!"
           from added join bucket using (key), clock"#,
        &keys as &[&[u8]],
        &column(|bucket| bucket.burst),
        &column(|bucket| bucket.refill),
        attempts,
        store.clock.pinned(),
    )
    .fetch_one(connection)
    .await?;
    Ok(excess)
}

/// Forgets buckets that are full, which is what one is that nobody knows; how many.
#[tracing::instrument(name = "db.sign_in_attempt.forget_old", skip_all)]
pub async fn forget_full_buckets(store: &Store) -> Result<u64, sqlx::Error> {
    let deleted = sqlx::query!(
        "delete from sign_in_bucket where full_at <= coalesce($1, statement_timestamp())",
        store.clock.pinned(),
    )
    .execute(&store.pool)
    .await?;
    Ok(deleted.rows_affected())
}

/// The parts are hashed with their lengths, so that no two lists of them are the same key.
fn bucket(parts: &[&str], burst: u32, refill: u32) -> Bucket {
    let mut key = Sha256::new();
    for part in parts {
        key.update((part.len() as u64).to_be_bytes());
        key.update(part);
    }
    Bucket {
        key: key.finalize().into(),
        burst,
        refill,
    }
}
