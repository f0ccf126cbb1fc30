//! The seed of every measurement: one organization with its members and started campaigns. The conversations are
//! those of each benchmark.

use super::BenchError;
use app::domain::{Admin, MemberId, OrganizationId, Origin, PoolId, Role, Texter, Viewer};
use app::error::AppError;
use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};

/// The seeded organization, as far as measurements refer to it.
#[derive(Debug, Clone)]
pub(super) struct Seeded {
    /// The admin in whose name releases are started.
    pub admin: Admin,
    /// The only pool.
    pub pool: PoolId,
    /// The member id of the first texter; those of the others follow.
    pub first_texter: i64,
    /// The database's time at which it was seeded, from which all idle times are counted back.
    pub clock: DateTime<Utc>,
}

impl Seeded {
    /// The member id of a texter, by number from 0.
    pub fn texter_id(&self, number: i64) -> MemberId {
        MemberId(self.first_texter + number)
    }

    /// A texter, by member id.
    pub fn texter(&self, member: MemberId) -> Result<Texter, AppError> {
        let viewer = Viewer {
            member,
            role: Role::Texter,
            language: None,
            ..self.admin.clone().into()
        };
        Ok(viewer.try_into()?)
    }
}

/// Writes an organization with `texters` texters and `campaigns` campaigns, and then its `conversations`. Triggers of
/// foreign keys are off meanwhile: they would take longer than the rows, and refuse conversations without a contact.
///
/// # Errors
/// [`BenchError::Scratch`] if the role may not switch the triggers off.
pub(super) async fn seed(
    pool: &PgPool,
    texters: i64,
    campaigns: i64,
    conversations: impl AsyncFnOnce(&mut PgConnection, &Seeded) -> Result<(), sqlx::Error>,
) -> Result<Seeded, BenchError> {
    let mut connection = pool.acquire().await?;
    sqlx::query("set session_replication_role = replica")
        .execute(&mut *connection)
        .await
        .map_err(BenchError::Scratch)?;
    let seeded = insert_members(&mut connection, texters).await?;
    insert_campaigns(&mut connection, campaigns, &seeded).await?;
    conversations(&mut connection, &seeded).await?;
    // As the triggers would have kept it.
    sqlx::query(
        "insert into contact_count (organization_id, campaign_id, change)
         select organization_id, campaign_id, count(*) from contact group by organization_id, campaign_id",
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into contact_field (organization_id, campaign_id, is_custom, field, present, filled, some_blank)
         select co.organization_id, co.campaign_id, f.is_custom, f.field, count(*), count(*) filter (where f.is_filled),
                coalesce((array_agg(co.id) filter (where not f.is_filled))[1:3], '{}')
           from contact co
          cross join lateral fields_of_contact(co.first_name, co.last_name, co.custom_fields) f
          group by co.organization_id, co.campaign_id, f.is_custom, f.field",
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into contact_beginning (organization_id, campaign_id, beginning, contact_id)
         select co.organization_id, co.campaign_id, beginning, co.id
           from contact co
          cross join lateral beginnings_of_name(co.first_name, co.last_name) beginning
          where has_further_beginnings(co.first_name, co.last_name)
             on conflict do nothing",
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query("reset session_replication_role")
        .execute(&mut *connection)
        .await?;
    sqlx::query("vacuum analyze")
        .execute(&mut *connection)
        .await?;
    Ok(seeded)
}

async fn insert_members(connection: &mut PgConnection, texters: i64) -> Result<Seeded, BenchError> {
    let (organization, clock): (i64, DateTime<Utc>) = sqlx::query_as(
        "insert into organization (name) values ('Bench') returning id, statement_timestamp()",
    )
    .fetch_one(&mut *connection)
    .await?;
    let (pool,): (i64,) = sqlx::query_as(
        "insert into pool (organization_id, title) values ($1, 'General') returning id",
    )
    .bind(organization)
    .fetch_one(&mut *connection)
    .await?;
    sqlx::query(
        "insert into sending_number (organization_id, number, service) values ($1, '+12025550100', 'simulated')",
    )
    .bind(organization)
    .execute(&mut *connection)
    .await?;
    // The first is the admin.
    let (first,): (i64,) = sqlx::query_as(
        "with person as (
             insert into account (email, name, password_hash)
             select 'person-' || n || '@bench.example', 'Person ' || n, 'none' from generate_series(0, $2) n
             returning id),
         joined as (
             insert into member (organization_id, account_id, role, approval_level)
             select $1, id,
                    case when id = min(id) over () then 'admin' else 'texter' end::member_role, 'automatic'
               from person order by id
             returning id)
         select min(id) from joined",
    )
    .bind(organization)
    .bind(texters)
    .fetch_one(&mut *connection)
    .await?;
    let admin = Viewer {
        organization: OrganizationId(organization),
        organization_name: "Bench".to_owned(),
        member: MemberId(first),
        name: "Person 0".to_owned(),
        role: Role::Admin,
        language: None,
        origin: Origin::Client(None),
    };
    Ok(Seeded {
        admin: admin.try_into().map_err(AppError::from)?,
        pool: PoolId(pool),
        first_texter: first + 1,
        clock,
    })
}

async fn insert_campaigns(
    connection: &mut PgConnection,
    campaigns: i64,
    seeded: &Seeded,
) -> Result<(), BenchError> {
    // Texting hours of 24 hours, so that the figures do not depend on the time of day. The statements compare the
    // zone and the hours all the same.
    sqlx::query(
        "with zone as (
             insert into time_zone (name) values ('America/New_York')
             on conflict (name) do update set name = excluded.name returning id)
         insert into campaign (organization_id, title, time_zone_id, texting_from, texting_until, started_at, auto_assign)
         select $1, 'Campaign ' || n, zone.id, '00:00', '24:00', $3, true
           from zone, generate_series(1, $2) n",
    )
    .bind(seeded.admin.organization.0)
    .bind(campaigns)
    .bind(seeded.clock)
    .execute(&mut *connection)
    .await?;
    Ok(())
}
