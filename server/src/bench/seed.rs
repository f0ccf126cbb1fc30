//! Filling the database.

use super::{BenchError, Scale};
use app::domain::{MemberId, OrganizationId, PoolId, Role, Viewer};
use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};

/// What the measurements need to know of what was written.
#[derive(Debug, Clone)]
pub(super) struct Seeded {
    pub admin: Viewer,
    pub pool: PoolId,
    /// The first texter; the others follow by number.
    pub first_texter: i64,
    /// The moment that all idle times were counted back from.
    pub clock: DateTime<Utc>,
}

impl Seeded {
    /// A texter, by number from 0.
    pub fn texter(&self, number: i64) -> Viewer {
        Viewer {
            member: MemberId(self.first_texter + number),
            role: Role::Texter,
            ..self.admin.clone()
        }
    }
}

/// Writes an organization of this scale. Conversation `n` is on campaign `n % campaigns`; the waiting
/// come first. Of them, `due` have been idle for 60 minutes to 10 hours, as many for 30 to 60 minutes,
/// and the others for less than 30; so two releases find their rows, and most of what waits is left.
pub(super) async fn seed(pool: &PgPool, scale: &Scale) -> Result<Seeded, BenchError> {
    let mut connection = pool.acquire().await?;
    // Foreign keys are not looked at while loading; what they would find is not there.
    sqlx::query("set session_replication_role = replica")
        .execute(&mut *connection)
        .await
        .map_err(BenchError::NoScratch)?;
    let seeded = people(&mut connection, scale).await?;
    campaigns(&mut connection, scale, &seeded).await?;
    conversations(&mut connection, scale, &seeded).await?;
    sqlx::query("reset session_replication_role")
        .execute(&mut *connection)
        .await?;
    sqlx::query("vacuum analyze")
        .execute(&mut *connection)
        .await?;
    Ok(seeded)
}

async fn people(connection: &mut PgConnection, scale: &Scale) -> Result<Seeded, BenchError> {
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
    let (admin,): (i64,) = sqlx::query_as(
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
    .bind(scale.texters)
    .fetch_one(&mut *connection)
    .await?;
    Ok(Seeded {
        admin: Viewer {
            organization: OrganizationId(organization),
            organization_name: "Bench".to_owned(),
            member: MemberId(admin),
            name: "Person 0".to_owned(),
            role: Role::Admin,
        },
        pool: PoolId(pool),
        first_texter: admin + 1,
        clock,
    })
}

async fn campaigns(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), BenchError> {
    // They text around the clock, so that the figures do not depend on when they are taken; but the
    // zone and the hours are looked at all the same.
    sqlx::query(
        "with zone as (
             insert into time_zone (name) values ('America/New_York')
             on conflict (name) do update set name = excluded.name returning id)
         insert into campaign (organization_id, title, time_zone_id, texting_from, texting_until, started_at, auto_assign)
         select $1, 'Campaign ' || n, zone.id, '00:00', '24:00', $3, true
           from zone, generate_series(1, $2) n",
    )
    .bind(seeded.admin.organization.0)
    .bind(scale.campaigns)
    .bind(seeded.clock)
    .execute(&mut *connection)
    .await?;
    Ok(())
}

async fn conversations(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), BenchError> {
    sqlx::query(
        "insert into conversation
                (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
         select $1, n, first.campaign + n % $2,
                case when n <= $4 or n > $4 + $6 then $7 + n / $2 % $3 end,
                case when n <= $5 then $8 - interval '60 minutes' - n % 32400 * interval '1 second'
                     when n <= 2 * $5 then $8 - interval '30 minutes' - n % 1799 * interval '1 second'
                     when n <= $4 + $6 then $8 - interval '1 minute' - n % 1739 * interval '1 second'
                end,
                $8 - interval '1 day',
                case when n <= $4 + $6 then 'needs_response' else 'messaged' end::conversation_status
           from generate_series(1, $9) n, (select min(id) as campaign from campaign) first",
    )
    .bind(seeded.admin.organization.0)
    .bind(scale.campaigns)
    .bind(scale.texters)
    .bind(scale.waiting)
    .bind(scale.due)
    .bind(scale.pooled)
    .bind(seeded.first_texter)
    .bind(seeded.clock)
    .bind(scale.conversations)
    .execute(&mut *connection)
    .await?;
    // Whom texters answer meanwhile has to have a cell: the waiting that neither release takes.
    sqlx::query(
        "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
         select organization_id, id, campaign_id, 'Ada', 'Byron', '+1303' || lpad(id::text, 7, '0')
           from conversation
          where organization_id = $1 and id > 2 * $2 and id <= $3",
    )
    .bind(seeded.admin.organization.0)
    .bind(scale.due)
    .bind(scale.waiting.min(2 * scale.due + 50_000))
    .execute(&mut *connection)
    .await?;
    Ok(())
}
