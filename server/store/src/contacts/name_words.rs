//! What is searched for in names, as the database keeps it (`words_of_name` in the migrations).

use unicode_normalization::UnicodeNormalization;

/// How long a beginning is that is kept, in characters.
const MAX_CHARS: usize = 100;

/// In lower case and without accents: those who search leave them out, and so do those who write names.
pub(crate) fn plain(text: &str) -> String {
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    text.to_lowercase()
        .nfd()
        .filter(|c| !is_accent(c))
        .map(|c| match c {
            'ł' => 'l',
            'ø' => 'o',
            'đ' | 'ð' => 'd',
            'ħ' => 'h',
            'ı' => 'i',
            other => other,
        })
        .collect()
}

/// The words of a plain text with a space between them, as long as a beginning that is kept; empty if it has none. Behind a
/// mark a word is at its end.
pub(crate) fn words(plain: &str) -> String {
    let parts = |c: char| c.is_whitespace() || ".,;:/_()\"'-\u{2013}\u{2014}\u{2019}".contains(c);
    let words: Vec<&str> = plain.split(parts).filter(|word| !word.is_empty()).collect();
    let end = match plain.ends_with(parts) && !words.is_empty() {
        true => " ",
        false => "",
    };
    let words = [&words.join(" "), end].concat();
    words.chars().take(MAX_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::{plain, words};
    use crate::testing::World;
    use sqlx::PgPool;

    #[sqlx::test(migrator = "crate::MIGRATOR")]
    async fn the_database_and_the_search_read_names_alike(pool: PgPool) {
        let world = World::new(pool).await;
        for name in [
            "Ada",
            " María  del Carmen ",
            "López-García",
            "O’Brien",
            "o'brien, jr.",
            "Łukasz Øster Đặng",
            "Ñandú (Zoë)",
            "Андрей",
            "김철수",
            "J.R._\"Bob\"",
            "A\u{a0}B",
            "",
        ] {
            let kept: String = sqlx::query_scalar("select words_of_name($1)")
                .bind(name)
                .fetch_one(&world.store.pool)
                .await
                .unwrap();
            assert_eq!(words(&plain(name)).trim_end(), kept, "{name}");
        }
        assert_eq!(words(&plain("María López-García")), "maria lopez garcia");
        assert_eq!(words(&"a".repeat(200)).len(), 100);
        assert_eq!([words("o'"), words("-")], ["o ", ""]);
    }
}
