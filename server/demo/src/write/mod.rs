//! Inserts the story, mostly with one statement a table, in the caller's transaction.

mod campaigns;
mod contacts;
mod context;
mod handovers;
mod messages;
mod organization;
mod teams;

use super::error::DemoError;
use super::story::Story;
use context::WriteContext;
use server_store::clock::Clock;
use sqlx::PgConnection;

/// Inserts the whole story.
pub(super) async fn write_story(
    tx: &mut PgConnection,
    clock: &Clock,
    story: &Story,
    password_hash: &str,
) -> Result<(), DemoError> {
    let context = organization::write(tx, clock, password_hash).await?;
    let campaigns = campaigns::write(tx, &context, story).await?;
    teams::write(tx, &context, &campaigns).await?;
    let contacts = contacts::write(tx, &context, story, &campaigns).await?;
    messages::write(tx, &context, story, &contacts).await?;
    handovers::write(tx, &context, story, &contacts).await?;
    Ok(())
}
