//! What happens to campaigns of the story: their canned responses, a second pass, a pause and a copy.

use crate::campaigns::{CAMPAIGNS, COPIED, RESPONSES, SECOND_PASS};
use crate::error::DemoError;
use crate::plan::State;
use crate::write::WriteContext;
use app::domain::{Admin, CampaignId, CannedResponse, CopyKey, SecondPassDays};
use app::error::AppError;
use app::ports::{CampaignSetup, SecondPasses, SectionSave, SectionVersion};
use server_store::Store;

/// The title of the copy.
const COPY: &str = "Ballot cure: the county next door";

/// Gives those that are answered most their canned responses; starts the second pass, which stands in the history and can be undone; pauses what is to be paused; copies one.
pub(super) async fn set_up(
    store: &Store,
    admin: &Admin,
    story: &WriteContext,
) -> Result<(), DemoError> {
    let campaign = |at: usize| CampaignId(story.campaigns[at]);
    for (at, responses) in RESPONSES {
        let response = |(title, body): &(&str, &str)| CannedResponse {
            id: None,
            title: (*title).to_owned(),
            body: (*body).to_owned(),
        };
        let responses: Vec<CannedResponse> = responses.iter().map(response).collect();
        let save = SectionSave {
            version: SectionVersion(String::new()),
            by_itself: false,
        };
        store
            .save_responses(admin, campaign(at), &save, &responses)
            .await?;
    }
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
