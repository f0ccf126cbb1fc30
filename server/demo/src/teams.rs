//! The teams of the demo, with their pools, members, campaigns and tags.

use super::people::PersonIndex;
use super::story::TagIndex;
use app::domain::PoolKind;

/// A team and its pool.
pub(super) struct Team {
    pub title: &'static str,
    pub priority: i32,
    /// The kind of its pool, which is enabled.
    pub kind: PoolKind,
    pub members: &'static [PersonIndex],
    /// Indexes into [`super::campaigns::CAMPAIGNS`].
    pub campaigns: &'static [usize],
    /// The escalation tags that its pool hands out.
    pub tags: &'static [TagIndex],
}

/// The index of the team whose pool hands out initial messages.
pub(super) const INITIALS: usize = 2;

/// All teams. The two texters who hold nothing are on none of them.
pub(super) const TEAMS: [Team; 3] = [
    Team {
        title: "Legal and press",
        priority: 10,
        kind: PoolKind::Replies,
        // Priya, Vera.
        members: &[6, 9],
        // All that are started.
        campaigns: &[1, 2, 3, 4, 5, 6, 7, 9, 10],
        tags: &[0, 1],
    },
    Team {
        title: "Equipo en español",
        priority: 20,
        kind: PoolKind::Replies,
        // Ines, Theo.
        members: &[2, 5],
        campaigns: &[4],
        tags: &[],
    },
    Team {
        title: "New volunteers",
        priority: 50,
        kind: PoolKind::Initials,
        // Jonah, Mabel.
        members: &[3, 4],
        campaigns: &[7, 9, 10],
        tags: &[],
    },
];
