//! The state of the Autoassign Mode window while it is edited.

use crate::api::campaigns::{get_autoassign, save_autoassign};
use crate::components::AutoassignForm;
use crate::domain::{AutoassignMode, AutoassignWindow, CampaignId, IdleInterval};
use crate::error::AppError;
use crate::islands::browser::focus_element;
use crate::islands::submission::{OnSuccess, Request, Submission};
use leptos::prelude::*;

/// The saved settings, the form, and the request to the server that is under way.
#[derive(Clone, Copy)]
pub struct AutoassignEditor {
    /// Of which campaign.
    pub campaign: RwSignal<Option<CampaignId>>,
    /// What is saved, as far as it is known.
    pub saved: RwSignal<Option<AutoassignWindow>>,
    /// What the fields hold.
    pub form: AutoassignForm,
    /// That it was saved.
    pub done: RwSignal<bool>,
    /// The request that loads or saves.
    pub submission: Submission,
    /// Whether somebody else saved meanwhile.
    pub theirs: RwSignal<bool>,
}

impl AutoassignEditor {
    /// Of no campaign yet.
    pub fn new() -> Self {
        Self {
            campaign: RwSignal::new(None),
            saved: RwSignal::new(None),
            form: AutoassignForm::new(AutoassignMode {
                auto_assign: false,
                auto_release: None,
            }),
            done: RwSignal::new(false),
            submission: Submission::new(),
            theirs: RwSignal::new(false),
        }
    }

    /// Whether the fields hold something that can be saved and is not.
    pub fn differs(self) -> bool {
        let saved = self.saved.get().map(|saved| saved.mode);
        saved.is_some_and(|saved| self.form.mode().is_ok_and(|mode| mode != saved))
    }

    /// The page that previews what the fields hold.
    pub fn preview_url(self) -> String {
        let campaign = self.campaign.get().map(|campaign| campaign.to_string());
        let mut url = ["/campaigns/", &campaign.unwrap_or_default(), "/autoassign"].concat();
        if let Ok(mode) = self.form.mode() {
            url.push_str("?preview=autoassign");
            if mode.auto_assign {
                url.push_str("&auto_assign=true");
            }
            if let Some(interval) = mode.auto_release {
                url.push_str("&auto_release=true&interval=");
                url.push_str(&interval.minutes().to_string());
            }
        }
        url
    }

    /// Loads what is saved now, and shows it.
    pub fn load(self) {
        self.saved.set(None);
        self.submission.reset();
        self.submit(false);
    }

    /// Saves what the fields hold.
    pub fn save(self) {
        if untrack(|| self.differs()) {
            self.submit(true);
        }
    }

    fn submit(self, save: bool) {
        let Some(campaign) = self.campaign.get_untracked() else {
            return;
        };
        self.theirs.set(false);
        self.done.set(false);
        let request: Request = Box::pin(async move {
            let response = if save {
                self.send(campaign).await
            } else {
                get_autoassign(campaign).await
            };
            // The window of another campaign may have been opened meanwhile, or another page.
            if self.campaign.try_get_untracked() == Some(Some(campaign)) {
                self.theirs
                    .set(matches!(response, Err(AppError::SavedMeanwhile)));
            }
            let window = response?;
            let on_success: OnSuccess = Box::new(move || {
                self.saved.set(Some(window));
                self.form.set(window.mode);
                self.done.set(save);
                if save {
                    // Nothing differs any more, so that **Save** cannot have the focus.
                    focus_element("#autoassign-close");
                }
            });
            Ok(on_success)
        });
        if save {
            self.submission.submit(request);
        } else {
            self.submission.load(request);
        }
    }

    async fn send(self, campaign: CampaignId) -> Result<AutoassignWindow, AppError> {
        let version = self.saved.get_untracked().map_or(0, |saved| saved.version);
        let mode = untrack(|| self.form.mode());
        let mode = mode.map_err(|wrong| AppError::Invalid(wrong.to_string()))?;
        let minutes = mode.auto_release.map(IdleInterval::minutes);
        save_autoassign(
            campaign,
            version,
            mode.auto_assign,
            minutes.is_some(),
            minutes
                .map(|minutes| minutes.to_string())
                .unwrap_or_default(),
            String::new(),
            String::new(),
        )
        .await
    }
}
