//! The state of the Autoassign Mode form.

use super::PickedInterval;
use crate::domain::{AutoassignMode, IdleInterval, InvalidInterval};
use leptos::prelude::*;

/// The fields of the window, each as its own signal.
#[derive(Debug, Clone, Copy)]
pub struct AutoassignForm {
    /// The first switch.
    pub auto_assign: RwSignal<bool>,
    /// The second.
    pub auto_release: RwSignal<bool>,
    /// The interval, valid or not; it counts only if the second switch is on.
    pub picked: PickedInterval,
}

impl AutoassignForm {
    /// With what is saved.
    pub fn new(mode: AutoassignMode) -> Self {
        let form = Self {
            auto_assign: RwSignal::new(false),
            auto_release: RwSignal::new(false),
            picked: PickedInterval::new(IdleInterval::HALF_AN_HOUR),
        };
        form.set(mode);
        form
    }

    /// Shows what is saved; with the second switch off, the interval that it would be switched on with.
    pub fn set(&self, mode: AutoassignMode) {
        self.auto_assign.set(mode.auto_assign);
        self.auto_release.set(mode.auto_release.is_some());
        let interval = mode.auto_release.unwrap_or(IdleInterval::HALF_AN_HOUR);
        self.picked.set(interval);
    }

    /// What the fields make.
    ///
    /// # Errors
    /// The second switch is on, and the interval is not valid.
    pub fn mode(&self) -> Result<AutoassignMode, InvalidInterval> {
        let auto_release = if self.auto_release.get() {
            Some(self.picked.interval()?)
        } else {
            None
        };
        Ok(AutoassignMode {
            auto_assign: self.auto_assign.get(),
            auto_release,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::AutoassignForm;
    use crate::domain::{AutoassignMode, IdleInterval};
    use leptos::prelude::*;

    #[test]
    fn suggests_half_an_hour_and_gives_back_what_is_saved() {
        let off = AutoassignMode {
            auto_assign: true,
            auto_release: None,
        };
        let on = AutoassignMode {
            auto_release: Some(IdleInterval::from_minutes(45).unwrap()),
            ..off
        };
        Owner::new().with(|| {
            let form = AutoassignForm::new(off);
            assert_eq!(form.mode(), Ok(off));
            form.auto_release.set(true);
            let suggested = form.mode().unwrap().auto_release;
            assert_eq!(suggested, Some(IdleInterval::HALF_AN_HOUR));
            form.set(on);
            assert_eq!(form.mode(), Ok(on));
        });
    }

    #[test]
    fn an_interval_counts_only_with_the_switch_on() {
        Owner::new().with(|| {
            let form = AutoassignForm::new(AutoassignMode {
                auto_assign: true,
                auto_release: None,
            });
            form.picked.choice.set("0".into());
            assert!(form.mode().is_ok());
            form.auto_release.set(true);
            assert!(form.mode().is_err());
        });
    }
}
