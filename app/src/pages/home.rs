//! The start page, which redirects by role.

use super::page_guard::page_guard;
use super::see_other::see_other;
use crate::api;
use leptos::prelude::*;

/// Sends admins to their campaigns and everybody else to their texts.
#[component]
pub fn HomePage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        see_other(if viewer.role.may_administer() {
            "/campaigns"
        } else {
            "/texts"
        });
        Ok(().into_any())
    })
}
