//! What keeps the replies of a campaign from being handed out, for as long as it is so.

use super::local_time::LocalTime;
use crate::components::{Derived, derive};
use crate::view_models::ObstacleWords;
use leptos::prelude::*;
use sentences::admin;

/// A warning with a line for each obstacle; nothing, where there is none, or where both switches are off.
#[component]
pub fn LiveObstacles(
    /// What the server said last.
    obstacles: RwSignal<Vec<ObstacleWords>>,
    /// Whether both switches are off, so that nothing is to be handed out.
    is_off: Derived<bool>,
) -> impl IntoView {
    let lines = move || {
        obstacles
            .get()
            .into_iter()
            .map(|words| {
                view! {
                    <li>
                        {words.sentence}" "
                        <LocalTime at=derive(move || words.ends_at)/>" "
                        <a href=words.url>{words.link}</a>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <div
            class="notice notice-warning obstacles"
            role="status"
            hidden=derive(move || is_off() || obstacles.with(Vec::is_empty))
        >
            <p><strong>{admin::no_one_can_request_its_replies()}</strong></p>
            <ul>{lines}</ul>
        </div>
    }
}
