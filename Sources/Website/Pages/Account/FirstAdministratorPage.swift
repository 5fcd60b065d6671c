/// What the page for the first administrator shows.
struct FirstAdministratorPage {
    var name = ""
    var email = ""
    /// What was wrong with the form just sent.
    var problem: String?
}
