//! The server function of Message Review.

mod answer;

pub use answer::{AnswerInReview, answer_in_review};
