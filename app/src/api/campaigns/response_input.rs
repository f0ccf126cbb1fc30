//! A canned response as a form has it, and what is made of all of them.

use serde::{Deserialize, Serialize};

/// The fields `responses[…]` of a canned response.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResponseInput {
    /// Which one; none: it is new.
    pub id: String,
    /// Where it is to stand, from 1 on; none: where it stands in the form.
    pub position: String,
    /// What texters know it by.
    pub title: String,
    /// The text.
    pub body: String,
    /// It is removed.
    pub remove: bool,
}

#[cfg(feature = "ssr")]
mod form {
    use super::ResponseInput;
    use crate::api::form_input;
    use crate::domain::{
        CannedResponse, MAX_CANNED_RESPONSES, MAX_RESPONSE_TITLE_CHARACTERS, MAX_SCRIPT_CHARACTERS,
    };
    use crate::field_errors::FieldErrors;
    use sentences::page;
    use std::cmp::Ordering;

    impl ResponseInput {
        /// Nothing is filled in: there is room for one more.
        fn is_blank(&self) -> bool {
            self.title.trim().is_empty() && self.body.trim().is_empty()
        }
    }

    /// The responses that a form makes, in the order of their positions; or the errors of every field that is not valid.
    ///
    /// # Errors
    /// Those of the fields.
    pub fn parse(inputs: &[ResponseInput]) -> Result<Vec<CannedResponse>, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut responses = Vec::new();
        for (row, input) in inputs.iter().enumerate() {
            if input.remove || input.is_blank() {
                continue;
            }
            let response = response(&mut errors, row, input);
            // One that was moved up stands before the one whose place it takes, one that was moved down behind it.
            let at = row as i32 + 1;
            let position = match input.position.trim() {
                "" => at,
                typed => {
                    let most = (MAX_CANNED_RESPONSES as i32).max(at);
                    form_input::number(&mut errors, &format!("position-{row}"), typed, 1, most)
                }
            };
            let side = match position.cmp(&at) {
                Ordering::Less => 0,
                Ordering::Equal => 1,
                Ordering::Greater => 2,
            };
            responses.push(((position, side), response));
        }
        if responses.len() > MAX_CANNED_RESPONSES {
            let most = sentences::size(MAX_CANNED_RESPONSES);
            let row = inputs.len() - 1;
            errors.add(&format!("title-{row}"), &page::too_many_responses(&most));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        responses.sort_by_key(|(place, _)| *place);
        Ok(responses.into_iter().map(|(_, one)| one).collect())
    }

    fn response(errors: &mut FieldErrors, row: usize, input: &ResponseInput) -> CannedResponse {
        let title = input.title.trim();
        let body = input.body.replace("\r\n", "\n").trim().to_owned();
        let mut refuse =
            |field: &str, sentence: &str| errors.add(&format!("{field}-{row}"), sentence);
        let (length, most) = (title.chars().count(), MAX_RESPONSE_TITLE_CHARACTERS);
        if title.is_empty() {
            refuse("title", page::response_needs_a_title());
        } else if length > most {
            let (most, length) = (sentences::size(most), sentences::size(length));
            refuse("title", &page::response_title_is_too_long(&most, &length));
        }
        let (length, most) = (body.chars().count(), MAX_SCRIPT_CHARACTERS);
        if body.is_empty() {
            refuse("body", page::response_needs_a_text());
        } else if length > most {
            let (most, length) = (sentences::size(most), sentences::size(length));
            refuse("body", &page::response_is_too_long(&most, &length));
        }
        CannedResponse {
            id: input.id.parse().ok(),
            title: title.to_owned(),
            body,
        }
    }

    #[cfg(test)]
    mod tests {
        use super::{MAX_CANNED_RESPONSES, ResponseInput, parse};

        fn input(position: &str, title: &str) -> ResponseInput {
            ResponseInput {
                position: position.into(),
                title: title.into(),
                body: " A line.\r\nAnother. ".into(),
                ..ResponseInput::default()
            }
        }

        fn titles(inputs: &[ResponseInput]) -> String {
            let titles = parse(inputs).unwrap().into_iter();
            titles.map(|one| one.title).collect::<Vec<_>>().join(" ")
        }

        #[test]
        fn a_position_moves_one_to_before_or_behind_what_stands_there() {
            let given = [["1", "2", "1"], ["3", "2", "3"], ["1", "", "3"]];
            let moved = given.map(|[one, two, three]| {
                titles(&[input(one, "A"), input(two, "B"), input(three, "C")])
            });
            assert_eq!(moved, ["C A B", "B C A", "A B C"]);
        }

        #[test]
        fn what_is_blank_or_removed_is_left_out_and_what_is_half_filled_in_is_refused() {
            let removed = ResponseInput {
                remove: true,
                ..input("1", "A")
            };
            let blank = ResponseInput::default();
            let made = parse(&[removed, input("2", " B "), blank]).unwrap();
            assert_eq!(made.len(), 1);
            assert_eq!(
                (&*made[0].title, &*made[0].body),
                ("B", "A line.\nAnother.")
            );
            let half = ResponseInput {
                title: "x".repeat(81),
                ..ResponseInput::default()
            };
            let errors = parse(&[input("0", ""), half]).unwrap_err();
            for field in ["title-0", "position-0", "title-1", "body-1"] {
                assert!(errors.of(field).is_some(), "{field}");
            }
            let many = vec![input("", "A"); MAX_CANNED_RESPONSES + 1];
            assert!(parse(&many).unwrap_err().is_only("title-50"));
        }
    }
}

#[cfg(feature = "ssr")]
pub use form::parse;
