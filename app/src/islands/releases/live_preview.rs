//! The preview of a release, kept up to date with its form.

use crate::api::releases::preview_release;
use crate::components::{ReleaseForm, ReleaseSubject};
use crate::domain::ReleasePolicy;
use crate::islands::browser::{Debounce, on_window, spawn_for_page};
use crate::view_models::PreviewWords;
use leptos::prelude::*;

/// How long the form must be unchanged before the server is asked.
const DEBOUNCE_MS: u32 = 120;

/// The last preview, and the request for a newer one.
#[derive(Clone, Copy)]
pub struct LivePreview {
    /// What would be released.
    pub words: RwSignal<PreviewWords>,
    /// Why there is no preview: a sentence, or nothing.
    pub error: RwSignal<String>,
    /// Whether the server is being asked.
    pub loading: RwSignal<bool>,
    /// Whether there is a preview of the subject, be it of the form as it was a moment ago.
    pub available: RwSignal<bool>,
    form: ReleaseForm,
    subject: RwSignal<ReleaseSubject>,
    requests: StoredValue<u32>,
    /// The policy of the last request.
    last_policy: StoredValue<Option<ReleasePolicy>>,
    debounce: Debounce,
}

impl LivePreview {
    /// Of a form and what it is about; nothing known yet.
    pub fn new(form: ReleaseForm, subject: RwSignal<ReleaseSubject>) -> Self {
        let preview = Self {
            words: RwSignal::new(PreviewWords::default()),
            error: RwSignal::new(String::new()),
            loading: RwSignal::new(false),
            available: RwSignal::new(false),
            form,
            subject,
            requests: StoredValue::new(0),
            last_policy: StoredValue::new(None),
            debounce: Debounce::new(),
        };
        on_window(&["online"], move || {
            if !preview.error.get_untracked().is_empty() {
                preview.request();
            }
        });
        preview
    }

    /// Drops the preview: the form is about something else.
    pub fn reset(self) {
        self.available.set(false);
        self.error.set(String::new());
    }

    /// Requests a preview if the form says something new. To leave a field is to change it, even on the way to the
    /// button.
    pub fn form_changed(self) {
        if self.policy() != self.last_policy.get_value() {
            self.request();
        }
    }

    /// Requests a preview of the form, once it is unchanged for a moment. A response to an older request is
    /// dropped; without one there is no preview.
    pub fn request(self) {
        let request = self.requests.get_value() + 1;
        self.requests.set_value(request);
        self.last_policy.set_value(self.policy());
        let Some(policy) = self.policy() else {
            self.debounce.cancel();
            return self.loading.set(false);
        };
        let ReleaseSubject { campaign, kind, .. } = self.subject.get_untracked();
        self.loading.set(true);
        self.debounce.call_after(DEBOUNCE_MS, move || {
            spawn_for_page(async move {
                let response = preview_release(policy, campaign, kind).await;
                if self.requests.get_value() != request {
                    return;
                }
                self.loading.set(false);
                match response {
                    Ok(words) => {
                        self.error.set(String::new());
                        self.words.set(words);
                        self.available.set(true);
                    }
                    Err(error) => {
                        self.available.set(false);
                        self.error.set(error.to_string());
                    }
                }
            });
        });
    }

    /// What is shown; nothing, if the form is not valid. On one campaign that is what would be released if it is
    /// confirmed.
    fn policy(self) -> Option<ReleasePolicy> {
        let mut policy = untrack(|| self.form.policy()).ok()?;
        policy.include_auto_assign_off |= self.subject.get_untracked().campaign.is_some();
        Some(policy)
    }

    /// How many are left out because auto-assign is off.
    pub fn auto_assign_off(self) -> u32 {
        self.words.with(|words| words.auto_assign_off)
    }

    /// Whether it has to be confirmed: it is about one campaign, whose auto-assign is off.
    pub fn needs_confirmation(self) -> bool {
        self.available.get() && self.words.with(|words| words.mended_by_auto_assign)
    }

    /// Whether it is about one campaign, of which nothing would be released; the preview says why.
    fn is_in_vain(self) -> bool {
        self.subject.get().campaign.is_some() && self.words.with(|words| words.nothing)
    }

    /// Whether what the form says may be done: somebody has seen what that would be.
    pub fn allows(self) -> bool {
        let confirmed = self.form.include_auto_assign_off.get();
        self.form.policy().is_ok()
            && self.available.get()
            && !self.loading.get()
            && !self.is_in_vain()
            && (confirmed || !self.needs_confirmation())
    }
}
