//! What an interval picker holds, valid or not.

use crate::domain::{IdleInterval, IntervalUnit, InvalidInterval};
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
    /// The choice that makes the custom number count.
    pub const CUSTOM: &'static str = "custom";

    /// With an interval that is offered.
    pub fn new(interval: IdleInterval) -> Self {
        Self::from_fields(
            interval.minutes().to_string(),
            String::new(),
            "hours".to_owned(),
        )
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
        let choice = self.choice.get();
        if choice != Self::CUSTOM {
            return choice.parse();
        }
        let unit = match self.unit.get().as_str() {
            "minutes" => IntervalUnit::Minutes,
            _ => IntervalUnit::Hours,
        };
        IdleInterval::parse(&self.number.get(), unit)
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
