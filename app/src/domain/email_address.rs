//! E-mail addresses, as browsers check them.

/// Whether a browser takes this for an e-mail address: what no sign-in form would send, nobody can sign in with. The
/// rule is that of `<input type="email">`.
pub fn is_email_address(text: &str) -> bool {
    let Some((user, host)) = text.rsplit_once('@') else {
        return false;
    };
    let in_user = |b: u8| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b);
    !user.is_empty() && user.bytes().all(in_user) && host.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::is_email_address;

    #[test]
    fn is_what_a_sign_in_form_sends() {
        for good in [
            "ada@example.org",
            "ada.byron+texts@mail.example.org",
            "o'neil@localhost",
        ] {
            assert!(is_email_address(good), "{good}");
        }
        for bad in [
            "",
            "ada",
            "ada@",
            "@example.org",
            "ada byron@example.org",
            "ada@@example.org",
            "ada@example..org",
            "ada@-example.org",
            "ada@example.org.",
            "ada@exämple.org",
        ] {
            assert!(!is_email_address(bad), "{bad}");
        }
    }
}
