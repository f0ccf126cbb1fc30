//! The scale of the histogram: heights of columns, and where the interval is marked.

use crate::domain::IdleBucket;

/// The measures of a histogram whose columns are all equally wide. In whole numbers: to print
/// fractions costs more of the bundle than the picture does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistogramScale {
    /// The most in one column; never 0.
    pub tallest: u32,
    /// Where the interval stands, in units from the left.
    pub mark: u32,
}

impl HistogramScale {
    /// How many units wide a column is.
    pub const COLUMN: u32 = 100;
    /// How many units high the tallest one is.
    pub const HEIGHT: u32 = 1000;

    /// Of some buckets and an interval in minutes.
    pub fn of(buckets: &[IdleBucket], minutes: u32) -> Self {
        let tallest = buckets
            .iter()
            .map(|bucket| bucket.conversations)
            .max()
            .unwrap_or(0)
            .max(1);
        Self {
            tallest,
            mark: mark(buckets, minutes.saturating_mul(60)),
        }
    }

    /// How tall a column is.
    pub fn height(self, conversations: u32) -> u32 {
        // No column is taller than the tallest, so this fits.
        let height = u64::from(conversations) * u64::from(Self::HEIGHT) / u64::from(self.tallest);
        // One reply among thousands is still to be seen.
        if conversations > 0 {
            (height as u32).max(Self::HEIGHT / 50)
        } else {
            0
        }
    }
}

fn mark(buckets: &[IdleBucket], interval: u32) -> u32 {
    let mut left = 0;
    for bucket in buckets {
        let (from, until) = (
            bucket.from.0,
            bucket.until.map_or(u32::MAX, |until| until.0),
        );
        if interval < until {
            let within = u64::from(interval.saturating_sub(from));
            let width = u64::from(until.saturating_sub(from).max(1));
            return left + (within * u64::from(HistogramScale::COLUMN) / width) as u32;
        }
        left += HistogramScale::COLUMN;
    }
    left
}

#[cfg(test)]
mod tests {
    use super::HistogramScale;
    use crate::domain::{Age, IdleBucket};

    fn buckets() -> [IdleBucket; 3] {
        let bucket = |from: u32, until: Option<u32>, conversations| IdleBucket {
            from: Age(from * 60),
            until: until.map(|until| Age(until * 60)),
            conversations,
        };
        [
            bucket(5, Some(15), 0),
            bucket(15, Some(75), 8),
            bucket(75, None, 4),
        ]
    }

    fn mark(minutes: u32) -> u32 {
        HistogramScale::of(&buckets(), minutes).mark
    }

    #[test]
    fn marks_the_interval_within_its_column() {
        assert_eq!((mark(5), mark(10), mark(15)), (0, 50, 100));
        assert_eq!((mark(45), mark(75), mark(10_080)), (150, 200, 200));
    }

    #[test]
    fn measures_against_the_tallest() {
        let scale = HistogramScale::of(&buckets(), 60);
        assert_eq!(
            (scale.height(8), scale.height(4), scale.height(0)),
            (1000, 500, 0)
        );
        assert_eq!(HistogramScale::of(&[], 60).tallest, 1);
        let crowd = HistogramScale {
            tallest: u32::MAX,
            mark: 0,
        };
        assert_eq!((crowd.height(u32::MAX), crowd.height(1)), (1000, 20));
    }
}
