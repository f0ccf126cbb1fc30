## The head and the foot of every page.

# Describes the product to search engines.
what-this-is = Texting for campaigns: send initial messages and answer every reply.
skip = Skip to the content
# Names the navigation for those who hear the page.
main-navigation = Main
assignment-requests = Assignment Requests
sign-out = Sign out
# Names the form in the foot, which has a button a language.
language = Language

## Pages that say why there is none.

no-access-title = You do not have access to this page
page-not-found-title = Page not found
not-available-title = Baton is not available
something-went-wrong-title = Something went wrong
try-again = Try again
go-to-home-page = Go to the home page
