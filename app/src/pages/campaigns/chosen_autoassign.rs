//! Autoassign Mode of several campaigns at once.

use super::autoassign::filled_in;
use crate::api;
use crate::components::AutoassignForm;
use crate::domain::{Admin, AutoassignMode, CampaignRow, IdleInterval, ReleaseKind};
use crate::error::AppError;
use crate::view_models::PreviewWords;
use futures::future::try_join_all;
use leptos::prelude::*;
use sentences::page;

/// The number of campaigns whose replies are counted at once.
const PREVIEWS_AT_ONCE: usize = 4;

/// The form of Autoassign Mode, and what it would release now on each of the campaigns, in words.
pub(super) struct ChosenAutoassign {
    /// The form.
    pub(super) form: AutoassignForm,
    /// A sentence for each campaign; none where the same is so on all.
    pub(super) previews: Vec<String>,
}

impl ChosenAutoassign {
    /// What is filled in, or else both switches as most want them, and what that would do.
    ///
    /// # Errors
    /// As [`crate::ports::Releases::preview_automatic`].
    pub(super) async fn read(viewer: &Admin, rows: &[CampaignRow]) -> Result<Self, AppError> {
        let form = filled_in(AutoassignMode {
            auto_assign: true,
            auto_release: None::<IdleInterval>,
        });
        let mode = untrack(|| form.mode());
        let releases = &api::ports()?.releases;
        let previews = match mode {
            Ok(AutoassignMode {
                auto_assign: true,
                auto_release: Some(interval),
            }) => {
                let mut previews = Vec::with_capacity(rows.len());
                for some in rows.chunks(PREVIEWS_AT_ONCE) {
                    let ids = some.iter().map(|row| row.counts.campaign);
                    let counted = ids.map(|id| releases.preview_automatic(viewer, id, interval));
                    for preview in try_join_all(counted).await? {
                        let words = PreviewWords::of(preview, ReleaseKind::Replies, true);
                        previews.push([words.many, words.rest].concat());
                    }
                }
                previews
            }
            _ => Vec::new(),
        };
        Ok(Self { form, previews })
    }

    /// What is so on all of them.
    pub(super) fn sentence(&self) -> Option<&'static str> {
        match untrack(|| self.form.mode()).ok()? {
            AutoassignMode {
                auto_release: None, ..
            } => Some(page::nothing_while_auto_release_is_off()),
            AutoassignMode {
                auto_assign: false, ..
            } => Some(page::nothing_while_auto_assign_is_off()),
            _ => None,
        }
    }
}
