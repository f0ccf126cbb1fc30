//! Whether Twilio takes texts for the configured account.

use app::domain::SenderCheck;
use server_sms::twilio::{Twilio, TwilioAccount};

use super::finding::Finding;
use crate::commands::CommandError;

/// Asks Twilio for the account, without sending anything. Its numbers are tried apart, if there are any.
pub(super) async fn twilio_account(account: &TwilioAccount) -> Finding {
    let twilio = Twilio::new(account).map_err(|error| CommandError::from(error).to_string())?;
    match twilio.check_account().await {
        Ok(()) => Ok(format!(
            "texts go out through the Twilio account {}",
            account.account_sid
        )),
        Err(problem) => Err(describe(&problem, account)),
    }
}

/// The problem, and what to do.
fn describe(problem: &SenderCheck, account: &TwilioAccount) -> String {
    let (sid, url) = (&account.account_sid, &account.api_url);
    match problem {
        SenderCheck::WrongCredentials => format!(
            "Twilio does not accept the credentials of the account {sid}. Take them from the first page of Twilio's console, \
             and set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"
        ),
        SenderCheck::AccountNotActive => format!(
            "the Twilio account {sid} is suspended or closed. Look into Twilio's console for the reason"
        ),
        SenderCheck::NotReached => format!(
            "the Twilio account {sid} cannot be checked: {url} was not reached. Check that this server reaches the internet, \
             and TWILIO_API_URL if that is set"
        ),
        SenderCheck::NoAnswer => format!(
            "the Twilio account {sid} cannot be checked: {url} did not answer in time. Try again in a minute"
        ),
        SenderCheck::Unexpected(reason) => format!(
            "the Twilio account {sid} cannot be checked: {url} answered {reason:?}. Check the credentials, and TWILIO_API_URL \
             if that is set, or try again in a minute"
        ),
        // What is left is about a sender.
        _ => format!("the Twilio account {sid} cannot be used: ask Twilio why"),
    }
}
