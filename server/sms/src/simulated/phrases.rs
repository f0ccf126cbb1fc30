//! The texts of simulated contacts, by persona. They fit any campaign and name neither persons nor places.

pub(super) const EAGER_FIRST: &[&str] = &[
    "Yes! Count me in",
    "Absolutely, I'd love to help 🙌",
    "Yes please sign me up!",
    "Of course!! My sister wants to come too, is that ok?",
    "I'm in! What do I need to bring?",
    "Yes, happy to. Been waiting for somebody to ask",
    "Definitely 👍🏽 where do I go?",
];
pub(super) const EAGER_LATER: &[&str] = &[
    "Perfect, thank you so much!",
    "Great, see you there 🎉",
    "Awesome. I'll tell my neighbors as well",
    "Sounds good! Can I bring two friends?",
    "Thanks! You're doing great work",
    "Got it, it's in my calendar",
];
pub(super) const TERSE_FIRST: &[&str] = &[
    "yes", "Yes.", "ok", "sure", "maybe", "k", "yep", "👍", "no", "who", "depends",
];
pub(super) const TERSE_LATER: &[&str] =
    &["ok", "thx", "cool", "fine", "👍", "will do", "sat works"];
pub(super) const CURIOUS_FIRST: &[&str] = &[
    "What time does it start?",
    "Is there parking nearby? And is it accessible? My mom uses a wheelchair",
    "Can you tell me a bit more about what this is for?",
    "Do I need to register first or can I just show up?",
    "Is there anything I can do from home instead?",
    "How long will it take? I have to pick up the kids at 4",
    "Which one is closest to the 10001 zip?",
    "Is it still on if it rains?",
];
pub(super) const CURIOUS_LATER: &[&str] = &[
    "Ok and will there be food?",
    "Got it. Can I still decide on the day?",
    "Makes sense. Who else is going?",
    "Thanks! One more question: is there a link where I can read about it?",
    "And after that, is there another one next month?",
    "Can you send me the address again please?",
];
pub(super) const WARY_FIRST: &[&str] = &[
    "Who is this?",
    "How did you get my number",
    "Is this a real person or a bot?",
    "Sorry, which organization are you with?",
    "I never signed up for this I think. Who are you?",
];
pub(super) const WARY_LATER: &[&str] = &[
    "Ok. I'll think about it",
    "Fair enough, thanks for explaining",
    "Do you have a website so I can check?",
    "Alright. What would I have to do?",
    "Hm, I still don't know how I got on your list",
];
pub(super) const BUSY_FIRST: &[&str] = &[
    "At work, can you text me tonight?",
    "Can't this week but ask me again next month",
    "Driving, will answer later",
    "I have to check with my husband first",
    "Would love to but I'm out of town until the 15th",
    "Two jobs and a newborn here 😅 maybe next time",
];
pub(super) const BUSY_LATER: &[&str] = &[
    "Ok thanks for understanding",
    "Sorry for the late reply! Still not sure",
    "I could do mornings, would that help?",
    "Alright, remind me the day before?",
];
pub(super) const UNWILLING_FIRST: &[&str] = &[
    "No thanks",
    "Not interested, sorry",
    "No. I already gave last month",
    "I don't agree with you on this one",
    "Please don't text me so early in the day",
    "I'm voting for the other side 🙂",
];
pub(super) const UNWILLING_LATER: &[&str] = &[
    "Like I said, no thank you",
    "Still no. Have a nice day though",
    "Please take me off the list",
];
pub(super) const STRANGER_FIRST: &[&str] = &[
    "Wrong number",
    "You have the wrong person, I've had this number for two years",
    "That's my daughter, she moved. Want her new number?",
    "No hablo inglés. ¿Tienen información en español?",
];
pub(super) const STRANGER_LATER: &[&str] = &[
    "No worries",
    "It's ok, good luck!",
    "Gracias, muy amable 🙏",
];
pub(super) const STOPS: &[&str] = &[
    "STOP",
    "stop",
    "Stop",
    "unsubscribe",
    "STOP ",
    "Quit",
    "CANCEL",
];

/// Texts of contacts who write again and send a picture along.
pub(super) const WITH_PICTURE: &[&str] = &[
    "Look, the sign is up!",
    "This is our house, you can't miss it",
    "",
];

/// Texts of contacts who write again without having been texted.
pub(super) const AGAIN: &[&str] = &[
    "Hi, are you still there?",
    "Any news on this?",
    "Sorry just saw this! Is it too late to join?",
    "Ok I talked to my husband, we're both coming",
    "Actually I can't make it any more, something came up",
    "What was the address again?",
    "Hey quick question, do you need people to drive?",
    "Changed my mind: yes, I'd like to help",
    "Is there a phone number I can call instead?",
    "Forgot to ask, what should I wear?",
    "My friend got no text from you, can she come anyway?",
    "Did you get my last message?",
];
