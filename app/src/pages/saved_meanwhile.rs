//! What somebody else saved meanwhile, above the form that it overtook.

use super::form_state::FormState;
use crate::components::form_error;
use crate::error::AppError;
use leptos::prelude::*;
use sentences::page;

/// What is saved now, and the way to the form without what was typed into it; nothing unless the form was refused for it.
#[component]
pub(super) fn SavedMeanwhile(
    /// The form's name.
    form: &'static str,
    /// The address of its page.
    address: String,
    /// Its fields as they are saved, each by what it is called.
    saved: Vec<(&'static str, String)>,
) -> impl IntoView {
    let is_overtaken =
        FormState::of(form).refused() && form_error() == Some(AppError::SavedMeanwhile);
    is_overtaken.then(|| {
        let saved = saved
            .into_iter()
            .map(|(name, value)| view! { <dt>{name}</dt><dd class="overtaken-value">{value}</dd> })
            .collect_view();
        view! {
            <div class="notice notice-warning">
                <p>{page::what_is_saved_now()}</p>
                <dl>{saved}</dl>
                <p class="actions"><a class="button" href=address data-discard="">{page::take_theirs()}</a></p>
            </div>
        }
    })
}
