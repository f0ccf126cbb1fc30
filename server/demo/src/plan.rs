//! The description of a campaign, from which its contacts and threads are generated.

/// A dialogue after the initial: the contact writes first, then texter and contact in turn.
pub(super) type Dialogue = &'static [&'static str];

/// A custom field and the values that contacts have in it.
pub(super) type Field = (&'static str, &'static [&'static str]);

/// A campaign, and how its contacts are to be generated.
pub(super) struct Plan {
    pub title: &'static str,
    pub script: &'static str,
    pub zone: Zone,
    /// Texting hours: whole hours, the second exclusive.
    pub hours: (u8, u8),
    pub state: State,
    pub auto_assign: bool,
    pub team_restricted: bool,
    /// The area codes of the contacts' cells; a hundred numbers of each are reserved for fiction.
    pub area_codes: &'static [u16],
    pub fields: &'static [Field],
    pub dialogues: &'static [Dialogue],
    pub mix: Mix,
}

/// The zone of a campaign's contacts.
#[derive(Clone, Copy)]
pub(super) enum Zone {
    /// Its name in the IANA database.
    Named(&'static str),
    /// Wherever it is between nine and ten in the evening when the demo is created.
    AtNight,
}

/// The state of a campaign.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Draft,
    Started,
    /// Started, and paused just now.
    Paused,
    /// Archived this many days ago; all that happened on it is older.
    Archived {
        days_ago: i64,
    },
}

/// The number of contacts by the state of their conversation.
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
    /// Closed by a stop word.
    pub stopped: usize,
    /// A reply that a texter holds.
    pub held: usize,
    /// A reply that was released, and assigned to another texter on request.
    pub reassigned: usize,
    /// A reply that was released and is in the pool.
    pub released: usize,
    /// A reply that is in the pool and was never held.
    pub pooled: usize,
}

impl Mix {
    pub const EMPTY: Self = Self {
        unsent: 0,
        messaged: 0,
        talking: 0,
        closed: 0,
        stopped: 0,
        held: 0,
        reassigned: 0,
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
