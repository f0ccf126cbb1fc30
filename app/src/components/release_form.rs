//! The state of a release form.

use super::PickedInterval;
use crate::domain::{InvalidInterval, ReleasePolicy};
use leptos::prelude::*;

/// The fields of a release form, each as its own signal.
#[derive(Debug, Clone, Copy)]
pub struct ReleaseForm {
    /// The interval, valid or not.
    pub picked: PickedInterval,
    /// "Also campaigns restricted to teams".
    pub include_team_restricted: RwSignal<bool>,
    /// "Only contacts within texting hours now".
    pub only_within_texting_hours: RwSignal<bool>,
    /// "Also campaigns with auto-assign off".
    pub include_auto_assign_off: RwSignal<bool>,
}

impl ReleaseForm {
    /// With an interval that may be invalid, and the switches of a policy.
    pub fn new(picked: PickedInterval, switches: ReleasePolicy) -> Self {
        Self {
            picked,
            include_team_restricted: RwSignal::new(switches.include_team_restricted),
            only_within_texting_hours: RwSignal::new(switches.only_within_texting_hours),
            include_auto_assign_off: RwSignal::new(switches.include_auto_assign_off),
        }
    }

    /// Back to what the dialog opens with.
    pub fn reset(&self) {
        let start = ReleasePolicy::default();
        self.picked.set(start.interval);
        self.include_team_restricted
            .set(start.include_team_restricted);
        self.only_within_texting_hours
            .set(start.only_within_texting_hours);
        self.include_auto_assign_off
            .set(start.include_auto_assign_off);
    }

    /// The policy that the fields make.
    ///
    /// # Errors
    /// The interval is not valid.
    pub fn policy(&self) -> Result<ReleasePolicy, InvalidInterval> {
        Ok(ReleasePolicy {
            interval: self.picked.interval()?,
            include_team_restricted: self.include_team_restricted.get(),
            only_within_texting_hours: self.only_within_texting_hours.get(),
            include_auto_assign_off: self.include_auto_assign_off.get(),
        })
    }
}
