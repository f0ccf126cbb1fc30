//! Teams: the list with the form that creates, one team, and its deletion.

mod delete;
mod fields;
mod list;
mod part;
mod team;

pub use delete::DeleteTeamPage;
pub use list::TeamsPage;
pub use team::TeamPage;
