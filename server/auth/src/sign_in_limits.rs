//! Limits on sign-in attempts: token buckets in the database, shared by all servers.
//!
//! An attempt takes a token from each of its buckets, and returns them if it succeeds, so that a phone bank where
//! everybody knows their password never reaches a limit. An attempt from a known device of the account is counted by
//! that device alone, so that attempts of others do not lock the owner out.
//!
//! The bucket of an e-mail address slows down an attack from many addresses, and must not lock the owner out at a new
//! device. So when it is empty, each network still has a reserve for this e-mail address: [`RESERVE`] attempts, and then
//! one an hour. An attacker needs a new network for every few guesses, and the owner, in another one, is not delayed. If
//! an unnamed proxy hides the client's address there is no reserve, and an attack delays the owner's new devices.

use super::client_address::ClientAddress;
use server_store::database::begin_transaction;
use server_store::{Store, StoreError};
use sha2::{Digest, Sha256};
use sqlx::PgConnection;

/// The attempts that a network has for an e-mail address whose bucket is empty, enough to mistype a password twice.
const RESERVE: u32 = 3;

/// A bucket for each of what it counts: `burst` attempts, and one more every `refill` seconds.
struct Rate {
    key: &'static str,
    burst: u32,
    refill: u32,
}

const fn rate(key: &'static str, burst: u32, refill: u32) -> Rate {
    Rate { key, burst, refill }
}

/// The limits of what somebody tries with an e-mail address.
struct Rates {
    of_email: Rate,
    of_email_at_network: Rate,
    of_network: Rate,
    reserve: Rate,
}

const NEW_DEVICE: Rates = Rates {
    // Against many who guess one person's password together.
    of_email: rate("e-mail", 60, 30),
    // Against one who guesses one person's password, without locking that person out elsewhere.
    of_email_at_network: rate("e-mail at address", 10, 60),
    // Against one who tries a few passwords with many e-mail addresses.
    of_network: rate("address", 20, 20),
    reserve: rate("reserve", RESERVE, 3600),
};

const PASSWORD_MAIL: Rates = Rates {
    of_email: rate("mail", 10, 360),
    of_email_at_network: rate("mail from address", 3, 1200),
    of_network: rate("mails from address", 20, 180),
    reserve: rate("mail reserve", 1, 3600),
};

/// A token bucket of `burst` attempts, which refills by one every `refill` seconds.
struct Bucket {
    key: [u8; 32],
    burst: u32,
    refill: u32,
}

/// The buckets of one attempt.
pub struct SignInLimits {
    usual: Vec<Bucket>,
    /// Used instead if one of the usual buckets is empty.
    reserve: Option<Vec<Bucket>>,
}

/// An attempt that was allowed, with its buckets.
pub struct AllowedAttempt<'a>(&'a [Bucket]);

/// The refusal of an attempt: one of the buckets is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyAttempts {
    /// The seconds until the next attempt is allowed, rounded up.
    pub seconds: u32,
}

impl SignInLimits {
    /// The limits of an attempt from a new device. They are the same whether there is an account of this e-mail address or
    /// not.
    pub fn of_new_device(email: &str, address: ClientAddress) -> Self {
        Self::with_reserve(email, address, &NEW_DEVICE)
    }

    /// The limits of an attempt from a known device of the account.
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

    /// The limits of asking for an e-mail with a link to choose a new password, in the shape of those of a new device: who
    /// asks in somebody's name does not keep that person from asking. The tokens are not returned.
    pub fn of_password_mail(email: &str, address: ClientAddress) -> Self {
        Self::with_reserve(email, address, &PASSWORD_MAIL)
    }

    fn with_reserve(email: &str, address: ClientAddress, rates: &Rates) -> Self {
        let bucket_of = |rate: &Rate, parts: &[&str]| {
            bucket(&[&[rate.key], parts].concat(), rate.burst, rate.refill)
        };
        let of_email = bucket_of(&rates.of_email, &[email]);
        let Some(network) = address.network() else {
            return Self {
                usual: vec![of_email],
                reserve: None,
            };
        };
        let by_network = || {
            vec![
                bucket_of(&rates.of_email_at_network, &[email, &network]),
                bucket_of(&rates.of_network, &[&network]),
            ]
        };
        let mut usual = by_network();
        usual.push(of_email);
        let mut reserve = by_network();
        reserve.push(bucket_of(&rates.reserve, &[email, &network]));
        Self {
            usual,
            reserve: Some(reserve),
        }
    }

    /// The limits of trying a code for the first steps of an installation.
    pub fn of_setup(address: ClientAddress) -> Self {
        // No e-mail address has a space.
        Self::of_new_device("set up", address)
    }

    /// The limits of joining by a link, whatever comes of it: against one who has a link and finds out by it who has an
    /// account, or makes accounts without end. A phone bank where everybody joins at once stays below.
    pub fn of_join(link: &str, address: ClientAddress) -> Self {
        let mut usual = vec![bucket(&["join by link", link], 300, 5)];
        if let Some(network) = address.network() {
            usual.push(bucket(&["join from address", &network], 100, 10));
        }
        Self {
            usual,
            reserve: None,
        }
    }

    /// Takes a token from each bucket, if none of them is empty. Concurrent attempts at several servers are counted
    /// together.
    pub async fn acquire(
        &self,
        store: &Store,
    ) -> Result<Result<AllowedAttempt<'_>, TooManyAttempts>, StoreError> {
        let refusal = match acquire_from(&self.usual, store).await? {
            Ok(attempt) => return Ok(Ok(attempt)),
            Err(refusal) => refusal,
        };
        let Some(reserve) = &self.reserve else {
            return Ok(Err(refusal));
        };
        let from_reserve = acquire_from(reserve, store).await?;
        Ok(from_reserve.map_err(|other| TooManyAttempts {
            seconds: refusal.seconds.min(other.seconds),
        }))
    }
}

impl AllowedAttempt<'_> {
    /// Returns the tokens of a successful attempt.
    pub async fn refund(self, store: &Store) -> Result<(), StoreError> {
        let mut connection = store.pool.acquire().await?;
        add(self.0, store, &mut connection, -1.0).await?;
        Ok(())
    }
}

async fn acquire_from<'a>(
    buckets: &'a [Bucket],
    store: &Store,
) -> Result<Result<AllowedAttempt<'a>, TooManyAttempts>, StoreError> {
    let mut tx = begin_transaction(&store.pool, None).await?;
    let excess = add(buckets, store, &mut tx, 1.0).await?;
    if excess > 0.0 {
        tx.rollback().await?;
        // Rounded up, a number of seconds is at least one and at most what empty buckets need.
        let seconds = excess.ceil() as u32;
        return Ok(Err(TooManyAttempts { seconds }));
    }
    tx.commit().await?;
    Ok(Ok(AllowedAttempt(buckets)))
}

/// Adds `attempts` to what is missing in every bucket, and returns by how many seconds the emptiest one exceeds its
/// burst; no limit is exceeded unless that is above zero. Rows are locked in the order of their keys, as all attempts do,
/// so that no two wait for each other.
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

/// Deletes full buckets, to which a missing one is equal, and returns their number.
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

/// A bucket with the hash of `parts` as its key. Their lengths are hashed too, so that no two lists have the same key.
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
