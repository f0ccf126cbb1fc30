//! A small organization on a real database, with the clock in the test's hand. Compiled for tests alone: this crate's
//! own, and by the feature `testing` those of the crates above.

#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be made fails its test"
)]

mod listen;
mod lock_wait;
mod members;
mod people;
mod settings;
mod supply;
mod tags;
mod teams;
mod texts;
mod thread;
mod unsent;
mod uploads;

pub use people::PASSWORD;
pub use supply::{RELEASABLE, TO_HAND_OUT};
pub use texts::{OutboxRow, Row, ago};
pub use thread::Thread;

use crate::Store;
use crate::clock::Clock;
use crate::members::NewAccount;
use crate::organizations;
use app::domain::{
    Admin, CampaignId, ConversationId, MemberId, OrganizationId, PoolId, RequestId, Role, Texter,
    Viewer,
};
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use people::{Named, PASSWORD_HASH, address, viewer};
use sqlx::PgPool;

/// Noon in New York on an election day.
pub fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 3, 17, 0, 0).unwrap()
}

/// An organization with an owner, an admin, two texters and the General pool.
pub struct World {
    /// On the database of the test.
    pub store: Store,
    /// Vote Local.
    pub organization: OrganizationId,
    /// Its owner, Olive, in whose name roles and levels are changed.
    pub owner: Admin,
    /// Its admin, Ada.
    pub admin: Admin,
    /// A texter.
    pub ann: Texter,
    /// Another texter.
    pub ben: Texter,
    /// Its General pool.
    pub general: PoolId,
}

impl World {
    /// Made anew in this database; the clock stands at [`noon`].
    pub async fn new(pool: PgPool) -> Self {
        let store = Store::with_clock(pool, Clock::pinned_at(noon()));
        let olive = NewAccount {
            email: &address(),
            name: "Olive",
            password_hash: PASSWORD_HASH,
        };
        let mut transaction = store.begin().await.unwrap();
        let made = organizations::create(&mut transaction, "Vote Local", &olive).await;
        let made = made.unwrap();
        transaction.commit().await.unwrap();
        let organization = made.organization;
        sqlx::query("insert into sending_number values ($1, '+1202555' || lpad(($1 % 10000)::text, 4, '0'), 'simulated')")
            .bind(organization.0)
            .execute(&store.pool)
            .await
            .unwrap();
        let owner: Admin = viewer(organization, made.owner, "Olive", Role::Owner)
            .try_into()
            .unwrap();
        let ada = Named("Ada").member(&store, organization, Role::Admin);
        let admin: Admin = ada.await.try_into().unwrap();
        let ann = Named("Ann").texter(&store, &admin).await;
        let ben = Named("Ben").texter(&store, &admin).await;
        Self {
            store,
            organization,
            owner,
            admin,
            ann,
            ben,
            general: made.general,
        }
    }

    /// A started, auto-assigned campaign whose contacts are in New York, 09:00 to 21:00.
    pub async fn campaign(&self) -> CampaignId {
        let zone = self.zone("America/New_York").await;
        let (id,): (i64,) = sqlx::query_as(
            "insert into campaign (organization_id, title, time_zone_id, started_at, auto_assign)
             values ($1, 'Early vote', $2, $3, true) returning id",
        )
        .bind(self.organization.0)
        .bind(zone)
        .bind(noon() - TimeDelta::days(3))
        .fetch_one(&self.store.pool)
        .await
        .unwrap();
        CampaignId(id)
    }

    /// The number of an IANA zone.
    pub async fn zone(&self, name: &str) -> i16 {
        let (id,): (i16,) = sqlx::query_as(
            "insert into time_zone (name) values ($1)
             on conflict (name) do update set name = excluded.name returning id",
        )
        .bind(name)
        .fetch_one(&self.store.pool)
        .await
        .unwrap();
        id
    }

    /// Changes a campaign: `set` is what follows `update campaign set`.
    pub async fn change_campaign(&self, campaign: CampaignId, set: &'static str) {
        self.execute(format!("update campaign set {set} where id = {campaign}"))
            .await;
    }

    /// Changes a conversation: `set` is what follows `update conversation set`.
    pub async fn change(&self, conversation: ConversationId, set: String) {
        self.execute(format!(
            "update conversation set {set} where id = {conversation}"
        ))
        .await;
    }

    /// Runs a statement that must change a row.
    pub async fn execute(&self, statement: String) {
        let done = sqlx::query(sqlx::AssertSqlSafe(statement))
            .execute(&self.store.pool)
            .await
            .unwrap();
        assert!(done.rows_affected() > 0, "a fixture changed nothing");
    }

    /// A number that a query of one row and column gives.
    pub async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query)
            .fetch_one(&self.store.pool)
            .await
            .unwrap()
    }

    /// A request for so many replies of General that waits for approval.
    pub async fn pending_request(&self, texter: &Viewer, wanted: i32) -> RequestId {
        let (id,): (i64,) = sqlx::query_as(
            "insert into assignment_request
                    (organization_id, pool_id, member_id, wanted, assigned, state, kind, created_at)
             values ($1, $2, $3, $4, 0, 'pending', 'replies', $5)
             returning id",
        )
        .bind(self.organization.0)
        .bind(self.general.0)
        .bind(texter.member.0)
        .bind(wanted)
        .bind(noon())
        .fetch_one(&self.store.pool)
        .await
        .unwrap();
        RequestId(id)
    }

    /// Who holds it.
    pub async fn holder(&self, conversation: ConversationId) -> Option<MemberId> {
        sqlx::query_scalar::<_, Option<i64>>(
            "select assigned_to from conversation where organization_id = $1 and id = $2",
        )
        .bind(self.organization.0)
        .bind(conversation.0)
        .fetch_one(&self.store.pool)
        .await
        .unwrap()
        .map(MemberId)
    }

    /// Its epoch.
    pub async fn epoch(&self, conversation: ConversationId) -> i32 {
        sqlx::query_scalar(
            "select lease_epoch from conversation where organization_id = $1 and id = $2",
        )
        .bind(self.organization.0)
        .bind(conversation.0)
        .fetch_one(&self.store.pool)
        .await
        .unwrap()
    }
}
