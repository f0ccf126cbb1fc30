//! Pages of figures: of a campaign, of a texter and of the organization, as pictures with their tables.

mod campaign;
mod many_filtered;
mod organization;
mod texter;
mod timeline;

pub use campaign::CampaignFiguresPage;
pub use many_filtered::ManyFiltered;
pub use organization::FiguresPage;
pub use texter::TexterFiguresPage;
