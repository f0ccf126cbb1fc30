//! A campaign that admins and texters brought to where a test begins.

use crate::http::tests::TestApp;
use app::domain::{
    AutoassignMode, CampaignId, ConversationId, IdleInterval, PoolKind, ReleaseKind, ReleaseOrder,
    ReleasePolicy,
};
use app::error::AppError;
use app::ports::{
    CampaignSetup, Campaigns, Conversations, PoolSettings, Releases, Requests, SectionSave,
    SectionVersions,
};
use chrono::{DateTime, Utc};
use server_store::Store;
use server_store::messages;
use server_store::releases::release_automatically;
use server_store::testing::World;
use sqlx::PgPool;

/// Who releases, each with an interval of an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// An admin, everywhere, of contacts within their texting hours.
    Everywhere,
    /// An admin, everywhere, whatever the hour.
    AtAnyHour,
    /// An admin, on the campaign.
    Campaign,
    /// The engine.
    Automatic,
}

impl Mode {
    pub const ALL: [Self; 4] = [
        Self::Everywhere,
        Self::AtAnyHour,
        Self::Campaign,
        Self::Automatic,
    ];
}

/// A launched campaign with both switches of Autoassign Mode on, whose contacts Ann texts and holds.
pub(super) struct Scene {
    pub app: TestApp,
    pub campaign: CampaignId,
    /// By first names, in the order of the file.
    pub contacts: Vec<(String, ConversationId)>,
}

pub(super) fn at(moment: &str) -> DateTime<Utc> {
    moment.parse().unwrap()
}

impl Scene {
    /// A draft in New York with these texting hours (`09:00`, `21:00`), filled from a file: first and last name, cell,
    /// ZIP code, time zone.
    pub async fn draft(pool: PgPool, now: &str, hours: (&str, &str), file: &str) -> Self {
        let app = TestApp::new(pool).await;
        let admin = app.sign_in(&app.world.admin).await;
        let (from, until) = hours;
        let form = format!(
            "title=Early+vote&texting_from={from}&texting_until={until}&time_zone=America/New_York"
        );
        let created = app
            .submit("/api/campaigns/create", Some(&admin), &form)
            .await;
        let id = created.location().strip_prefix("/campaigns/").unwrap();
        let campaign = CampaignId(id.split('?').next().unwrap().parse().unwrap());
        let file = format!("firstName,lastName,cell,zip,timeZone\n{file}");
        let path = format!("/campaigns/{campaign}/contacts");
        let uploaded = app.upload(&path, &admin, file.as_bytes()).await;
        let upload = uploaded.location().rsplit('/').next().unwrap().to_owned();
        let mut form = format!("campaign={campaign}&upload={upload}");
        let columns = ["firstName", "lastName", "cell", "zip", "timeZone"];
        for (index, column) in columns.iter().enumerate() {
            form += &format!("&columns[{index}]={column}");
        }
        let imported = app
            .submit("/api/contacts/import", Some(&admin), &form)
            .await;
        assert!(
            imported.location().contains("?import="),
            "{}",
            imported.location()
        );
        app.world.store.clock.set(at(now));
        let contacts: Vec<(String, i64)> =
            sqlx::query_as("select first_name, id from contact where campaign_id = $1 order by id")
                .bind(campaign.0)
                .fetch_all(&app.world.store.pool)
                .await
                .unwrap();
        let contacts = contacts.into_iter();
        Self {
            app,
            campaign,
            contacts: contacts
                .map(|(name, id)| (name, ConversationId(id)))
                .collect(),
        }
    }

