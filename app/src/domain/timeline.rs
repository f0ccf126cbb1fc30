//! Counts over time: by the hour within one day, else by the day.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// How long each period of a timeline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// An hour.
    Hour,
    /// A day.
    Day,
}

impl Period {
    fn length(self) -> TimeDelta {
        match self {
            Self::Hour => TimeDelta::hours(1),
            Self::Day => TimeDelta::days(1),
        }
    }
}

/// A period, with what was counted in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelinePoint<const N: usize> {
    /// When it begins, by the clock of the timeline's zone.
    pub from: NaiveDateTime,
    /// One for each of the things that are counted.
    pub counts: [u32; N],
}

/// Counts of `N` things in periods that follow each other without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline<const N: usize> {
    /// How long each period is.
    pub period: Period,
    /// The oldest first.
    pub points: Vec<TimelinePoint<N>>,
}

impl<const N: usize> Timeline<N> {
    /// Of what was counted in some hours, in any order; an hour may be there more than once.
    pub fn of(hours: impl IntoIterator<Item = (NaiveDateTime, [u32; N])>) -> Self {
        let hours: Vec<_> = hours.into_iter().collect();
        let days = hours.iter().map(|(hour, _)| hour.date());
        let period = if days.clone().min() == days.max() {
            Period::Hour
        } else {
            Period::Day
        };
        let mut counted: BTreeMap<NaiveDateTime, [u32; N]> = BTreeMap::new();
        for (hour, counts) in hours {
            let from = match period {
                Period::Hour => hour,
                Period::Day => hour.date().and_time(NaiveTime::MIN),
            };
            let sums = counted.entry(from).or_insert([0; N]);
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum = sum.saturating_add(count);
            }
        }
        let (Some(&first), Some(&last)) = (counted.keys().next(), counted.keys().next_back())
        else {
            return Self {
                period,
                points: Vec::new(),
            };
        };
        let mut points = Vec::new();
        let mut from = first;
        while from <= last {
            let counts = counted.get(&from).copied().unwrap_or([0; N]);
            points.push(TimelinePoint { from, counts });
            from += period.length();
        }
        Self { period, points }
    }

    /// The latest periods, so many at most.
    #[must_use]
    pub fn latest(&self, most: usize) -> Self {
        let earlier = self.points.len().saturating_sub(most);
        Self {
            period: self.period,
            points: self.points[earlier..].to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Period, Timeline};
    use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
    use proptest::prelude::*;

    fn hour(of_year: u16) -> NaiveDateTime {
        let new_year = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        new_year.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::hours(of_year.into())
    }

    #[test]
    fn within_one_day_it_is_by_the_hour() {
        let timeline = Timeline::of([(hour(11), [3, 0]), (hour(9), [1, 0]), (hour(11), [0, 2])]);
        assert_eq!(timeline.period, Period::Hour);
        let points: Vec<_> = timeline.points.iter().map(|p| (p.from, p.counts)).collect();
        assert_eq!(
            points,
            [(hour(9), [1, 0]), (hour(10), [0, 0]), (hour(11), [3, 2])]
        );
    }

    #[test]
    fn of_nothing_there_is_nothing() {
        let timeline = Timeline::<3>::of([]);
        assert!(timeline.points.is_empty() && timeline.latest(7).points.is_empty());
    }

    #[test]
    fn the_latest_periods_are_those_at_the_end() {
        let days = Timeline::of((0..61).map(|day| (hour(day * 24), [1])));
        assert_eq!(days.latest(61), days);
        assert_eq!(days.latest(60).points, days.points[1..]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_period_is_left_out(
            hours in prop::collection::vec((0u16..24 * 50, prop::array::uniform2(0u32..1000)), 1..200),
        ) {
            let timeline = Timeline::of(hours.iter().map(|(at, counts)| (hour(*at), *counts)));
            for nth in 0..2 {
                let counted: u32 = hours.iter().map(|(_, counts)| counts[nth]).sum();
                let shown: u32 = timeline.points.iter().map(|point| point.counts[nth]).sum();
                prop_assert_eq!(shown, counted);
            }
            for pair in timeline.points.windows(2) {
                prop_assert_eq!(pair[1].from - pair[0].from, timeline.period.length());
            }
        }
    }
}
