//! The window as it is edited.

use crate::api::campaigns::{get_autoassign, save_autoassign};
use crate::components::AutoassignForm;
use crate::domain::{AutoassignMode, AutoassignWindow, CampaignId, IdleInterval};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is saved, what the fields hold, and what is being asked of the server.
#[derive(Clone, Copy)]
pub struct Editing {
    /// Of which campaign.
    pub campaign: RwSignal<Option<CampaignId>>,
    /// What is saved, as far as it is known.
    pub saved: RwSignal<Option<AutoassignWindow>>,
    /// What the fields hold.
    pub form: AutoassignForm,
    /// Whether the server is being asked.
    pub busy: RwSignal<bool>,
    /// That it was saved.
    pub done: RwSignal<bool>,
    /// Why it was not: a sentence, or nothing.
    pub trouble: RwSignal<String>,
    /// Whether somebody else saved meanwhile.
    pub theirs: RwSignal<bool>,
}

impl Editing {
    /// Of no campaign yet.
    pub fn new() -> Self {
        Self {
            campaign: RwSignal::new(None),
            saved: RwSignal::new(None),
            form: AutoassignForm::new(AutoassignMode {
                auto_assign: false,
                auto_release: None,
            }),
            busy: RwSignal::new(false),
            done: RwSignal::new(false),
            trouble: RwSignal::new(String::new()),
            theirs: RwSignal::new(false),
        }
    }

    /// Whether the fields hold something that can be saved and is not.
    pub fn differs(self) -> bool {
        let saved = self.saved.get().map(|saved| saved.mode);
        saved.is_some_and(|saved| self.form.mode().is_ok_and(|mode| mode != saved))
    }

    /// Loads what is saved now, and shows it.
    pub fn load(self) {
        self.saved.set(None);
        self.ask(false);
    }

    /// Saves what the fields hold.
    pub fn save(self) {
        if !self.busy.get_untracked() && untrack(|| self.differs()) {
            self.ask(true);
        }
    }

    fn ask(self, save: bool) {
        let Some(campaign) = self.campaign.get_untracked() else {
            return;
        };
        self.trouble.set(String::new());
        self.theirs.set(false);
        self.done.set(false);
        self.busy.set(true);
        spawn_local(async move {
            let answer = if save {
                self.send(campaign).await
            } else {
                get_autoassign(campaign).await
            };
            // Another campaign's window may have been opened meanwhile.
            if self.campaign.get_untracked() != Some(campaign) {
                return;
            }
            match answer {
                Ok(window) => {
                    self.saved.set(Some(window));
                    self.form.set(window.mode);
                    self.done.set(save);
                }
                Err(error) => {
                    self.theirs.set(error == AppError::SavedMeanwhile);
                    self.trouble.set(error.to_string());
                }
            }
            self.busy.set(false);
        });
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
