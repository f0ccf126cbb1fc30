//! How much a search of Message Review looks at before it answers.

use app::domain::{ContactSought, ReviewFilter};

/// The effort of one search.
#[derive(Debug, Clone, Copy)]
pub(super) struct Effort {
    /// What finds at most so many is few, and is looked through. A walk meets one of more than that in a million every
    /// hundred rows, unless the other filters leave none of them.
    pub few: i64,
    /// How many are looked at first: what most conversations match fills a page with them.
    pub first_chunk: i64,
    /// And how many at once after that.
    pub chunk: i64,
    /// After so many it answers with what it has found.
    max_looked_at: usize,
}

impl Effort {
    /// Of a page, which is to be there within a tenth of a second: a row that is looked at takes 5 to 6 µs, and 10 to 12 if
    /// words of it are compared (a million conversations; two cores, busy with other work).
    pub const PAGE: Self = Self::new(10_000, 200, 2_000, 6_000);
    /// Of whoever needs all that is found.
    pub const WHOLE: Self = Self::new(10_000, 200, 2_000, usize::MAX);

    /// Of one step of whoever goes through all that is found, and answers in between.
    pub const STEP: Self = Self::new(10_000, 2_000, 2_000, 2_000);

    pub const fn new(few: i64, first_chunk: i64, chunk: i64, max_looked_at: usize) -> Self {
        Self {
            few,
            first_chunk,
            chunk,
            max_looked_at,
        }
    }

    /// How many rows are looked at with this filter.
    pub fn looked_at(self, filter: &ReviewFilter) -> usize {
        let by_name = matches!(filter.contact, Some(ContactSought::Name(_)));
        match by_name || filter.words.is_some() {
            true => (self.max_looked_at / 2).max(1),
            false => self.max_looked_at,
        }
    }
}
