//! The preview that follows the form.

use crate::api::releases::{PreviewWords, preview_release};
use crate::components::{ReleaseForm, ReleaseSubject};
use crate::domain::ReleasePolicy;
use crate::islands::browser::Later;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long the form must rest before the server is asked.
const PAUSE_MS: u32 = 120;

/// The last answer, and whether a newer one is on its way.
#[derive(Clone, Copy)]
pub struct LivePreview {
    /// What would be released, as far as it is known.
    pub found: RwSignal<PreviewWords>,
    /// Why it is not known: a sentence, or nothing.
    pub trouble: RwSignal<String>,
    /// Whether the server is being asked.
    pub asking: RwSignal<bool>,
    /// Whether anything is known about the subject, be it of the form as it was a moment ago.
    pub known: RwSignal<bool>,
    form: ReleaseForm,
    subject: RwSignal<ReleaseSubject>,
    asked: StoredValue<u32>,
    /// What was last asked.
    question: StoredValue<Option<ReleasePolicy>>,
    later: Later,
}

impl LivePreview {
    /// Of a form and what it is about; nothing known yet.
    pub fn new(form: ReleaseForm, subject: RwSignal<ReleaseSubject>) -> Self {
        Self {
            found: RwSignal::new(PreviewWords::default()),
            trouble: RwSignal::new(String::new()),
            asking: RwSignal::new(false),
            known: RwSignal::new(false),
            form,
            subject,
            asked: StoredValue::new(0),
            question: StoredValue::new(None),
            later: Later::new(),
        }
    }

    /// Forgets what was known: the form is about something else.
    pub fn forget(self) {
        self.known.set(false);
        self.trouble.set(String::new());
    }

    /// Asks if the form says something new. To leave a field is to change it, even on the way to the button.
    pub fn follow(self) {
        if self.policy() != self.question.get_value() {
            self.ask();
        }
    }

    /// Asks what the form would release, once it has rested. An answer to an older question is dropped, and
    /// without an answer nothing is known.
    pub fn ask(self) {
        let question = self.asked.get_value() + 1;
        self.asked.set_value(question);
        self.question.set_value(self.policy());
        let Some(policy) = self.policy() else {
            self.later.cancel();
            return self.asking.set(false);
        };
        let ReleaseSubject { campaign, kind, .. } = self.subject.get_untracked();
        self.asking.set(true);
        self.later.run(PAUSE_MS, move || {
            spawn_local(async move {
                let answer = preview_release(policy, campaign, kind).await;
                if self.asked.get_value() != question {
                    return;
                }
                self.asking.set(false);
                match answer {
                    Ok(found) => {
                        self.trouble.set(String::new());
                        self.found.set(found);
                        self.known.set(true);
                    }
                    Err(error) => {
                        self.known.set(false);
                        self.trouble.set(error.to_string());
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
        self.found.with(|found| found.auto_assign_off)
    }

    /// Whether it has to be confirmed: it is about one campaign, whose auto-assign is off.
    pub fn needs_confirmation(self) -> bool {
        self.known.get() && self.found.with(|found| found.mended_by_auto_assign)
    }

    /// Whether what the form says may be done: somebody has seen what that would be.
    pub fn allows(self) -> bool {
        let confirmed = self.form.include_auto_assign_off.get();
        self.form.policy().is_ok()
            && self.known.get()
            && !self.asking.get()
            && (confirmed || !self.needs_confirmation())
    }
}
