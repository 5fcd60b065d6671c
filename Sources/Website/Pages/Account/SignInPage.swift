/// What the page for signing in shows.
struct SignInPage {
    var name = ""
    /// Where to go afterwards.
    var next = ""
    /// What was wrong with the form just sent.
    var problem: String?
}
