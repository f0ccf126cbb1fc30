//! What happens to campaigns of the story: a second pass, a pause and a copy.

use crate::campaigns::{CAMPAIGNS, COPIED, SECOND_PASS};
use crate::error::DemoError;
use crate::plan::State;
use crate::write::WriteContext;
use app::domain::{Admin, CampaignId, CopyKey, SecondPassDays};
use app::error::AppError;
use app::ports::{CampaignSetup, SecondPasses};
use server_store::Store;

/// The title of the copy.
const COPY: &str = "Ballot cure: the county next door";

/// Starts the second pass, which stands in the history and can be undone; pauses what is to be paused; copies one.
pub(super) async fn set_up(
    store: &Store,
    admin: &Admin,
    story: &WriteContext,
) -> Result<(), DemoError> {
    let campaign = |at: usize| CampaignId(story.campaigns[at]);
    // Whoever was last texted more than a day ago.
    let days = SecondPassDays::try_from(1).map_err(|error| AppError::Invalid(error.to_string()))?;
    store
        .start_second_pass(admin, campaign(SECOND_PASS), days)
        .await?;
    for (at, plan) in CAMPAIGNS.iter().enumerate() {
        if plan.state == State::Paused {
            store.pause(admin, campaign(at), true).await?;
        }
    }
    store
        .copy(admin, campaign(COPIED), COPY, CopyKey(1))
        .await?;
    Ok(())
}
