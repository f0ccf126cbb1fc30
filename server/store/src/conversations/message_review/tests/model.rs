//! The filters of Message Review in Rust: each conversation of a small world, held against a filter by itself.

use crate::testing::{Thread, World, noon};
use app::domain::{
    CampaignId, ContactSought, ConversationId, MemberId, ReviewFilter, ReviewHolder, TagId,
};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// A conversation with all that filters ask for.
#[derive(Debug)]
pub(super) struct Known {
    pub id: ConversationId,
    campaign: CampaignId,
    holder: Option<MemberId>,
    status: String,
    opted_out: bool,
    idle_since: Option<DateTime<Utc>>,
    tags: Vec<TagId>,
    escalated: bool,
    name: [&'static str; 2],
    pub cell: String,
    bodies: Vec<&'static str>,
    failed: bool,
}

const NAMES: [[&str; 2]; 4] = [
    ["Ada", "Byron"],
    ["Adám", "O'Brien"],
    ["Bo.J.", "Adams"],
    ["", "Byrne-Ash"],
];
const BODIES: [&str; 4] = [
    "My lawyer will call you",
    "Call my LAWYER!",
    "Thank you.Yes/I will",
    "No. Sí, man\u{303}ana",
];
const STATUSES: [&str; 4] = ["needs_message", "messaged", "convo", "closed"];

/// Conversations of every kind, by a number that says which.
pub(super) async fn make(
    world: &World,
    campaigns: &[CampaignId],
    tags: &[TagId; 2],
    kind: usize,
) -> Known {
    let (organization, campaign) = (world.organization, campaigns[kind % campaigns.len()]);
    let holder = [None, Some(&world.ann), Some(&world.ben)][kind / 3 % 3];
    let minutes = i64::try_from(kind % 11 * 10).unwrap();
    let thread = Thread::waiting(minutes);
    let holder_viewer = holder.map(|texter| &**texter);
    let id = world.thread(campaign, holder_viewer, &thread).await;
    let waits = kind.is_multiple_of(2);
    let status = if waits {
        "needs_response"
    } else {
        STATUSES[kind / 2 % 4]
    };
    let (opted_out, escalated) = (kind.is_multiple_of(13), kind.is_multiple_of(5));
    world
        .change(
            id,
            format!(
                "status = '{status}', opted_out = {opted_out}, escalated = {escalated}, held_since = waiting_since"
            ),
        )
        .await;
    let name = NAMES[kind / 7 % 4];
    let [first, last] = name.map(|name| name.replace('\'', "''"));
    world
        .execute(format!(
            "update contact set first_name = '{first}', last_name = '{last}' where id = {id}"
        ))
        .await;
    let mut carried = Vec::new();
    if escalated {
        carried.push(tags[1]);
    }
    if kind % 3 == 1 {
        carried.push(tags[0]);
    }
    for tag in &carried {
        world
            .execute(format!(
                "insert into conversation_tag (organization_id, conversation_id, tag_id)
                 values ({organization}, {id}, {tag})"
            ))
            .await;
    }
    let failed = kind % 4 == 3;
    let bodies = vec![BODIES[kind % 4], BODIES[kind / 4 % 4]];
    for body in &bodies {
        let message = world.queue(id, body).await;
        if failed {
            world
                .execute(format!(
                    "update outbox set state = 'failed' where message_id = {}",
                    message.0
                ))
                .await;
        }
    }
    Known {
        id,
        campaign,
        holder: holder.map(|texter| texter.member),
        status: status.to_owned(),
        opted_out,
        idle_since: Some(noon() - TimeDelta::minutes(minutes)),
        tags: carried,
        escalated,
        name,
        cell: world.cell(id).await,
        bodies,
        failed,
    }
}

/// The words of a text, as they are compared.
fn words(text: &str) -> BTreeSet<String> {
    // A tilde of its own is none of the letters.
    let text = text.replace('\u{303}', "");
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(without_accents).collect()
}

/// In lower case, as far as these names and texts have accents.
fn without_accents(word: &str) -> String {
    let letters = word.to_lowercase();
    let plain = letters.chars().map(|letter| match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ñ' => 'n',
        'ý' => 'y',
        other => other,
    });
    plain.collect()
}

impl Known {
    /// Whether the contact has opted out and wrote again, so that they wait for nobody.
    fn wrote_opted_out(&self) -> bool {
        self.opted_out && self.status == "needs_response"
    }

    /// Whether the filter finds it, for somebody who sees last names or does not.
    pub fn is_found(&self, filter: &ReviewFilter, sees_last_names: bool) -> bool {
        let holder = match filter.holder {
            None => true,
            Some(ReviewHolder::Nobody) => self.holder.is_none(),
            Some(ReviewHolder::Member(member)) => self.holder == Some(member),
        };
        let idle = filter.idle.is_none_or(|idle| {
            let since = TimeDelta::seconds(idle.seconds().into());
            self.status == "needs_response"
                && !self.opted_out
                && self.idle_since.is_some_and(|at| at <= noon() - since)
        });
        let contact = match &filter.contact {
            None => true,
            Some(ContactSought::LastDigits(digits)) => self.cell.ends_with(digits),
            Some(ContactSought::Name(name)) => {
                let [first, last] = self.name;
                let visible = if sees_last_names {
                    [first, last]
                } else {
                    [first, ""]
                };
                let own = words(&visible.join(" "));
                let mut sought = words(name).into_iter();
                sought.all(|begin| own.iter().any(|word| word.starts_with(&begin)))
            }
        };
        let says = filter.words.as_ref().is_none_or(|sought| {
            let sought = words(sought.as_str());
            self.bodies
                .iter()
                .any(|body| words(body).is_superset(&sought))
        });
        holder
            && idle
            && contact
            && says
            && filter
                .campaign
                .is_none_or(|campaign| campaign == self.campaign)
            && filter
                .status
                .is_none_or(|status| status.as_str() == self.status && !self.wrote_opted_out())
            && filter.tag.is_none_or(|tag| self.tags.contains(&tag))
            && (!filter.escalated || self.escalated)
            && (!filter.delivery_failed || self.failed)
    }
}
