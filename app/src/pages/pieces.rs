//! Sentences that hold more than text: a link, or a name in bold.

/// What is put into a sentence where something stands that is more than text.
pub const PLACE: &str = "\0";

/// What is before the first place of a sentence, behind the last, and between them.
pub fn pieces<const COUNT: usize>(sentence: &str) -> [String; COUNT] {
    let mut pieces = sentence.split(PLACE);
    std::array::from_fn(|_| pieces.next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{PLACE, pieces};

    #[test]
    fn a_sentence_goes_on_behind_its_places() {
        let sentence = format!("Ask {PLACE} and {PLACE}.");
        assert_eq!(pieces(&sentence), ["Ask ", " and ", "."]);
    }
}
