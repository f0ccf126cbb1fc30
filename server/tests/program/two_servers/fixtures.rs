//! The rows that the tests begin with, and the queries that they look with.

use super::{Member, TwoServers};
use app::domain::{Admin, ApprovalLevel, Origin, Role, Viewer};
use app::ports::AssignmentControl;
use server_store::Store;
use server_store::members::NewAccount;
use server_store::organizations::{self, Created};
use sqlx::{AssertSqlSafe, PgPool};

/// The number that the organization texts from.
pub(super) const NUMBER: &str = "+12025550199";

impl TwoServers {
    /// Conversations in which somebody has waited two hours for `holder`, or in the pool: their first id.
    pub async fn replies(&self, holder: Option<&Member>, how_many: i64) -> i64 {
        let (first,): (i64,) = sqlx::query_as(
            "with person as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select $1, $2, 'Ada', 'Byron', '+1' || (2000000000 + n + (select count(*) from contact))
                   from generate_series(1, $4) n
                 returning id),
             waiting as (
                 insert into conversation
                        (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
                 select $1, id, $2, $3, statement_timestamp() - interval '2 hours',
                        statement_timestamp() - interval '3 hours', 'needs_response'
                   from person
                 returning id)
             select min(id) from waiting",
        )
        .bind(self.organization)
        .bind(self.campaign)
        .bind(holder.map(|holder| holder.id))
        .bind(how_many)
        .fetch_one(&self.pool)
        .await
        .unwrap();
        first
    }

    /// The number that a query of one row and column gives.
    pub async fn number(&self, query: String) -> i64 {
        sqlx::query_scalar(AssertSqlSafe(query))
            .fetch_one(&self.pool)
            .await
            .unwrap()
    }

    /// Runs a statement that must change a row.
    pub async fn execute(&self, statement: String) {
        let done = sqlx::query(AssertSqlSafe(statement))
            .execute(&self.pool)
            .await
            .unwrap();
        assert!(done.rows_affected() > 0, "a fixture changed nothing");
    }
}

/// The organization's id, its campaign's and its pool's.
pub(super) async fn organization(pool: &PgPool) -> [i64; 3] {
    let owner = NewAccount {
        email: "owner@example.org",
        name: "Olive Owner",
        password_hash: "none",
    };
    let mut transaction = pool.begin().await.unwrap();
    let made = organizations::create(&mut transaction, "Everybody at once", &owner).await;
    let made = made.unwrap();
    let campaign: i64 = sqlx::query_scalar(
        "with number as (
             insert into sending_number (organization_id, number, service) values ($1, $2, 'simulated')),
         zone as (
             insert into time_zone (name) values ('America/New_York')
             on conflict (name) do update set name = excluded.name returning id),
         campaign as (
             insert into campaign (organization_id, title, time_zone_id, texting_from, texting_until, started_at,
                                   auto_assign)
             select $1, 'Early vote', zone.id, '00:00', '24:00', statement_timestamp(), true from zone
             returning id)
         select id from campaign",
    )
    .bind(made.organization.0)
    .bind(NUMBER)
    .fetch_one(&mut *transaction)
    .await
    .unwrap();
    transaction.commit().await.unwrap();
    approve_everybody(&Store::new(pool.clone()), &made).await;
    [made.organization.0, campaign, made.general.0]
}

/// Lets requests of new members be filled without an approval, in the name of the owner.
async fn approve_everybody(store: &Store, made: &Created) {
    let owner = Viewer {
        organization: made.organization,
        organization_name: "Everybody at once".into(),
        member: made.owner,
        name: "Olive Owner".into(),
        role: Role::Owner,
        language: None,
        origin: Origin::CommandLine,
    };
    let owner = Admin::try_from(owner).unwrap();
    let page = store.assignment(&owner).await.unwrap();
    let mut rules = page.rules;
    rules.default_approval_level = ApprovalLevel::Automatic;
    let saved = store.save_assignment(&owner, page.version, rules, Vec::new());
    saved.await.unwrap();
}
