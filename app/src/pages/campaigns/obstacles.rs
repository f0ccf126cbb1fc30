//! What keeps the replies of a campaign from being handed out, each with the way to mend it.

use crate::components::Clock;
use crate::domain::{CampaignId, HandOutObstacle};
use crate::view_models::ObstacleWords;
use leptos::prelude::*;
use sentences::admin;

/// A warning with a line for each obstacle; nothing, where there is none.
#[component]
pub(super) fn Obstacles(
    /// Of which campaign.
    id: CampaignId,
    /// What keeps its replies.
    obstacles: Vec<HandOutObstacle>,
) -> impl IntoView {
    let lines = obstacles
        .into_iter()
        .map(|obstacle| ObstacleWords::of(obstacle, id))
        .map(|words| {
            view! {
                <li>
                    {words.sentence}" "
                    {words.ends_at.map(|at| view! { <Clock at/>" " })}
                    <a href=words.url>{words.link}</a>
                </li>
            }
        })
        .collect_view();
    (!lines.is_empty()).then(|| {
        view! {
            <div class="notice notice-warning obstacles">
                <p><strong>{admin::no_one_can_request_its_replies()}</strong></p>
                <ul>{lines}</ul>
            </div>
        }
    })
}
