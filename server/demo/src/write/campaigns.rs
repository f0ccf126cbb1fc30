//! The campaigns. Each was started an hour before the first thing that happened on it.

use super::WriteContext;
use crate::campaigns::CAMPAIGNS;
use crate::error::DemoError;
use crate::night::night_zone;
use crate::plan::{State, Zone};
use crate::story::{DAY, HOUR, SecondsAgo, Story};
use sqlx::PgConnection;

/// Inserts the campaigns and returns their ids, in the order of [`CAMPAIGNS`].
#[tracing::instrument(name = "db.demo_campaign.insert", skip_all)]
pub(super) async fn write(
    tx: &mut PgConnection,
    context: &WriteContext,
    story: &Story,
) -> Result<Vec<i64>, DemoError> {
    let mut ids = Vec::new();
    for (campaign, plan) in CAMPAIGNS.into_iter().enumerate() {
        let name = match plan.zone {
            Zone::Named(name) => name,
            Zone::AtNight => night_zone(context.now),
        };
        let zone = time_zone(tx, name).await?;
        let began = began(story, campaign);
        let (started, archived) = match plan.state {
            State::Draft => (None, None),
            State::Started | State::Paused => (Some(began), None),
            State::Archived { days_ago } => (Some(began), Some(days_ago * DAY)),
        };
        let id = sqlx::query_scalar(
            "insert into campaign (organization_id, title, script, time_zone_id, texting_from, texting_until,
                                   started_at, archived_at, auto_assign, team_restricted, created_at)
             values ($1, $2, $3, $4, $5::text::time, $6::text::time, $7, $8, $9, $10, $11)
             returning id",
        )
        .bind(context.organization.0)
        .bind(plan.title)
        .bind(plan.script)
        .bind(zone)
        .bind(hour(plan.hours.0))
        .bind(hour(plan.hours.1))
        .bind(started.map(|ago| context.at(ago)))
        .bind(archived.map(|ago| context.at(ago)))
        .bind(plan.auto_assign)
        .bind(plan.team_restricted)
        .bind(context.at(began + DAY))
        .fetch_one(&mut *tx)
        .await?;
        ids.push(id);
    }
    Ok(ids)
}

/// A time of day in PostgreSQL's notation, in which 24:00 is the end of the day. Most libraries do not have it.
fn hour(hour: u8) -> String {
    format!("{hour:02}:00")
}

/// An hour before the first change of hands or text.
fn began(story: &Story, campaign: usize) -> SecondsAgo {
    let here = story
        .contacts
        .iter()
        .filter(|contact| contact.campaign == campaign);
    let first = here
        .filter_map(|contact| {
            contact
                .initial()
                .max(contact.first.map(|holding| holding.since))
        })
        .max();
    first.unwrap_or(DAY) + HOUR
}

#[tracing::instrument(name = "db.demo_campaign.time_zone", skip_all)]
async fn time_zone(tx: &mut PgConnection, name: &str) -> Result<i16, DemoError> {
    // "Do nothing" would not return the id of a zone that exists.
    Ok(sqlx::query_scalar(
        "insert into time_zone (name) values ($1) on conflict (name) do update set name = excluded.name returning id",
    )
    .bind(name)
    .fetch_one(tx)
    .await?)
}
