actions-for = Actions for { $campaign }
autoassign-mode = Autoassign Mode
release-unreplied-conversations = Release Unreplied Conversations
release-unsent-messages = Release Unsent Messages
