//! The preview that follows the form.

use crate::api::releases::preview_release;
use crate::components::ReleaseForm;
use crate::domain::{LeftOutReason, ReleasePreview};
use crate::error::AppError;
use crate::islands::browser::Later;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long the form must rest before the server is asked.
const PAUSE_MS: u32 = 120;

/// The last answer, and whether a newer one is on its way.
#[derive(Clone, Copy)]
pub struct LivePreview {
    /// What would be released, or why that is not known.
    pub answer: RwSignal<Option<Result<ReleasePreview, AppError>>>,
    /// Whether the server is being asked.
    pub asking: RwSignal<bool>,
    asked: StoredValue<u32>,
    later: Later,
}

impl LivePreview {
    /// Nothing known yet.
    pub fn new() -> Self {
        Self {
            answer: RwSignal::new(None),
            asking: RwSignal::new(false),
            asked: StoredValue::new(0),
            later: Later::new(),
        }
    }

    /// Asks what the form would release, once it has rested. An answer to an older question is
    /// dropped.
    pub fn ask(self, form: ReleaseForm) {
        let Ok(policy) = form.policy() else {
            self.later.cancel();
            self.asked.update_value(|asked| *asked += 1);
            self.asking.set(false);
            return;
        };
        self.asking.set(true);
        self.later.run(PAUSE_MS, move || {
            self.asked.update_value(|asked| *asked += 1);
            let question = self.asked.get_value();
            spawn_local(async move {
                let answer = preview_release(policy).await;
                if self.asked.get_value() == question {
                    self.answer.set(Some(answer));
                    self.asking.set(false);
                }
            });
        });
    }

    /// How many are left out because auto-assign is off.
    pub fn auto_assign_off(self) -> u32 {
        self.answer.with(|answer| match answer {
            Some(Ok(preview)) => preview.left_out_for(LeftOutReason::AutoAssignOff),
            _ => 0,
        })
    }
}
