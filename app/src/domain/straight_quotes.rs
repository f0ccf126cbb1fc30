//! Straight quotes and apostrophes, which carriers pack more of into a segment than curly ones.

/// The text with straight quotes and apostrophes in the place of curly ones, all of them. Other marks have no straight
/// form that says the same: dashes, an ellipsis and « » stay.
pub fn with_straight_quotes(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '‘' | '’' | '‚' | '‛' | 'ʼ' => '\'',
            '“' | '”' | '„' | '‟' => '"',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::with_straight_quotes;

    #[test]
    fn every_curly_quote_becomes_straight_and_nothing_else() {
        assert_eq!(
            with_straight_quotes("“It’s ‘on’…” „Low‚ ‟ ‛80s, Hawaiʼi – «así» é 🙂 \"x\" 'y'"),
            "\"It's 'on'…\" \"Low' \" '80s, Hawai'i – «así» é 🙂 \"x\" 'y'"
        );
    }
}
