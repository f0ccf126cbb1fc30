//! The state of an interval picker, valid or not.

use crate::domain::{IdleInterval, InvalidInterval};
use leptos::prelude::*;

/// The fields of an interval picker, as a form sends them.
#[derive(Debug, Clone, Copy)]
pub struct PickedInterval {
    /// Whole minutes of the one that was picked, or `custom`.
    pub choice: RwSignal<String>,
    /// The custom number, as typed.
    pub number: RwSignal<String>,
    /// Its unit: `hours` or `minutes`.
    pub unit: RwSignal<String>,
}

impl PickedInterval {
    /// With an interval.
    pub fn new(interval: IdleInterval) -> Self {
        let picked = Self::from_fields(String::new(), String::new(), "hours".to_owned());
        picked.set(interval);
        picked
    }

    /// Shows an interval: as the one that is offered, or else as a number of one's own. What was typed for it
    /// stays as it was typed.
    pub fn set(&self, interval: IdleInterval) {
        if untrack(|| self.interval()) == Ok(interval) {
            return;
        }
        let minutes = interval.minutes();
        if IdleInterval::PRESETS.contains(&interval) {
            self.choice.set(minutes.to_string());
        } else {
            let (number, unit) = match minutes % 60 {
                0 => (minutes / 60, "hours"),
                _ => (minutes, "minutes"),
            };
            self.choice.set(IdleInterval::CUSTOM.to_owned());
            self.number.set(number.to_string());
            self.unit.set(unit.to_owned());
        }
    }

    /// With what a form sent.
    pub fn from_fields(choice: String, number: String, unit: String) -> Self {
        Self {
            choice: RwSignal::new(choice),
            number: RwSignal::new(number),
            unit: RwSignal::new(unit),
        }
    }

    /// The interval.
    ///
    /// # Errors
    /// It is none that an interval can be.
    pub fn interval(&self) -> Result<IdleInterval, InvalidInterval> {
        IdleInterval::picked(&self.choice.get(), &self.number.get(), &self.unit.get())
    }
}

#[cfg(test)]
mod tests {
    use super::PickedInterval;
    use crate::domain::{IdleInterval, InvalidInterval};
    use leptos::prelude::*;

    fn minutes(choice: &str, number: &str, unit: &str) -> Result<u32, InvalidInterval> {
        Owner::new().with(|| {
            PickedInterval::from_fields(choice.into(), number.into(), unit.into())
                .interval()
                .map(IdleInterval::minutes)
        })
    }

    #[test]
    fn is_the_preset_or_else_the_number() {
        assert_eq!(minutes("30", "", "hours"), Ok(30));
        assert_eq!(minutes("30", "nonsense", "hours"), Ok(30));
        assert_eq!(minutes("custom", "1.5", "hours"), Ok(90));
        assert_eq!(minutes("custom", "45", "minutes"), Ok(45));
    }

    #[test]
    fn shows_any_interval() {
        let shown = |minutes| {
            Owner::new().with(|| {
                let picked = PickedInterval::new(IdleInterval::from_minutes(minutes).unwrap());
                let fields = (picked.choice.get(), picked.number.get(), picked.unit.get());
                assert_eq!(picked.interval().map(IdleInterval::minutes), Ok(minutes));
                fields
            })
        };
        assert_eq!(shown(30), ("30".into(), String::new(), "hours".into()));
        assert_eq!(shown(45), ("custom".into(), "45".into(), "minutes".into()));
        assert_eq!(shown(1200), ("custom".into(), "20".into(), "hours".into()));
    }

    #[test]
    fn what_was_typed_stays_until_it_is_another_interval() {
        Owner::new().with(|| {
            let picked = PickedInterval::from_fields("custom".into(), "1.5".into(), "hours".into());
            let shown = || (picked.number.get(), picked.unit.get());
            picked.set(IdleInterval::from_minutes(90).unwrap());
            assert_eq!(shown(), ("1.5".into(), "hours".into()));
            picked.set(IdleInterval::from_minutes(95).unwrap());
            assert_eq!(shown(), ("95".into(), "minutes".into()));
        });
    }

    #[test]
    fn refuses_what_is_no_interval() {
        assert_eq!(minutes("custom", "", "hours"), Err(InvalidInterval::Empty));
        assert_eq!(
            minutes("custom", "0", "hours"),
            Err(InvalidInterval::TooShort)
        );
        assert_eq!(minutes("-60", "", "hours"), Err(InvalidInterval::TooShort));
        assert_eq!(
            minutes("soon", "", "hours"),
            Err(InvalidInterval::NotANumber)
        );
    }
}
