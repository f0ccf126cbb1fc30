//! The result of **Release my replies** and of its undo, in words.

use sentences::island;

/// That so many were given back to the pool.
pub fn released_text(replies: u32) -> String {
    island::went_back(replies)
}

/// That so many came back from there, and so many did not.
pub fn returned_text(replies: u32, kept: u32) -> String {
    island::came_back(replies, kept)
}

#[cfg(test)]
mod tests {
    use super::{released_text, returned_text};

    #[test]
    fn agree_in_number() {
        assert_eq!(released_text(1), "1 reply went back to the pool.");
        assert_eq!(released_text(1200), "1,200 replies went back to the pool.");
        assert!(released_text(0).starts_with("You had no replies"));
        assert_eq!(returned_text(3, 0), "You have 3 replies back.");
        assert_eq!(
            returned_text(1, 2),
            "You have 1 reply back; 2 were already picked up, answered or escalated."
        );
        assert_eq!(
            returned_text(2, 1),
            "You have 2 replies back; 1 was already picked up, answered or escalated."
        );
    }
}
