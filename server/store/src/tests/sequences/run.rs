//! An organization beside its model.

use super::history::{assert_counts_add_up, replay};
use super::model::{Campaign, Conversation, Model, REVIEWER};
use super::step::{CAMPAIGNS, CONVERSATIONS, PERSONS};
use crate::testing::{Thread, World, noon};
use app::domain::{
    CampaignId, ConversationId, ConversationStatus, Decider, ImportId, ReleaseId, Texter, Viewer,
};
use sqlx::PgPool;
use std::collections::{BTreeMap, BTreeSet};

/// An organization, and the model of it.
pub(super) struct Run {
    pub world: World,
    pub model: Model,
    pub campaigns: Vec<CampaignId>,
    pub conversations: Vec<ConversationId>,
    /// The persons' cells.
    pub cells: Vec<String>,
    /// Who held them at the start.
    pub holders: BTreeMap<i64, Option<i64>>,
    pub last_release: Option<ReleaseId>,
    pub last_import: Option<(CampaignId, ImportId)>,
    /// How many texts they have tried to send.
    pub said: u32,
    /// The reviewer.
    pub vera: Decider,
    /// The epochs that an answer of hers began although the conversation changed no hands, of which the history says
    /// nothing.
    pub answered: BTreeSet<(i64, i32)>,
}

#[derive(sqlx::FromRow)]
struct Row {
    status: String,
    assigned_to: Option<i64>,
    released_from: Option<i64>,
    waiting_since: Option<chrono::DateTime<chrono::Utc>>,
    held_since: Option<chrono::DateTime<chrono::Utc>>,
    draft_edited_at: Option<chrono::DateTime<chrono::Utc>>,
    lease_epoch: i32,
    opted_out: bool,
    escalated: bool,
}

impl Run {
    /// Two campaigns at any hour of the day: replies of Ann's, Ben's and nobody's, and an initial.
    pub async fn new(pool: PgPool) -> Self {
        let world = World::new(pool).await;
        world
            .change_settings(|settings| settings.opt_out_goodbye = "Bye {firstName}!".into())
            .await;
        let vera = world.supervolunteer().await;
        let mut run = Self {
            model: Model {
                now: noon(),
                campaigns: Vec::new(),
                conversations: Vec::new(),
                last: None,
                imports: 0,
                texts: CONVERSATIONS,
                outbox: Vec::new(),
                early: BTreeMap::new(),
                opted_out: BTreeMap::new(),
                lifted: Vec::new(),
                keywords: Vec::new(),
            },
            campaigns: Vec::new(),
            conversations: Vec::new(),
            cells: Vec::new(),
            holders: BTreeMap::new(),
            last_release: None,
            last_import: None,
            said: 0,
            vera,
            answered: BTreeSet::new(),
            world,
        };
        run.clear_outbox().await;
        for _ in 0..CAMPAIGNS {
            let campaign = run.world.campaign().await;
            let any_hour = "texting_from = '00:00', texting_until = '24:00'";
            run.world.change_campaign(campaign, any_hour).await;
            run.campaigns.push(campaign);
            run.model.campaigns.push(Campaign {
                archived: false,
                paused: false,
                auto_assign: true,
                auto_release: None,
            });
        }
        for at in 0..CONVERSATIONS {
            run.add(at).await;
        }
        for stranger in CONVERSATIONS..PERSONS {
            run.cells.push(format!("+1213555010{stranger}"));
        }
        run
    }

    async fn add(&mut self, at: usize) {
        let texted = at + 1 < CONVERSATIONS;
        let holder = [Some(0), Some(1), None][at % 3]
            .filter(|_| texted)
            .or((!texted).then_some(0));
        let campaign = at % CAMPAIGNS;
        let minutes = 10 * at as i64 + 5;
        let thread = Thread {
            outbound: texted.then_some(minutes + 60).into_iter().collect(),
            inbound: texted.then_some(minutes).into_iter().collect(),
            claimed: Some(minutes + 60),
            drafted: None,
        };
        let viewer = holder.map(|texter| -> &Viewer { self.texter(texter) });
        let id = self.world.thread(self.campaigns[campaign], viewer, &thread);
        let id = id.await;
        if !texted {
            let initial = "status = 'needs_message'".into();
            self.world.change(id, initial).await;
        }
        let held_by = viewer.map(|viewer| viewer.member.0);
        let ago = |minutes| noon() - chrono::TimeDelta::minutes(minutes);
        let began_with = texted.then(|| (ago(minutes + 60), at));
        self.model.conversations.push(Conversation {
            campaign,
            person: at,
            import: None,
            gone: false,
            status: if texted {
                ConversationStatus::NeedsResponse
            } else {
                ConversationStatus::NeedsMessage
            },
            holder,
            released_from: None,
            waiting_since: texted.then(|| ago(minutes)),
            closed_wait: None,
            said: 0,
            heard: texted,
            said_stop: false,
            held_since: Some(ago(minutes + 60)),
            draft_edited_at: None,
            epoch: 0,
            opted_out: false,
            escalated: false,
            began_with,
            texted: began_with,
        });
        self.conversations.push(id);
        self.cells.push(self.world.cell(id).await);
        self.holders.insert(id.0, held_by);
    }

    /// The conversation; one that has not come yet has a number that nobody has.
    pub fn id(&self, conversation: usize) -> ConversationId {
        let id = self.conversations.get(conversation);
        id.copied().unwrap_or(ConversationId(i64::MAX))
    }

    /// Whether it has come and was not deleted.
    pub fn is_there(&self, conversation: usize) -> bool {
        let modelled = self.model.conversations.get(conversation);
        modelled.is_some_and(|conversation| !conversation.gone)
    }

    pub fn texter(&self, texter: usize) -> &Texter {
        [&self.world.ann, &self.world.ben][texter]
    }

    /// The number of whoever has this place.
    fn member(&self, place: usize) -> i64 {
        match place {
            REVIEWER => self.vera.member.0,
            texter => self.texter(texter).member.0,
        }
    }

    /// Every conversation is as the model has it, and the history says how it came to that.
    pub async fn check(&self) {
        let rows: Vec<Row> = sqlx::query_as(
            "select status::text, assigned_to, released_from, waiting_since, held_since, draft_edited_at,
                    lease_epoch, opted_out, escalated
               from conversation where organization_id = $1 order by id",
        )
        .bind(self.world.organization.0)
        .fetch_all(&self.world.store.pool)
        .await
        .unwrap();
        let there = (self.model.conversations.iter().enumerate()).filter(|(_, c)| !c.gone);
        assert_eq!(rows.len(), there.clone().count());
        let history = replay(&self.world, &self.holders, &self.answered).await;
        let member = |place: Option<usize>| place.map(|place| self.member(place));
        for (row, (at, modelled)) in rows.iter().zip(there) {
            let known = (row.assigned_to, row.lease_epoch);
            assert_eq!(history[&self.conversations[at].0], known, "history of {at}");
            let stored = (
                row.status.as_str(),
                known,
                (row.released_from, row.opted_out, row.escalated),
                (row.waiting_since, row.held_since, row.draft_edited_at),
            );
            let expected = (
                modelled.status.as_str(),
                (member(modelled.holder), modelled.epoch),
                (
                    member(modelled.released_from),
                    modelled.opted_out,
                    modelled.escalated,
                ),
                (
                    modelled.waiting_since,
                    modelled.held_since,
                    modelled.draft_edited_at,
                ),
            );
            assert_eq!(stored, expected, "conversation {at}");
        }
        assert_counts_add_up(&self.world).await;
        self.check_texts().await;
    }
}
