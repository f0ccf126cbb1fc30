//! The preview that follows the form.

use crate::api::releases::preview_release;
use crate::components::ReleaseForm;
use crate::domain::{LeftOutReason, ReleaseKind, ReleasePreview};
use crate::islands::browser::Later;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long the form must rest before the server is asked.
const PAUSE_MS: u32 = 120;

/// The last answer, and whether a newer one is on its way.
#[derive(Clone, Copy)]
pub struct LivePreview {
    /// What would be released, as far as it is known.
    pub found: RwSignal<ReleasePreview>,
    /// Why it is not known: a sentence, or nothing.
    pub trouble: RwSignal<String>,
    /// Whether the server is being asked.
    pub asking: RwSignal<bool>,
    /// Whether it has ever answered.
    pub known: RwSignal<bool>,
    asked: StoredValue<u32>,
    later: Later,
}

impl LivePreview {
    /// Nothing known yet.
    pub fn new() -> Self {
        Self {
            found: RwSignal::new(ReleasePreview::default()),
            trouble: RwSignal::new(String::new()),
            asking: RwSignal::new(false),
            known: RwSignal::new(false),
            asked: StoredValue::new(0),
            later: Later::new(),
        }
    }

    /// Asks what the form would release, once it has rested. An answer to an older question is
    /// dropped.
    pub fn ask(self, form: ReleaseForm) {
        let question = self.asked.get_value() + 1;
        self.asked.set_value(question);
        let Ok(policy) = untrack(|| form.policy()) else {
            self.later.cancel();
            return self.asking.set(false);
        };
        self.asking.set(true);
        self.later.run(PAUSE_MS, move || {
            spawn_local(async move {
                let answer = preview_release(policy, None, ReleaseKind::Replies).await;
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
                    Err(error) => self.trouble.set(error.to_string()),
                }
            });
        });
    }

    /// How many are left out because auto-assign is off.
    pub fn auto_assign_off(self) -> u32 {
        self.found
            .with(|found| found.left_out_for(LeftOutReason::AutoAssignOff))
    }
}
