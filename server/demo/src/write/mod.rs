//! Inserts the story, mostly with one statement a table, in the caller's transaction.

mod campaigns;
mod contacts;
mod context;
mod handovers;
mod messages;
mod organization;

use super::error::DemoError;
use super::story::Story;
use server_store::clock::Clock;
use sqlx::PgConnection;

pub(super) use context::WriteContext;

/// Inserts the whole story, and returns the ids of what it is about.
pub(super) async fn write_story(
    tx: &mut PgConnection,
    clock: &Clock,
    story: &Story,
    password_hash: &str,
) -> Result<WriteContext, DemoError> {
    let mut context = organization::write(tx, clock, password_hash).await?;
    context.campaigns = campaigns::write(tx, &context, story).await?;
    let contacts = contacts::write(tx, &context, story).await?;
    messages::write(tx, &context, story, &contacts).await?;
    handovers::write(tx, &context, story, &contacts).await?;
    Ok(context)
}
