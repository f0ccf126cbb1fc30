//! What goes with a team that is deleted, in words.

use crate::ports::TeamLoss;
use sentences::page;

/// A sentence for each consequence.
pub fn team_loss_words(loss: TeamLoss) -> Vec<String> {
    let mut sentences = vec![
        page::pool_goes_with_team().to_owned(),
        page::texts_in_its_pool(loss.in_pool),
    ];
    if loss.stranded > 0 {
        sentences.push(page::campaigns_left_to_nobody(loss.stranded));
    }
    if loss.pending > 0 {
        sentences.push(page::requests_will_be_denied(loss.pending));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::team_loss_words;
    use crate::ports::TeamLoss;

    #[test]
    fn says_what_there_is_to_say() {
        let nothing = TeamLoss {
            in_pool: 0,
            pending: 0,
            stranded: 0,
        };
        assert_eq!(team_loss_words(nothing).len(), 2);
        let all = team_loss_words(TeamLoss {
            in_pool: 1,
            pending: 2,
            stranded: 1,
        });
        assert!(all[1].starts_with("1 text is in its pool now"), "{all:?}");
        assert!(all[2].starts_with("1 campaign is restricted"), "{all:?}");
        assert!(all[3].starts_with("2 requests wait"), "{all:?}");
    }
}
