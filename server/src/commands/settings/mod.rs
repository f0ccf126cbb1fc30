//! Organizations and their settings on the command line: `baton organization list|settings|set|set-requests`

mod list;
mod requests;
mod set;
mod show;

pub use list::ListOrganizations;
pub use requests::SetRequests;
pub use set::SetSettings;
pub use show::ShowSettings;

#[cfg(test)]
mod tests;
