//! Teams.

mod delete;
mod fields;
mod list;
mod part;
mod team;

pub use delete::DeleteTeamPage;
pub use list::TeamsPage;
pub use team::TeamPage;
