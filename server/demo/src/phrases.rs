//! The texts that are not specific to one campaign.

use super::plan::Dialogue;

/// The ends of conversations that a texter closes.
pub(super) const CLOSINGS: [Dialogue; 7] = [
    &[
        "No thanks",
        "All right, thank you for telling me. Have a good day!",
    ],
    &["Wrong number", "Sorry about that! I'm making a note of it."],
    &[
        "I've had this number for two years, stop asking for that person please",
        "My apologies. I've noted that this is not their number.",
    ],
    &["Not interested, sorry", "No problem, thanks for answering!"],
    &[
        "I don't live there any more",
        "Thanks for letting me know, I'll pass it on. All the best!",
    ],
    &[
        "She passed away in March.",
        "I am so sorry for your loss. We will not write again.",
    ],
    &["👍", "Thank you!"],
];

/// The texts of contacts who opt out, each of them a stop word.
pub(super) const STOPS: [&str; 6] = ["STOP", "Stop", "stop", "UNSUBSCRIBE", "Cancel", "quit"];

/// Second texts of contacts who wait for an answer.
pub(super) const NUDGES: [&str; 8] = [
    "Hello?",
    "Are you there?",
    "??",
    "Sorry to bother you again, I just need to know today",
    "Anyone?",
    "Ok guess you're busy. Let me know when you can",
    "Still waiting :)",
    "Did you get my message?",
];

/// The texts that a texter escalates.
pub(super) const ESCALATIONS: [&str; 4] = [
    "My landlord says he'll evict me if I put up your sign. Can he do that??",
    "Somebody in a truck without plates is photographing everyone who walks into your office",
    "I'm a reporter with the Valley Courier. Who can comment on these texts?",
    "I want to file a complaint. Who is responsible for this, by name?",
];

/// The drafts of texters.
pub(super) const DRAFTS: [&str; 4] = [
    "Good question! Let me check with ",
    "Yes, that works. What you need is",
    "Thanks for your patience! I just asked and they",
    "Hi, sorry for the wait. The answer is",
];
