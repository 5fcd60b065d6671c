/// What the front page shows: how to install from here and how to publish to here.
struct FrontPage {}
