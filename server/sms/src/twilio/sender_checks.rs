//! The check of the account, of a number or of a Messaging Service by requests to Twilio.

use super::client::Twilio;
use super::{messaging_service, number, response};
use app::domain::{MessagingServiceSid, PhoneNumber, Sender, SenderCheck};
use reqwest::{Response, Url};
use secrecy::ExposeSecret;
use std::time::Duration;

/// The time limit of each request that checks a sender, whose account is checked first. There are two, one after the other,
/// the second of which may be several side by side.
const CHECK_TIMEOUT: Duration = Duration::from_secs(7);

impl Twilio {
    /// Asks Twilio, within seven seconds, whether it accepts the credentials and the account is active. It sends nothing.
    ///
    /// # Errors
    /// The credentials, the account, the connection or the answer, as the check of each of its senders would say.
    pub async fn check_account(&self) -> Result<(), SenderCheck> {
        number::account_problem(self.look_up(self.account.clone()).await?).await
    }

    /// What Twilio says of a sender; an error is a check that ended early.
    pub(super) async fn check(
        &self,
        sender: &Sender,
        webhook: &str,
    ) -> Result<SenderCheck, SenderCheck> {
        // A suspended account still lists its numbers.
        self.check_account().await?;
        match sender {
            Sender::Number(number) => self.check_number(number, webhook).await,
            Sender::MessagingService(sid) => self.check_messaging_service(sid, webhook).await,
        }
    }

    async fn check_number(
        &self,
        number: &PhoneNumber,
        webhook: &str,
    ) -> Result<SenderCheck, SenderCheck> {
        let mut url = self.numbers.clone();
        url.query_pairs_mut()
            .append_pair("PhoneNumber", number.as_str())
            .append_pair("PageSize", "20");
        Ok(number::check(self.look_up(url).await?, number, webhook).await)
    }

    async fn check_messaging_service(
        &self,
        sid: &MessagingServiceSid,
        webhook: &str,
    ) -> Result<SenderCheck, SenderCheck> {
        let resource = |path: &str| {
            let url = self.messaging_services.join(&format!("{sid}{path}"));
            url.map_err(|error| SenderCheck::Unexpected(error.to_string()))
        };
        let service = self.look_up(resource("")?);
        let numbers = self.look_up(resource("/PhoneNumbers?PageSize=1")?);
        let short_codes = self.look_up(resource("/ShortCodes?PageSize=1")?);
        // Side by side, so that they take no longer than one.
        let (service, numbers, short_codes) = futures::join!(service, numbers, short_codes);
        messaging_service::check(service?, numbers?, short_codes?, webhook).await
    }

    /// Gets a resource for the check.
    async fn look_up(&self, url: Url) -> Result<Response, SenderCheck> {
        self.http
            .get(url)
            .timeout(CHECK_TIMEOUT)
            .basic_auth(&self.account_sid, Some(self.auth_token.expose_secret()))
            .send()
            .await
            .map_err(|error| response::of_transport(&error))
    }
}
