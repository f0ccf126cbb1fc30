//! The behavior of simulated contacts.

use std::time::Duration;

/// The parameters of all simulated contacts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Behavior {
    /// The seed of all random choices: two runs with the same one get the same answers.
    pub seed: u64,
    /// The percentage of texts that are answered, before that of the contact's own persona.
    pub answered: u32,
    /// The percentage of texts that do not reach their phone.
    pub failing: u32,
    /// The shortest delay of an answer.
    pub quickest: Duration,
    /// The longest delay of an answer; most take far less than half of it.
    pub slowest: Duration,
}

impl Behavior {
    /// The behavior in the demo: most contacts answer, within a few seconds to two minutes.
    pub const DEMO: Self = Self {
        seed: 0,
        answered: 85,
        failing: 2,
        quickest: Duration::from_secs(4),
        slowest: Duration::from_secs(120),
    };

    /// The behavior in the demo with another longest delay.
    pub fn demo_within(slowest: Duration) -> Self {
        Self {
            quickest: Self::DEMO.quickest.min(slowest),
            slowest,
            ..Self::DEMO
        }
    }

    /// Every contact answers at once.
    pub const IMMEDIATE: Self = Self {
        seed: 0,
        answered: 100,
        failing: 0,
        quickest: Duration::ZERO,
        slowest: Duration::ZERO,
    };

    /// Nobody answers.
    pub const SILENT: Self = Self {
        answered: 0,
        ..Self::IMMEDIATE
    };
}
