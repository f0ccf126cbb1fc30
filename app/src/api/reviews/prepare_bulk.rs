use crate::domain::ConversationId;
use crate::error::AppError;
use leptos::prelude::*;

/// Prepares a bulk action, and leads to its page, which counts it and asks. Supervolunteers and up.
///
/// # Errors
/// A filter of the list means nothing; else as [`crate::ports::BulkActions::prepare_bulk_action`].
#[server(prefix = "/api", endpoint = "reviews/prepare-bulk")]
pub async fn prepare_bulk_action(
    /// All that match the filters of the list, and not those that are ticked.
    #[server(default)]
    matching: bool,
    /// Those that are ticked.
    #[server(default)]
    conversations: Vec<ConversationId>,
    /// What to do: a word of [`crate::domain::BulkChange::WORDS`].
    #[server(default)]
    change: String,
    /// To whom they go.
    #[server(default)]
    member: String,
    /// Which tag.
    #[server(default)]
    tag: String,
    /// The address of the list.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    use super::bulk_form::{bulk_change, listed_by};
    use super::bulk_page::bulk_page;
    use crate::api;
    use crate::domain::BulkChosen;
    use crate::url::review_list;
    let viewer = api::decider()?;
    let bulk_actions = api::ports()?.bulk_actions;
    let back = review_list(&back).unwrap_or("/review");
    let prepared = async {
        let change = bulk_change(&change, &member, &tag)?;
        let chosen = match matching {
            true => BulkChosen::Matching(listed_by(back)?),
            false => BulkChosen::These(conversations.clone()),
        };
        bulk_actions
            .prepare_bulk_action(&viewer, change, chosen)
            .await
    };
    match prepared.await {
        Ok(id) => {
            leptos_axum::redirect(&bulk_page(id, back));
            Ok(())
        }
        Err(error) => {
            let ticked: Vec<String> = conversations.iter().map(ToString::to_string).collect();
            let ticked = ticked.join(" ");
            let fields = [
                ("matching", if matching { "true" } else { "" }),
                ("ticked", ticked.as_str()),
                ("change", change.as_str()),
                ("member", member.as_str()),
                ("to_tag", tag.as_str()),
            ];
            Err(api::redisplay(back, "bulk", &fields, error))
        }
    }
}
