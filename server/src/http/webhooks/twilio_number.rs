//! Numbers in Twilio's calls, as they are read.

/// The number with its `+`, which is a space in a form that was not encoded. Where it is missing, only what is too long for a
/// number without a country code is taken for one with it. Everything else stays as it is.
pub(super) fn with_plus(number: &str) -> String {
    let (digits, lengths) = match number.strip_prefix(' ') {
        Some(digits) => (digits, 7..=15),
        None => (number, 11..=15),
    };
    let is_whole = lengths.contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0');
    if is_whole {
        format!("+{digits}")
    } else {
        number.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::with_plus;

    #[test]
    fn a_number_that_lost_its_plus_has_it_again() {
        for number in ["+12135550100", "12135550100", " 12135550100"] {
            assert_eq!(with_plus(number), "+12135550100");
        }
        assert_eq!(with_plus("447700900123"), "+447700900123");
        assert_eq!(with_plus(" 4920123"), "+4920123");
    }

    #[test]
    fn what_may_be_something_else_stays_as_it_is() {
        for number in [
            "",
            " ",
            "72345",
            "2135550100",
            "02135550100",
            "1213555010012345",
            "whatsapp:+12135550100",
            "whatsapp:12135550100",
            "anonymous",
            "+44 20 7946 0123",
        ] {
            assert_eq!(with_plus(number), number);
        }
    }
}
