//! The state of the router, shared by all routes.

use super::live::{LiveHub, RequestsWithSharedCounts};
use super::webhooks::{TWILIO_PATH, TwilioWebhook};
use crate::config::BaseUrl;
use crate::contacts::CampaignContacts;
use crate::health::Health;
use crate::media::InboundMedia;
use crate::numbers::SendingNumbers;
use crate::opt_outs::OptOutLists;
use crate::uploads::KeptUploads;
use app::ports::Ports;
use app::site_files::SiteFiles;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use secrecy::SecretString;
use server_auth::{InstallationSetup, PasswordLinks, SessionIdentity, TrustedProxies};
use server_sms::Services;
use server_store::Store;
use std::ops::Deref;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// What the browser loads, as it was built.
#[derive(Debug, Clone)]
pub struct Site {
    /// The options of Leptos: where the files are, on disk and for the browser.
    pub options: LeptosOptions,
    /// The addresses of the files.
    pub files: SiteFiles,
}

/// The message services that this server is configured for.
pub struct Carriers {
    /// Who carries texts.
    pub services: Services,
    /// The secret of webhook signatures; without it every call is refused.
    pub twilio_auth_token: Option<SecretString>,
}

/// The state of the router. Cheap to clone: each layer does so for each request.
#[derive(Clone)]
pub struct AppState(Arc<AppParts>);

/// The parts of the state.
pub struct AppParts {
    /// The store.
    pub store: Store,
    /// The ports that pages and server functions use.
    pub ports: Ports,
    /// What the browser loads.
    pub site: Site,
    /// What came along with inbound texts.
    pub media: InboundMedia,
    /// The hub of live events.
    pub live: LiveHub,
    /// The health of this server's parts.
    pub health: Health,
    /// The public URL, as browsers and the message service have it.
    pub public_url: BaseUrl,
    /// The proxies whose word on a client's address is taken.
    pub trusted_proxies: TrustedProxies,
    /// The secret of webhook signatures; without it every call is refused.
    pub twilio_auth_token: Option<SecretString>,
    /// Cancelled when the server ends, which ends open streams.
    pub ending: CancellationToken,
}

impl AppState {
    /// The state over a store. `sends_mail`: a service sends what is put into the outbox of e-mail.
    pub fn new(
        store: Store,
        site: Site,
        public_url: BaseUrl,
        carriers: Carriers,
        trusted_proxies: TrustedProxies,
        sends_mail: bool,
        ending: CancellationToken,
    ) -> Self {
        let live = LiveHub::new(store.clone());
        let shared = Arc::new(store.clone());
        let secure = public_url.is_https();
        let identity = SessionIdentity::new(store.clone(), secure, trusted_proxies.clone());
        let base = public_url.to_string();
        let password_resets = PasswordLinks::new(identity.clone(), base, sends_mail);
        let webhook = public_url.join(TWILIO_PATH);
        let media = InboundMedia::new(store.clone(), carriers.services.clone());
        let numbers = SendingNumbers::new(store.clone(), carriers.services, webhook);
        let setup = InstallationSetup::new(identity.clone());
        let identity = Arc::new(identity);
        let ports = Ports {
            own_account: identity.clone(),
            memberships: identity.clone(),
            identity,
            password_resets: Arc::new(password_resets),
            setup: Arc::new(setup),
            campaigns: shared.clone(),
            figures: shared.clone(),
            releases: shared.clone(),
            second_passes: shared.clone(),
            requests: Arc::new(RequestsWithSharedCounts {
                store: store.clone(),
                pools: live.pools.clone(),
            }),
            conversations: shared.clone(),
            escalations: shared.clone(),
            unmatched: shared.clone(),
            reviews: shared.clone(),
            bulk_actions: shared.clone(),
            contacts: Arc::new(CampaignContacts::new(store.clone())),
            unmessaged: shared.clone(),
            contact_uploads: Arc::new(KeptUploads::new(store.clone())),
            campaign_setup: shared.clone(),
            assignment: shared.clone(),
            settings: shared.clone(),
            numbers: Arc::new(numbers),
            opt_outs: Arc::new(OptOutLists::new(store.clone())),
            teams: shared.clone(),
            tags: shared.clone(),
            audit: shared.clone(),
            people: shared.clone(),
            invites: shared.clone(),
            member_roles: shared.clone(),
            approvals: shared,
        };
        Self(Arc::new(AppParts {
            media,
            live,
            health: Health::default(),
            store,
            ports,
            site,
            public_url,
            trusted_proxies,
            twilio_auth_token: carriers.twilio_auth_token,
            ending,
        }))
    }
}

impl Deref for AppState {
    type Target = AppParts;

    fn deref(&self) -> &AppParts {
        &self.0
    }
}

impl FromRef<AppState> for Health {
    fn from_ref(state: &AppState) -> Self {
        state.health.clone()
    }
}

impl FromRef<AppState> for Store {
    fn from_ref(state: &AppState) -> Self {
        state.store.clone()
    }
}

impl FromRef<AppState> for TrustedProxies {
    fn from_ref(state: &AppState) -> Self {
        state.trusted_proxies.clone()
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.site.options.clone()
    }
}

impl FromRef<AppState> for TwilioWebhook {
    fn from_ref(state: &AppState) -> Self {
        Self {
            store: state.store.clone(),
            public_url: state.public_url.clone(),
            auth_token: state.twilio_auth_token.clone(),
        }
    }
}
