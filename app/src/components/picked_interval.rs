//! What an interval picker holds, valid or not.

use crate::domain::{IdleInterval, IntervalUnit, InvalidInterval};

/// One of the intervals that are offered, or a number that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickedInterval {
    /// The one that was picked; `None` = the custom number counts.
    pub preset: Option<IdleInterval>,
    /// The custom number, as typed.
    pub number: String,
    /// Its unit.
    pub unit: IntervalUnit,
}

impl PickedInterval {
    /// What the fields of a plain form say: `interval` is minutes or `custom`; then `number` and
    /// `unit` count.
    pub fn from_fields(interval: Option<&str>, number: Option<&str>, unit: Option<&str>) -> Self {
        let unit = match unit {
            Some("minutes") => IntervalUnit::Minutes,
            _ => IntervalUnit::Hours,
        };
        let custom = Self { preset: None, number: number.unwrap_or_default().into(), unit };
        match interval {
            None => Self::default(),
            Some("custom") => custom,
            Some(minutes) => match minutes.parse() {
                Ok(preset) if IdleInterval::PRESETS.contains(&preset) => {
                    Self { preset: Some(preset), ..custom }
                }
                _ => Self { number: minutes.into(), unit: IntervalUnit::Minutes, ..custom },
            },
        }
    }

    /// The interval.
    ///
    /// # Errors
    /// The custom number is none that an interval can have.
    pub fn interval(&self) -> Result<IdleInterval, InvalidInterval> {
        self.preset.map_or_else(|| IdleInterval::parse(&self.number, self.unit), Ok)
    }
}

impl Default for PickedInterval {
    /// What the release dialogs start with.
    fn default() -> Self {
        Self { preset: Some(IdleInterval::ONE_HOUR), number: String::new(), unit: IntervalUnit::Hours }
    }
}

#[cfg(test)]
mod tests {
    use super::PickedInterval;
    use crate::domain::{IdleInterval, InvalidInterval};

    fn minutes(interval: &str, number: &str, unit: &str) -> Result<u32, InvalidInterval> {
        PickedInterval::from_fields(Some(interval), Some(number), Some(unit))
            .interval()
            .map(IdleInterval::minutes)
    }

    #[test]
    fn is_the_preset_or_else_the_number() {
        assert_eq!(minutes("30", "", "hours"), Ok(30));
        assert_eq!(minutes("30", "nonsense", "hours"), Ok(30));
        assert_eq!(minutes("custom", "1.5", "hours"), Ok(90));
        assert_eq!(minutes("custom", "45", "minutes"), Ok(45));
        assert_eq!(PickedInterval::from_fields(None, None, None).interval(), Ok(IdleInterval::ONE_HOUR));
    }

    #[test]
    fn refuses_what_is_no_interval() {
        assert_eq!(minutes("custom", "", "hours"), Err(InvalidInterval::Empty));
        assert_eq!(minutes("custom", "0", "hours"), Err(InvalidInterval::TooShort));
        assert_eq!(minutes("-60", "", "hours"), Err(InvalidInterval::TooShort));
        assert_eq!(minutes("soon", "", "hours"), Err(InvalidInterval::NotANumber));
    }
}
