//! Answers in the order of their questions.

use leptos::prelude::*;

/// Numbers questions to the server. Answers come as they like: one that comes after the answer to a newer
/// question says how things were, and is to be dropped.
#[derive(Clone, Copy)]
pub struct InOrder {
    asked: StoredValue<u32>,
    heard: StoredValue<u32>,
}

impl InOrder {
    /// With nothing asked yet.
    pub fn new() -> Self {
        Self {
            asked: StoredValue::new(0),
            heard: StoredValue::new(0),
        }
    }

    /// To be called when a question is asked; gives its number.
    pub fn ask(self) -> u32 {
        let question = self.asked.get_value() + 1;
        self.asked.set_value(question);
        question
    }

    /// To be called when it is answered; says whether the answer is news. A question that failed is
    /// never answered, so that the answer to an older one still counts.
    pub fn hear(self, question: u32) -> bool {
        let news = question > self.heard.get_value();
        if news {
            self.heard.set_value(question);
        }
        news
    }
}

#[cfg(test)]
mod tests {
    use super::InOrder;
    use leptos::prelude::Owner;

    #[test]
    fn an_older_answer_is_no_news_and_every_other_is() {
        Owner::new().with(|| {
            let order = InOrder::new();
            let [first, second, third] = [order.ask(), order.ask(), order.ask()];
            assert!(order.hear(second));
            assert!(!order.hear(first));
            assert!(order.hear(third));
            assert!(order.hear(order.ask()));
        });
    }
}
