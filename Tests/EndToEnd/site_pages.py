"""Every page of the site that is looked at: by `test_pages.py`, and by `make screenshots`.

Whoever adds a page adds a row. `site_places.py` has the indexes, and the steps to pages that no address alone leads to.
"""

import collections.abc
import dataclasses

import site_places as places


@dataclasses.dataclass(frozen=True)
class Page:
    """An address, and who looks at it."""

    # What its screenshots are called.
    name: str
    # The path, or what finds it out.
    path: str | collections.abc.Callable | None = None
    # A user's name; None for a reader who is not signed in.
    user: str | None = None
    status: int = 200
    # What has to be there.
    needs: tuple = ()
    # What a person in a window of their own does to come to the page.
    step: collections.abc.Callable | None = None
    # Whether it is one of the index that is new and closed.
    is_new: bool = False

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
    Page("manage-delete-release", "/manage/project/tidewater/release/1.1/delete/", user="alma"),
    Page("manage-delete-project", "/manage/project/tidewater/delete_project/", user="alma"),
    Page("manage-tokens", "/manage/project/tidewater/tokens/", user="alma"),
    Page("manage-history", "/manage/project/tidewater/history/", user="alma"),
    Page("admin-limits", "/admin/limits/?project=tidewater", user="alma"),
    Page("admin-names", "/admin/prohibited-names/", user="alma"),
    Page("search", "/search/?q=cellar"),
    Page("search-all", "/search/"),
    Page("search-narrowed", "/search/?q=tide&license=MIT&python=3.12&days=1095"),
    Page("search-nothing", "/search/?q=zzyzx"),
    # States that take steps, and the new index.
    Page("setup", places.setup_link, is_new=True),
    Page("home-closed", "/", is_new=True),
    Page("home-empty", "/", user="nell", needs=(places.newcomer,), is_new=True),
    Page("search-empty", "/search/", user="nell", needs=(places.newcomer,), is_new=True),
    Page("register", "/account/register/", is_new=True),
    Page("second-factor", step=places.enter_a_password),
    Page("passkey", step=places.begin_with_a_passkey),
    Page("confirm-sign-in", step=places.open_the_mail_to_a_new_browser),
    Page("mail-sent", step=places.ask_for_a_new_password),
    Page("reset-password", places.reset_link),
    Page("restore-account", places.restore_link),
    Page("verify-address", places.verification_link, user="bo"),
    Page("account-app", "/manage/account/totp-provision/", user="gus", needs=(places.gus,)),
    Page("account-key", user="gus", needs=(places.gus,), step=places.begin_with_a_security_key),
    Page("recovery-codes-made", user="bo", step=places.make_recovery_codes),
    Page("recovery-codes-proof", user="bo", step=places.begin_to_prove_recovery_codes),
    Page("token-made", user="gus", needs=(places.gus,), step=places.make_a_token),
    Page("invitation", "/manage/projects/", user="gus", needs=(places.invitation,)),
    Page("manage-people-invited", "/manage/project/rind/collaboration/", user="alma", needs=(places.invitation,)),
    Page("manage-delete-file", "/manage/project/tidewater/file/tidewater-1.1.tar.gz/delete/", user="alma"),
    # What is too long for one page.
    Page("project-cut", "/project/cellar-book/"),
    Page("project-older-releases", "/project/cellar-book/?page=2#history"),
    Page("manage-releases-newest", "/manage/project/cellar-book/releases/", user="alma"),
    Page("manage-releases-older", "/manage/project/cellar-book/releases/?page=2", user="alma"),
]
