import PackageIndex
import WebServer

/// What the page that asks before something is deleted shows.
struct ConfirmDeletionPage {
    let nav: ManageNav
    /// What is deleted, as in `the release 1.0`.
    let subject: String
    /// What goes with it, in a sentence.
    let consequence: String
    /// What has to be typed.
    let word: String
    let backPath: String
    let graceDays: Int64
    var problem: String?

    init(
        _ nav: ManageNav, _ subject: String, _ consequence: String, word: String, back: String,
        _ settings: IndexSettings
    ) {
        self.nav = nav
        self.subject = subject
        self.consequence = consequence
        self.word = word
        backPath = back
        graceDays = settings.deletionGrace.components.seconds / 86_400
    }
}
