use std::time::Duration;

/// How simulated contacts behave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Manner {
    /// Two runs with the same seed get the same answers.
    pub seed: u64,
    /// How many of a hundred texts are answered, before the contact's own temper; 0 to 100.
    pub answered: u32,
    /// The quickest answer.
    pub quickest: Duration,
    /// The slowest answer; most come much sooner than half of it.
    pub slowest: Duration,
}

impl Manner {
    /// What a demo shows: most contacts answer, within a few seconds to two minutes.
    pub const DEMO: Self = Self {
        seed: 0,
        answered: 85,
        quickest: Duration::from_secs(4),
        slowest: Duration::from_secs(120),
    };

    /// The same, with another slowest answer.
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
        quickest: Duration::ZERO,
        slowest: Duration::ZERO,
    };

    /// Nobody answers.
    pub const SILENT: Self = Self {
        answered: 0,
        ..Self::IMMEDIATE
    };
}
