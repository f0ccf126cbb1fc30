//! Teams: the list with the form that creates, one team, what is taken out of it, and its deletion.

mod delete;
mod fields;
mod list;
mod part;
mod remove;
mod team;

pub use delete::DeleteTeamPage;
pub use list::TeamsPage;
pub use remove::RemovePartPage;
pub use team::TeamPage;