    /// The same, launched, requested and texted by Ann now.
    pub async fn texted(pool: PgPool, now: &str, hours: (&str, &str), file: &str) -> Self {
        let scene = Self::draft(pool, now, hours, file).await;
        let (world, campaign) = (&scene.app.world, scene.campaign);
        let (store, admin) = (&world.store, &world.admin);
        let settings = store.settings(admin, campaign).await.unwrap();
        let save = SectionSave {
            version: settings.versions.script,
            by_itself: false,
        };
        store
            .save_script(admin, campaign, &save, "Hi {firstName}", None)
            .await
            .unwrap();
        store
            .launch(admin, campaign, &SectionVersions::default(), false)
            .await
            .unwrap();
        let mode = AutoassignMode {
            auto_assign: true,
            auto_release: Some(IdleInterval::ONE_HOUR),
        };
        store
            .save_autoassign(admin, campaign, 0, mode)
            .await
            .unwrap();
        scene.general(PoolKind::Initials).await;
        scene.request().await;
        for (name, conversation) in &scene.contacts {
            let view = store.open(&world.ann, *conversation).await.unwrap();
            store
                .send_first(
                    &world.ann,
                    *conversation,
                    view.lease_epoch.into(),
                    format!("Hi {name}"),
                )
                .await
                .unwrap();
        }
        scene.general(PoolKind::Replies).await;
        scene
    }

    /// What General hands out from now on.
    async fn general(&self, kind: PoolKind) {
        let pool = PoolSettings {
            pool: self.app.world.general,
            enabled: true,
            kind,
            max_per_request: 100,
        };
        self.app.world.change_pools(vec![pool]).await;
    }

    /// Ann asks for all there is.
    pub async fn request(&self) {
        let world = &self.app.world;
        world.store.all_rolled_back().await;
        let asked = Requests::create(&world.store, &world.ann, world.general, 100);
        asked.await.unwrap();
    }

    /// Everybody answers at this moment.
    pub async fn answered(&self, moment: &str) {
        self.set(moment);
        for (_, conversation) in &self.contacts {
            let text = self.world().text_from(*conversation, "Yes").await;
            messages::receive(self.store(), &text).await.unwrap();
        }
    }

    pub fn world(&self) -> &World {
        &self.app.world
    }

    pub fn store(&self) -> &Store {
        &self.app.world.store
    }

    /// It is this moment now.
    pub fn set(&self, moment: &str) {
        self.store().clock.set(at(moment));
    }

    /// Ann answers a contact.
    pub async fn send(&self, name: &str) -> Result<(), AppError> {
        let (ann, conversation) = (&self.world().ann, self.of(name));
        let view = self.store().open(ann, conversation).await.unwrap();
        let body = "Thank you".to_owned();
        self.store()
            .send(ann, conversation, view.lease_epoch.into(), body)
            .await
    }

    /// The conversation with a contact.
    pub fn of(&self, name: &str) -> ConversationId {
        let mut contacts = self.contacts.iter();
        let (_, conversation) = contacts.find(|(first, _)| first == name).unwrap();
        *conversation
    }

    /// Whom Ann does not hold.
    pub async fn pooled(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for (name, conversation) in &self.contacts {
            if self.world().holder(*conversation).await.is_none() {
                names.push(name.as_str());
            }
        }
        names
    }

    /// Releases; who was taken. What the preview promised has to be what happened.
    pub async fn release(&self, mode: Mode) -> Vec<&str> {
        let before = self.pooled().await;
        let (store, admin) = (self.store(), &self.world().admin);
        let order = match mode {
            Mode::Everywhere | Mode::AtAnyHour => Some(ReleaseOrder::Everywhere(ReleasePolicy {
                only_within_texting_hours: mode == Mode::Everywhere,
                ..ReleasePolicy::default()
            })),
            Mode::Campaign => Some(ReleaseOrder::on_campaign(
                self.campaign,
                ReleaseKind::Replies,
                IdleInterval::ONE_HOUR,
                false,
            )),
            Mode::Automatic => None,
        };
        let (promised, count) = match order {
            Some(order) => (
                store.preview(admin, order).await.unwrap(),
                store.start(admin, order).await.unwrap().conversations,
            ),
            None => (
                store
                    .preview_automatic(admin, self.campaign, IdleInterval::ONE_HOUR)
                    .await
                    .unwrap(),
                release_automatically(store, self.world().organization, self.campaign)
                    .await
                    .unwrap(),
            ),
        };
        let mut taken = self.pooled().await;
        taken.retain(|name| !before.contains(name));
        assert_eq!(promised.conversations, count, "{mode:?}");
        assert_eq!(taken.len(), count as usize, "{mode:?}");
        taken
    }
}
