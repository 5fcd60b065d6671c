"""Every page of the site that is looked at: by `test_pages.py`, and by `make screenshots`.

Whoever adds a page adds a row. The index is filled by `site_content.py`.
"""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Page:
    """An address, and who looks at it."""

    # What its screenshots are called.
    name: str
    path: str
    # A user's name; None for a reader who is not signed in.
    user: str | None = None
    status: int = 200

    def __str__(self):
        return self.name


LONG = "a-remarkably-long-project-name-that-somebody-found-to-be-a-good-idea-at-the-time"

PAGES = [
    Page("home", "/"),
    Page("home-signed-in", "/", user="alma"),
    Page("project", "/project/tidewater/"),
    Page("project-signed-in", "/project/tidewater/", user="alma"),
    Page("project-files", "/project/tidewater/#files"),
    Page("project-files-filtered", "/project/tidewater/?platform=linux-x86_64&python=3.12#files"),
    Page("project-history", "/project/tidewater/#history"),
    Page("project-dependencies", "/project/tidewater/#dependencies"),
    Page("project-old-release", "/project/tidewater/1.1/"),
    Page("project-yanked-release", "/project/tidewater/2.3.0/"),
    Page("project-prerelease", "/project/tidewater/3.0rc1/"),
    Page("project-native", "/project/hardrind/1.0/native/"),
    Page("project-native-many", "/project/tidewater/2.4.0/native/"),
    Page("project-with-native", "/project/hardrind/"),
    Page("project-rst", "/project/affineur/"),
    Page("project-archived", "/project/cellar-log/"),
    Page("project-deprecated", "/project/oldpaste/"),
    Page("project-stale", "/project/curdle/"),
    Page("project-quarantined", "/project/mould-proto/"),
    Page("project-long", f"/project/{LONG}/"),
    Page("project-private", "/project/secret-brine/", user="alma"),
    Page("project-missing", "/project/secret-brine/", status=404),
    Page("user", "/user/alma/"),
    Page("user-without-projects", "/user/casey/"),
    Page("classifiers", "/classifiers/"),
    Page("help", "/help/"),
    Page("api-reference", "/help/api/"),
    Page("security", "/security/"),
    Page("sign-in", "/account/login/"),
    Page("proof", "/account/reauthenticate/", user="bo"),
    Page("missing", "/nothing/here/", status=404),
    Page("recovery-code", "/account/recovery-code/"),
    Page("request-password-reset", "/account/request-password-reset/"),
    Page("reset-password-too-late", "/account/reset-password/?token=x", status=403),
    Page("register-closed", "/account/register/", status=403),
    Page("account", "/manage/account/", user="alma"),
    Page("account-emails", "/manage/account/emails/", user="alma"),
    Page("account-password", "/manage/account/password/", user="alma"),
    Page("account-two-factor", "/manage/account/two-factor/", user="alma"),
    Page("account-recovery-codes", "/manage/account/recovery-codes/generate/", user="alma"),
    Page("account-security", "/manage/account/security/", user="alma"),
    Page("account-delete", "/manage/account/delete/", user="alma"),
    Page("search-signed-in", "/search/?q=brine", user="alma"),
    Page("account-token", "/manage/account/token/", user="bo"),
    Page("manage-projects", "/manage/projects/", user="alma"),
    Page("manage-releases", "/manage/project/tidewater/releases/", user="alma"),
    Page("manage-release", "/manage/project/tidewater/release/2.4.0/", user="alma"),
    Page("manage-people", "/manage/project/tidewater/collaboration/", user="alma"),
    Page("manage-settings", "/manage/project/tidewater/settings/", user="alma"),
    Page("manage-tokens", "/manage/project/tidewater/tokens/", user="alma"),
    Page("manage-history", "/manage/project/tidewater/history/", user="alma"),
    Page("admin-names", "/admin/prohibited-names/", user="alma"),
    Page("search", "/search/?q=cellar"),
    Page("search-all", "/search/"),
    Page("search-narrowed", "/search/?q=tide&license=MIT&python=3.12&days=1095"),
    Page("search-nothing", "/search/?q=zzyzx"),
]
