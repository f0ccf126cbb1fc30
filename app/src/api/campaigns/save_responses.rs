use super::{ResponseInput, SaveFields};
use crate::domain::CampaignId;
use crate::error::AppError;
use leptos::prelude::*;

/// Saves a campaign's canned responses. Admins only.
///
/// # Errors
/// Fields that are not valid; else as [`crate::ports::CampaignSetup::save_responses`].
#[server(prefix = "/api", endpoint = "campaigns/save-responses")]
pub async fn save_responses(
    /// Of which campaign.
    campaign: CampaignId,
    /// How it is saved.
    #[server(default)]
    save: SaveFields,
    /// All of them.
    #[server(default)]
    responses: Vec<ResponseInput>,
) -> Result<(), AppError> {
    use super::response_input::parse;
    use crate::api;
    let viewer = api::admin()?;
    let saved = match parse(&responses) {
        Ok(responses) => {
            let setup = api::ports()?.campaign_setup;
            setup
                .save_responses(&viewer, campaign, &(&save).into(), &responses)
                .await
        }
        Err(errors) => Err(AppError::Fields(errors)),
    };
    let page = format!("/campaigns/{campaign}");
    let rows = responses.len().to_string();
    if let Err(error) = saved {
        let mut fields = vec![
            ("version".to_owned(), save.version.as_str()),
            ("rows".to_owned(), rows.as_str()),
        ];
        for (row, input) in responses.iter().enumerate() {
            fields.push((format!("id-{row}"), &input.id));
            fields.push((format!("position-{row}"), &input.position));
            fields.push((format!("title-{row}"), &input.title));
            fields.push((format!("body-{row}"), &input.body));
            if input.remove {
                fields.push((format!("remove-{row}"), "true"));
            }
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(f, t)| (f.as_str(), *t)).collect();
        return Err(api::redisplay(&page, "responses", &fields, error));
    }
    // A page that saves by itself keeps its rows, and is given one more behind them.
    let rows = if save.by_itself {
        let is_used = |input: &ResponseInput| !(input.title.is_empty() && input.body.is_empty());
        let used = responses
            .iter()
            .rposition(is_used)
            .map_or(0, |last| last + 1);
        format!("&rows={used}")
    } else {
        String::new()
    };
    leptos_axum::redirect(&format!("{page}?done=responses{rows}"));
    Ok(())
}
