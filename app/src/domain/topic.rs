//! The topics of live events, and how a page names them to the server.

use super::{CampaignId, ConversationId};
use std::fmt;
use std::str::FromStr;

/// A page lists at most this many campaigns.
const MAX_CAMPAIGNS: usize = 200;

/// What a page is kept up to date about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Topic {
    /// A texter's home, and the conversations that they hold.
    Texts,
    /// One conversation, for whoever may read it.
    Conversation(ConversationId),
    /// The list of requests that wait for a decision.
    PendingRequests,
    /// The releases that run.
    Releases,
    /// The badges in the head, as far as the viewer has any: how many requests wait for a decision, and how many escalated
    /// conversations for their teams. Every page of somebody who is signed in subscribes to this or to the next topic, and
    /// so hears when their access changes. It goes by the name of its first badge, by which open pages of older versions
    /// ask for it.
    HeadFigures,
    /// The figures of Assignment Control, and the badges.
    AssignmentFigures,
    /// The counts and the switches of these campaigns.
    Campaigns(Vec<CampaignId>),
}

/// A text that names no topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a topic is texts, requests, releases, figures.requests, figures.assignment, conversation followed by an id, or \
     campaigns followed by at most {MAX_CAMPAIGNS} ids, as in campaigns.1.2"
)]
pub struct InvalidTopic;

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Texts => "texts",
            Self::PendingRequests => "requests",
            Self::Releases => "releases",
            Self::HeadFigures => "figures.requests",
            Self::AssignmentFigures => "figures.assignment",
            Self::Conversation(_) => "conversation",
            Self::Campaigns(_) => "campaigns",
        })?;
        match self {
            Self::Conversation(id) => write_id(f, id),
            Self::Campaigns(ids) => ids.iter().try_for_each(|id| write_id(f, id)),
            _ => Ok(()),
        }
    }
}

fn write_id(f: &mut fmt::Formatter<'_>, id: &impl fmt::Display) -> fmt::Result {
    f.write_str(".")?;
    id.fmt(f)
}

impl FromStr for Topic {
    type Err = InvalidTopic;

    fn from_str(text: &str) -> Result<Self, InvalidTopic> {
        Ok(match text {
            "texts" => Self::Texts,
            "requests" => Self::PendingRequests,
            "releases" => Self::Releases,
            "figures.requests" => Self::HeadFigures,
            "figures.assignment" => Self::AssignmentFigures,
            _ => {
                if let Some(id) = text.strip_prefix("conversation.") {
                    return id.parse().map(Self::Conversation).map_err(|_| InvalidTopic);
                }
                let mut words = text.split('.');
                if words.next() != Some("campaigns") {
                    return Err(InvalidTopic);
                }
                let ids: Option<Vec<CampaignId>> = words.map(|id| id.parse().ok()).collect();
                let ids = ids.filter(|ids| ids.len() <= MAX_CAMPAIGNS);
                Self::Campaigns(ids.ok_or(InvalidTopic)?)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidTopic, MAX_CAMPAIGNS, Topic};
    use crate::domain::{CampaignId, ConversationId};

    #[test]
    fn a_topic_is_read_from_what_it_is_called() {
        let campaigns = [vec![], vec![CampaignId(7), CampaignId(3)]].map(Topic::Campaigns);
        let others = [
            Topic::Texts,
            Topic::Conversation(ConversationId(7)),
            Topic::PendingRequests,
            Topic::Releases,
            Topic::HeadFigures,
            Topic::AssignmentFigures,
        ];
        for topic in campaigns.into_iter().chain(others) {
            assert_eq!(topic.to_string().parse(), Ok(topic));
        }
    }

    #[test]
    fn nothing_else_is_a_topic() {
        let too_many = format!("campaigns{}", ".1".repeat(MAX_CAMPAIGNS + 1));
        for text in [
            "",
            "text",
            "figures",
            "texts.1",
            "conversation",
            "conversation.",
            "conversation.0",
            "conversation.1.2",
            "campaigns.",
            "campaigns.0",
            "campaigns.\0",
            &too_many,
        ] {
            assert_eq!(text.parse::<Topic>(), Err(InvalidTopic), "{text}");
        }
    }
}
