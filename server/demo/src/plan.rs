//! What a campaign of the demo is like.

/// A dialogue after the initial: the contact writes first, then texter and contact in turn.
pub(super) type Dialogue = &'static [&'static str];

/// A custom field and the values that contacts have in it.
pub(super) type Field = (&'static str, &'static [&'static str]);

/// A campaign and the people on it.
pub(super) struct Plan {
    pub title: &'static str,
    pub script: &'static str,
    /// IANA.
    pub zone: &'static str,
    /// Texting hours: whole hours, the second exclusive.
    pub hours: (u8, u8),
    pub state: State,
    pub auto_assign: bool,
    pub team_restricted: bool,
    /// Where the contacts' cells are from; a hundred numbers of each are reserved for fiction.
    pub area_codes: &'static [u16],
    pub fields: &'static [Field],
    pub dialogues: &'static [Dialogue],
    pub mix: Mix,
}

/// Whether it runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Draft,
    Started,
    /// Put away this many days ago, with everything on it older than that.
    Archived {
        days_ago: i64,
    },
}

/// How many contacts are where.
#[derive(Clone, Copy)]
pub(super) struct Mix {
    /// Not texted yet.
    pub unsent: usize,
    /// Texted, no answer.
    pub messaged: usize,
    /// The texter wrote last.
    pub talking: usize,
    /// Closed by a texter.
    pub closed: usize,
    /// Said stop.
    pub stopped: usize,
    /// A reply that a texter holds.
    pub held: usize,
    /// A reply that was released, and that another texter took.
    pub retaken: usize,
    /// A reply that was released and lies in the pool.
    pub released: usize,
    /// A reply that lies in the pool and was never held.
    pub pooled: usize,
}

impl Mix {
    pub const NOBODY: Self = Self {
        unsent: 0,
        messaged: 0,
        talking: 0,
        closed: 0,
        stopped: 0,
        held: 0,
        retaken: 0,
        released: 0,
        pooled: 0,
    };
}

impl Plan {
    /// Contacts can be texted at any time of day.
    pub fn is_always_open(&self) -> bool {
        self.hours == (0, 24)
    }
}
