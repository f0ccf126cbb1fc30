#![expect(
    clippy::too_many_arguments,
    reason = "a server function has an argument for each field of its form"
)]

use crate::domain::{CampaignId, MemberId, TagId, TeamId};
use crate::error::AppError;
use leptos::prelude::*;

/// Adds a member, a campaign or a tag to a team, or takes it out, after a question if that leaves campaigns to nobody.
/// Admins only.
///
/// # Errors
/// None of the three is named; else as [`crate::ports::Teams::change_team`].
#[server(prefix = "/api", endpoint = "teams/change")]
pub async fn change_team(
    /// Which team.
    team: TeamId,
    /// Somebody who draws from its pool.
    #[server(default)]
    member: Option<MemberId>,
    /// A campaign that its pool draws from.
    #[server(default)]
    campaign: Option<CampaignId>,
    /// An escalation tag that it holds.
    #[server(default)]
    tag: Option<TagId>,
    /// Added, or taken out.
    add: bool,
    /// Taken out also if nobody can take the replies of some campaigns then.
    #[server(default)]
    confirmed: bool,
    /// Whether the form asked for that.
    #[server(default)]
    asked: bool,
    /// Whether it is done on the page of the member, which is shown again.
    #[server(default)]
    from_person: bool,
) -> Result<(), AppError> {
    use crate::api;
    use crate::field_errors::FieldErrors;
    use crate::ports::{TeamChange, TeamPart};
    use sentences::page;
    let viewer = api::admin()?;
    let (part, list) = match (member, campaign, tag) {
        (Some(member), None, None) => (TeamPart::Member(member), "members"),
        (None, Some(campaign), None) => (TeamPart::Campaign(campaign), "campaigns"),
        (None, None, Some(tag)) => (TeamPart::Tag(tag), "tags"),
        _ => {
            return Err(AppError::Invalid(page::choose_one_part().into()));
        }
    };
    let change = if add {
        TeamChange::Add
    } else {
        TeamChange::Remove { confirmed }
    };
    let teams = api::ports()?.teams;
    let stranded = teams.change_team(&viewer, team, part, change).await?;
    let question = format!("/teams/{team}/remove?{part}");
    if stranded > 0 && asked {
        let errors = FieldErrors::one("confirmed", page::removal_has_to_be_confirmed());
        return Err(api::redisplay(
            &question,
            "remove",
            &[],
            AppError::Fields(errors),
        ));
    }
    let person = member.filter(|_| from_person);
    let next_page = match (stranded, person, add) {
        (0, Some(person), true) => format!("/people/{person}?done=team-added#teams"),
        (0, Some(person), false) => format!("/people/{person}?done=team-removed#teams"),
        (0, None, true) => format!("/teams/{team}?done=added#{list}"),
        (0, None, false) => format!("/teams/{team}?done=removed#{list}"),
        _ => question,
    };
    leptos_axum::redirect(&next_page);
    Ok(())
}
