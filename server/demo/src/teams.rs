//! The teams of the demo organization.

use super::people::Person;
use super::story::Tag;
use app::domain::PoolKind;

/// A team and its pool.
pub(super) struct Team {
    pub title: &'static str,
    pub priority: i32,
    /// What its pool hands out; it is enabled.
    pub kind: PoolKind,
    pub members: &'static [Person],
    /// By their place in [`super::campaigns::CAMPAIGNS`].
    pub campaigns: &'static [usize],
    /// Escalation tags that it holds.
    pub tags: &'static [Tag],
}

/// Every team. Who sees the request form at its plainest, and who asks for approval, are on none.
pub(super) const TEAMS: [Team; 3] = [
    Team {
        title: "Legal and press",
        priority: 10,
        kind: PoolKind::Replies,
        // Priya, Vera.
        members: &[6, 9],
        // Every one that runs.
        campaigns: &[1, 2, 3, 4, 5, 7, 8],
        tags: &[0, 1],
    },
    Team {
        title: "Equipo en español",
        priority: 20,
        kind: PoolKind::Replies,
        // Ines, Theo.
        members: &[2, 5],
        campaigns: &[2],
        tags: &[],
    },
    Team {
        title: "First texts",
        priority: 50,
        kind: PoolKind::Initials,
        // Jonah, Mabel.
        members: &[3, 4],
        campaigns: &[5, 7, 8],
        tags: &[],
    },
];
