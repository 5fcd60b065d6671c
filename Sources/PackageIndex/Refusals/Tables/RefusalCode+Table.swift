extension RefusalCode {
    /// The class of the refusal, which decides how a face answers.
    package var kind: RefusalKind { entry.kind }
    /// When it is said, for the table of refusals.
    package var meaning: String { entry.meaning }
    /// What can be done about it in general.
    package var cure: String { entry.cure }

    private var entry: (kind: RefusalKind, meaning: String, cure: String) {
        switch self {
        case .credentialsMissing:
            (
                .unauthenticated, "The request needs credentials and has none.",
                "Send an API token (user `__token__`, or as Bearer) or a user name and password."
            )
        case .credentialsInvalid:
            (
                .forbidden, "The credentials are wrong, revoked, expired or of a frozen account.",
                "Check the user name and the token; make a new one with `cheeseboard token add`."
            )
        case .tooManySignIns:
            (
                .tooMany, "More passwords wait for their check than the index lets wait.",
                "Try again in some seconds, or use an API token, which need not wait."
            )
        case .passwordUploadClosed:
            (
                .forbidden, "This index takes no passwords for uploading.",
                "Use an API token: user `__token__`, the token as the password."
            )
        case .tokenForbids:
            (
                .forbidden, "The token is genuine but not for this: its caveats say so.",
                "Use a token with the right scope, project and lifetime."
            )
        case .noRole:
            (
                .forbidden, "The user has no role in the project that would allow this.",
                "Let an owner of the project publish it."
            )
        case .linkInvalid:
            (
                .forbidden, "The one-time link for the first administrator is wrong or used up.",
                "Start the server again and use the link that it prints."
            )
        case .tooManyTries:
            (
                .tooMany, "A caller tried something more often than is allowed in its time.",
                "Wait for the time that the answer names."
            )
        case .administratorsOnly:
            (
                .forbidden, "Only administrators of the index may do this.",
                "Ask an administrator."
            )
        case .formForeign:
            (
                .forbidden, "A form came from another site, or from a page that is too old.",
                "Load the page again and send its form."
            )
        case .hostUnknown:
            (
                .invalid, "The index is not reached under this name.",
                "Use the address in the setting `site.url`, or name the host in `site.hosts`."
            )
        case .mailedLinkInvalid:
            (
                .forbidden, "A mailed link was used, is too old, or is for another account.",
                "Ask for a new one where you asked for this one."
            )
        case .signInExpired:
            (.forbidden, "A sign-in or a question to a security key took too long.", "Begin again.")
        case .otherBrowser:
            (
                .forbidden, "A sign-in was confirmed in another browser than it was begun in.",
                "Open the link in the browser in which you typed your password."
            )
        case .factorWrong:
            (
                .forbidden, "A code or a security key's answer is not right, or was used before.",
                "Try again with a fresh one."
            )
        case .secondFactorNeeded:
            (
                .forbidden, "A password alone opens nothing of an account with a second factor.",
                "Use an API token: user `__token__`, the token as the password."
            )
        case .secondFactorMissing:
            (
                .forbidden,
                "Here only accounts with a second factor upload, and manage projects.",
                "Set one up on the site, on the page of your account."
            )
        case .emailUnverified:
            (
                .forbidden, "The account's e-mail address is not verified.",
                "Open the link in the mail that was sent to it, or ask for a new one on the site."
            )
        case .accountFrozen:
            (
                .forbidden, "The account was frozen.",
                "Write to those who run the index."
            )
        case .registrationClosed:
            (
                .forbidden, "The index makes no accounts for everybody.",
                "Ask those who run it for an account."
            )
        case .emailTaken:
            (.conflict, "The e-mail address is in use already.", "Use another address.")
        case .emailUnknown:
            (.notFound, "The account has no such e-mail address.", "Load the page again.")
        case .emailPrimary:
            (
                .conflict, "The primary e-mail address cannot be removed.",
                "Make another verified address the primary one first."
            )
        case .emailsTooMany:
            (.conflict, "The account has as many addresses as it may.", "Remove one first.")
        case .recoveryCodesMissing:
            (
                .conflict, "A second factor needs recovery codes that were proven to be kept.",
                "Make recovery codes first and type one of them back."
            )
        case .factorExists:
            (.conflict, "The second factor is there already.", "Remove the other one first.")
        case .factorUnknown:
            (.notFound, "The account has no such second factor.", "Load the page again.")
        case .sessionUnknown:
            (.notFound, "The account has no such session.", "Load the page again.")
        case .soleOwner:
            (
                .conflict, "Nobody else could look after what the account looks after.",
                "Make somebody else owner, or delete the projects, first."
            )
        case .userNameInvalid:
            (.invalid, "A user name breaks the naming rule.", "Choose another name.")
        case .userNameTaken:
            (.conflict, "A user of that name exists.", "Choose another name.")
        case .userUnknown:
            (.notFound, "No user has that name.", "`cheeseboard user list` shows all users.")
        case .passwordUnfit:
            (
                .invalid, "A new password is too short, too long, or easily guessed.",
                "Choose several unrelated words, or let a password manager make one."
            )
        case .emailInvalid:
            (.invalid, "An e-mail address is not one.", "Check the address.")
        case .tokenUnknown:
            (
                .notFound, "No token has that identifier.",
                "`cheeseboard token list --user NAME` shows identifiers."
            )
        case .tokenLabelUnfit:
            (
                .invalid, "A token's label is missing, too long, or has control characters.",
                "Choose a label of 1 to 100 characters on one line."
            )
        case .tokenLabelTaken:
            (
                .conflict, "Another token of the user has that label.",
                "Choose another label, or revoke the other token."
            )
        case .roleUnknown:
            (
                .notFound, "The user has no role in the project.",
                "The project's page of collaborators shows who has one."
            )
        case .roleExists:
            (
                .conflict, "The user has a role in the project already.",
                "Change the role instead of inviting."
            )
        case .lastOwner:
            (
                .conflict, "The project would be left without an owner.",
                "Transfer the project first, or delete it."
            )
        case .inviteeUnfit:
            (
                .invalid, "The user cannot be given a role: their primary address is not verified.",
                "Ask the user to verify their primary address."
            )
        case .invitationOpen:
            (
                .conflict, "The user has an open invitation to the project.",
                "Wait for the answer, or take the invitation back."
            )
        case .invitationUnknown:
            (
                .notFound, "The invitation was answered, taken back, or is over.",
                "Ask an owner of the project for another."
            )
        case .roleChangeOpen:
            (
                .conflict, "A change of that owner's role waits for them already.",
                "Wait, or cancel the other change."
            )
        case .roleChangeUnknown:
            (
                .notFound, "The change of a role was cancelled, or has come about.",
                "The project's page of collaborators shows what waits."
            )
        case .nameInvalid:
            (
                .invalid, "A project name breaks the naming rule of the packaging standards.",
                "Use ASCII letters, digits, '.', '_' and '-', a letter or digit at both ends."
            )
        case .nameProhibited:
            (.forbidden, "The name may not be used here.", "Choose another project name.")
        case .nameTooSimilar:
            (
                .invalid, "The name looks like that of another project.",
                "Choose a name that cannot be mistaken."
            )
        case .nameNotProhibited:
            (.notFound, "The name is not among the prohibited ones.", "Check the spelling.")
        case .projectUnknown:
            (.notFound, "No project has that name.", "Check the spelling.")
        case .releaseUnknown:
            (.notFound, "The project has no such release.", "Check the version.")
        case .fileUnknown:
            (.notFound, "The project has no such file.", "Check the file name.")
        case .nativeReportMissing:
            (
                .notFound, "The file is no wheel, or was not inspected yet.",
                "Ask again in a moment: wheels are inspected right after they are published."
            )
        case .versionInvalid:
            (
                .invalid, "A version is not one by the version specifiers standard.",
                "Write it like 1.2.3, 1.0rc1 or 2.0.post1."
            )
        case .projectClosed:
            (
                .forbidden, "The project is archived or quarantined and takes no uploads.",
                "An owner can make an archived project active again."
            )
        case .projectDeleted:
            (
                .conflict, "The project was deleted and its name is not free yet.",
                "Bring it back with `cheeseboard project restore`, or wait until the name is free."
            )
        case .restoreTooLate:
            (
                .gone, "What was deleted can no longer be brought back.",
                "Publish a new version; file names are never used twice."
            )
        case .requestMalformed:
            (
                .invalid, "The request's body is not the form that uploads use.",
                "Send multipart/form-data as twine and uv do."
            )
        case .actionUnknown:
            (
                .invalid, "The form's `:action` is missing or unknown.",
                "Send `:action` with the value `file_upload`."
            )
        case .actionGone:
            (
                .gone, "The action existed on indexes of old and is not needed any more.",
                "Upload the file itself; the project is made with its first file."
            )
        case .protocolVersionUnknown:
            (.invalid, "`protocol_version` is not 1.", "Send 1 or leave it out.")
        case .fieldMissing:
            (.invalid, "The form lacks a field.", "Send the field.")
        case .fieldRepeated:
            (.invalid, "A field that has one value was sent twice.", "Send it once.")
        case .fieldInvalid:
            (.invalid, "A field's value is not valid.", "Correct the value.")
        case .contentMissing:
            (.invalid, "The form has no file.", "Send the file as the part `content`.")
        case .contentTypeImage:
            (
                .invalid, "The file's part says that it is an image.",
                "Send it as application/octet-stream."
            )
        case .filenameInvalid:
            (
                .invalid, "The file's name does not follow the standard for its kind.",
                "Build the file with a current build backend and do not rename it."
            )
        case .filenameMismatch:
            (
                .invalid, "The file's name and the form or the metadata name different things.",
                "Build the file again and do not rename it."
            )
        case .platformUnsupported:
            (
                .invalid, "The wheel's platform tag is not one that a public index offers.",
                "Build with manylinux or musllinux (auditwheel), or a macOS or Windows tag."
            )
        case .fileTooLarge:
            (
                .tooLarge, "The file is larger than this index takes.",
                "Make it smaller, or ask for a higher limit."
            )
        case .projectTooLarge:
            (
                .tooLarge, "The project's files together would be too large.",
                "Delete files that nobody needs, or ask for a higher limit."
            )
        case .digestMismatch:
            (
                .invalid, "The bytes that arrived do not have the digest that was announced.",
                "Upload again; if it happens again, something between changes the file."
            )
        case .fileExists:
            (
                .conflict, "A file of that name, or with those bytes, is published already.",
                "Files never change: publish a new version."
            )
        case .filenameUsed:
            (
                .conflict, "A deleted file had that name.",
                "File names are never used twice: publish a new version."
            )
        case .releaseClosed:
            (
                .invalid, "The release is more than 14 days old and takes no new files.",
                "Publish a new version."
            )
        case .sdistExists:
            (.invalid, "The release has a source distribution already.", "Publish a new version.")
        case .archiveInvalid:
            (
                .invalid, "The archive is damaged, or built in a way that readers disagree about.",
                "Build the file again with a current build backend."
            )
        case .archiveTooSlow:
            (
                .invalid,
                "Reading everything inside the archive took longer than the index allows.",
                "Try again when the index is less busy, or build it with less inside."
            )
        case .layoutInvalid:
            (
                .invalid, "The archive lacks what every distribution of its kind has.",
                "Build the file again with a current build backend."
            )
        case .recordInvalid:
            (
                .invalid, "The wheel's RECORD is missing or does not list exactly its members.",
                "Build the wheel again; do not add or remove members afterwards."
            )
        case .recordHashMismatch:
            (
                .invalid, "A member's bytes are not those that RECORD promises.",
                "Build the wheel again; do not change members afterwards."
            )
        case .entryPointsInvalid:
            (
                .invalid, "The wheel's entry_points.txt does not follow its standard.",
                "Correct the entry points in pyproject.toml."
            )
        case .licenseFileMissing:
            (
                .invalid, "A declared License-File is not in the archive.",
                "Add the file or correct `license-files` in pyproject.toml."
            )
        case .metadataMissing:
            (
                .invalid, "The archive has no metadata.",
                "Build the file again with a current build backend."
            )
        case .metadataInvalid:
            (
                .invalid, "A field of the file's core metadata breaks its rule.",
                "Correct pyproject.toml and build again."
            )
        case .metadataMismatch:
            (
                .invalid, "The metadata names another project or version than the file's name.",
                "Build the file again and do not rename it."
            )
        case .formMismatch:
            (
                .invalid, "The form says something else than the metadata in the file.",
                "Upload with a current client and unchanged files."
            )
        case .localVersion:
            (
                .invalid, "Local versions (`1.0+local`) are not for public indexes.",
                "Publish without the part after the plus sign."
            )
        case .descriptionUnrenderable:
            (
                .invalid, "The description is not what its content type says.",
                "Mend the text or `Description-Content-Type`; `twine check` renders it as well."
            )
        case .directURL:
            (
                .invalid, "A dependency is a URL, which public indexes do not take.",
                "Depend on a published project."
            )
        case .classifierUnknown:
            (
                .invalid, "A classifier is unknown, private or deprecated.",
                "Choose from the list of classifiers."
            )
        case .attestationsInvalid:
            (
                .invalid, "The field `attestations` is not a JSON array of objects.",
                "Upload with a current client."
            )
        case .nativeCodeRefused:
            (
                .invalid,
                "The wheel's native code has a trait that this index was set to refuse or to warn "
                    + "of.",
                "`cheeseboard audit FILE` shows where it is and the compiler's flag against it."
            )
        case .queryTooLong:
            (
                .tooLarge, "What is searched for is longer than 1,000 characters.",
                "Search for the words that matter."
            )
        case .queryInvalid:
            (
                .invalid, "A search asks for a page, an order or a time that there is not.",
                "Pages go from 1 to 500; the order is relevance, newest or name."
            )
        case .pathUnknown:
            (.notFound, "Nothing has that address.", "The front page says what is where.")
        case .methodNotAllowed:
            (
                .invalid, "The address does not take that method.",
                "Upload to /legacy/; pages and files are read with GET."
            )
        case .parameterInvalid:
            (
                .invalid,
                "The query of an address has a value that is unknown, unfit or there twice.",
                "The page of help on the API says what each address takes."
            )
        case .mediaTypeUnsupported:
            (
                .invalid, "The body of a request is not JSON, or does not say so.",
                "Send JSON with `Content-Type: application/json`."
            )
        case .bodyTooLarge:
            (.tooLarge, "The body of a request is larger than the API takes.", "Send less.")
        case .bodyMalformed:
            (
                .invalid, "The body of a request is not JSON as RFC 8259 writes it.",
                "Send one JSON value in UTF-8, each member of an object once."
            )
        case .bodyInvalid:
            (
                .invalid, "The JSON in a request is not what the address takes.",
                "The page of help on the API says what each address takes."
            )
        case .rangeNotSatisfiable:
            (
                .invalid, "The file is shorter than the range asked for.",
                "Ask for a range inside the file."
            )
        case .jobUnknown:
            (.notFound, "No job has that number.", "`cheeseboard jobs` lists them.")
        }
    }
}
