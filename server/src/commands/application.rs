//! The running application of `serve`: the router, the live events and the engine.

use std::net::SocketAddr;

use axum::Router;
use sqlx::PgPool;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::services::services;
use super::{CommandError, site};
use crate::config::Config;
use crate::engine::{Chatter, Engine, MailSender, MailSettings, PgWaker, supervise};
use crate::http::{AppState, Carriers, router};
use server_mail::Mailer;
use server_store::{Notifier, Store};

/// The running parts of a server.
pub(super) struct Application {
    /// All routes.
    pub router: Router,
    /// The sender of notifications after commits, to be flushed at the end.
    pub notifier: Notifier,
    engine: TaskTracker,
    live: tokio::task::JoinHandle<()>,
}

impl Application {
    /// Starts the engine and the live events. `ending` stops both, and the open streams.
    pub fn start(
        config: &Config,
        pool: &PgPool,
        is_demo: bool,
        address: SocketAddr,
        ending: &CancellationToken,
    ) -> Result<Self, CommandError> {
        let (twilio, mail) = (config.twilio()?, config.mail()?);
        let store = Store::new(pool.clone()).carrying_twilio(twilio.is_some());
        let services = services(config, &store)?;
        let site = site::site(&config.site_root()?, address);
        let public_url = config.public_url(address);
        if public_url.is_https() && config.trusted_proxies.is_empty() {
            tracing::warn!(
                "the public URL is https, so a proxy is in front of this server, but BATON_TRUSTED_PROXIES is not set: \
                 sign-in attempts cannot be limited by the address of the client"
            );
        }

        let state = AppState::new(
            store.clone(),
            site,
            public_url,
            Carriers {
                services: services.clone(),
                twilio_auth_token: twilio.map(|account| account.auth_token),
            },
            config.trusted_proxies.clone(),
            mail.is_some(),
            ending.clone(),
        );
        let mail = match &mail {
            Some(settings) => Some(MailSender::new(
                store.clone(),
                Mailer::new(settings)?,
                state.public_url.to_string(),
                MailSettings::default(),
            )),
            None => None,
        };
        let live = live_events(&state, ending);
        tokio::spawn(state.health.clone().watch(ending.clone()));
        // Only in the demo do contacts write without having been texted.
        let chatter = is_demo.then_some(Chatter::DEMO);
        let notifier = store.notifier.clone();
        let engine = Engine::start(store, services, mail, chatter, &state.health, ending);
        Ok(Self {
            router: router(state),
            notifier,
            engine,
            live,
        })
    }

    /// Waits until the engine and the live events have stopped.
    pub async fn ended(self) {
        self.engine.wait().await;
        // It fails only if it panics, which was logged.
        let _ = self.live.await;
    }
}

/// Starts the listener of live events under supervision.
fn live_events(state: &AppState, ending: &CancellationToken) -> tokio::task::JoinHandle<()> {
    let component = state.health.component("live events", PgWaker::MAX_SILENCE);
    let live = state.live.clone();
    tokio::spawn(supervise(
        component,
        ending.clone(),
        move |health, ending| live.clone().listen(health, ending),
    ))
}
