//! The parser of the Assignment Control form, and its redisplay when it is refused.

use super::PoolInput;
use crate::api::{form_input, redisplay};
use crate::domain::{ApprovalLevel, PoolKind};
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::ports::{PoolSettings, RequestRules};
use sentences::page;

/// The longest message to texters.
const MAX_MESSAGE_CHARACTERS: usize = 1000;

/// The form as it was filled in, or what a command makes of its options.
#[derive(Debug)]
pub struct AssignmentForm {
    /// Texters may request texts.
    pub requests_enabled: bool,
    /// What they read while they may not.
    pub requests_disabled_message: String,
    /// What new members get.
    pub default_approval_level: String,
    /// Who holds replies gets nothing more until they are answered.
    pub finish_replies_first: bool,
    /// A limit, or nothing.
    pub most_open_replies: String,
    /// A limit, or nothing.
    pub most_texts_per_day: String,
    /// The pools; those that are missing stay as they are.
    pub pools: Vec<PoolInput>,
}

impl AssignmentForm {
    /// The settings that it makes, or the errors of every field that is not valid.
    ///
    /// # Errors
    /// Those of the fields.
    pub fn parse(&self) -> Result<(RequestRules, Vec<PoolSettings>), FieldErrors> {
        let mut errors = FieldErrors::default();
        let message = self.requests_disabled_message.trim();
        let length = message.chars().count();
        if length > MAX_MESSAGE_CHARACTERS {
            let most = sentences::size(MAX_MESSAGE_CHARACTERS);
            let sentence = page::message_is_too_long(&most, &sentences::size(length));
            errors.add("requests_disabled_message", &sentence);
        } else if message.is_empty() && !self.requests_enabled {
            errors.add("requests_disabled_message", page::message_is_missing());
        }
        let rules = RequestRules {
            requests_enabled: self.requests_enabled,
            requests_disabled_message: message.to_owned(),
            default_approval_level: self.default_approval_level.parse().unwrap_or_else(|_| {
                errors.add("default_approval_level", page::choose_a_level());
                ApprovalLevel::ApprovalRequired
            }),
            finish_replies_first: self.finish_replies_first,
            most_open_replies: form_input::limit(
                &mut errors,
                "most_open_replies",
                &self.most_open_replies,
            ),
            most_texts_per_day: form_input::limit(
                &mut errors,
                "most_texts_per_day",
                &self.most_texts_per_day,
            ),
        };
        let pools = self
            .pools
            .iter()
            .map(|input| pool(&mut errors, input))
            .collect();
        if errors.is_empty() {
            Ok((rules, pools))
        } else {
            Err(errors)
        }
    }

    /// The error, with the form as it was filled in, and no newer than it was.
    pub(super) fn redisplay(&self, version: i32, error: AppError) -> AppError {
        let on = |on: bool| if on { "true" } else { "" };
        let version = version.to_string();
        let mut fields: Vec<(String, &str)> = [
            ("version", version.as_str()),
            ("requests_enabled", on(self.requests_enabled)),
            ("requests_disabled_message", &self.requests_disabled_message),
            ("default_approval_level", &self.default_approval_level),
            ("finish_replies_first", on(self.finish_replies_first)),
            ("most_open_replies", &self.most_open_replies),
            ("most_texts_per_day", &self.most_texts_per_day),
        ]
        .map(|(field, input)| (field.to_owned(), input))
        .into();
        for input in &self.pools {
            let id = input.pool;
            fields.push((format!("enabled-{id}"), on(input.enabled)));
            fields.push((format!("kind-{id}"), &input.kind));
            fields.push((format!("most-{id}"), &input.max_per_request));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(f, t)| (f.as_str(), *t)).collect();
        redisplay("/assignment", "assignment", &fields, error)
    }
}

fn pool(errors: &mut FieldErrors, input: &PoolInput) -> PoolSettings {
    let most = format!("most-{}", input.pool);
    PoolSettings {
        pool: input.pool,
        enabled: input.enabled,
        kind: input.kind.parse().unwrap_or_else(|_| {
            let kind = format!("kind-{}", input.pool);
            errors.add(&kind, page::choose_a_type());
            PoolKind::Replies
        }),
        max_per_request: form_input::number(errors, &most, &input.max_per_request, 1, 1000),
    }
}
