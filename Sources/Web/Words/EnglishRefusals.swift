import Register
import Secrets

extension English: RefusalWords {
    var refusalTitle: String { "Something in the question needs mending" }
    var pageUnknownTitle: String { "There is no such page" }
    var choices: String { "Perhaps you meant:" }
    var faultTitle: String { "Something went wrong on our side" }
    func fault(_ id: String) -> String {
        "Look first whether your entry was saved, then try again; if it happens again, give the number \(id) to whoever runs this."
    }
    var backToStart: String { "To the front page" }

    func sentence(_ refusal: RequestRefusal) -> String {
        switch refusal {
        case .malformedQuery(let text): "The address cannot be read at “\(text)”. Write that part again."
        case .repeatedField(let field): "The field “\(field)” was given twice. Leave one."
        case .unknownField(let field, let allowed):
            "The field “\(field)” is not known. Known are: \(allowed.joined(separator: ", "))."
        case .missing(let field): "The field “\(field)” is missing."
        case .unknownRegion(let field, let value, _):
            "The region “\(value)” (field “\(field)”) is not known. Give a name, a Kemendagri code such as "
                + "51.03, or a BPS code such as 5103."
        case .ambiguousRegion(let field, let value, let choices):
            "“\(value)” (field “\(field)”) may mean \(choices.count) regions. Choose one."
        case .notAllowed(let field, let value, let allowed):
            "“\(value)” is not a choice for the field “\(field)”. Allowed: \(allowed.joined(separator: ", "))."
        case .notANumber(let field, let value, let allowed):
            "The field “\(field)” must be a number from \(allowed.lowerBound) to \(allowed.upperBound), not “\(value)”."
        case .notAWhole(let field, let value, let allowed):
            "The field “\(field)” must be a whole number from \(allowed.lowerBound) to \(allowed.upperBound), not “\(value)”."
        case .tooLong(let field, let limit): "The field “\(field)” is too long. The limit is \(limit) characters."
        case .province(let field, let value, _):
            "“\(value)” (field “\(field)”) is a province. Choose one of its regencies or cities."
        case .outOfRange(let field, let value, let allowed):
            "The field “\(field)” = \(value) is out of range. Allowed: \(allowed.lowerBound) to \(allowed.upperBound)."
        case .noFigures(let field, let region, let year, let available):
            "There are no figures of \(year) for \(region?.name ?? "this region") (field “\(field)”). There are: "
                + "\(available.map(String.init).joined(separator: ", "))."
        case .candidateIsHome(let value): "The candidate host (“\(value)”) is our own region. Choose another."
        case .noWeight: "All weights are zero. Give at least one weight above zero."
        case .notTogether(let field, let other): standingTogether(field, other)
        case .unknownPage(let path): "There is no page at \(path)."
        case .methodNotAllowed(let method, let allowed):
            "This page does not take \(method). Allowed: \(allowed.joined(separator: ", "))."
        case .lengthRequired: "A body of unknown length is not taken; this page needs none."
        case .tooLarge(let limit): "The body is too large. The limit is \(limit) bytes."
        case .door(let door): message(door)
        case .badEntry(_, let why): message(why)
        case .notDone(let why): message(why)
        }
    }

    private func message(_ refusal: DoorRefusal) -> String {
        switch refusal {
        case .signInNeeded: "This page is for those who have signed in. Sign in first, or send a token."
        case .forbidden(let reason): message(reason)
        case .outOfScope: "This token was not made for that. Make one with the right scope on the account page."
        case .formExpired: "This form is too old. Open its page again and send it once more."
        case .unsupportedForm: "This is not a form. Send it as application/x-www-form-urlencoded."
        case .tooMany(let seconds): "Too many requests. Try again in \(seconds) seconds."
        case .unavailable(let why): message(why)
        }
    }

    private func message(_ reason: AccessRefusal) -> String {
        switch reason {
        case .noHat: "This account has no role yet. Ask the office's administrator."
        case .role: "Your roles do not cover this. If you need it, ask the office's administrator."
        case .region: "This lies outside your region."
        case .subject: "This belongs to another enterprise or sentra."
        case .notShared: "This was not shared with your region. Ask the office that keeps it."
        }
    }

    private func message(_ why: DoorRefusal.Unavailable) -> String {
        switch why {
        case .busy: "The database is in use. Nothing was saved; try again in a moment."
        case .diskFull: "The disk is full. Nothing was saved; tell whoever runs this."
        case .readOnly: "The database can only be read. Nothing was saved; tell whoever runs this."
        case .unreachable: "The database cannot be reached. Nothing was saved; try again in a moment."
        case .outcomeUnknown:
            "The connection broke while saving. It may have been saved: look first, before you send it again."
        }
    }

    private func message(_ why: BadEntry) -> String {
        switch why {
        case .signInName(let refusal): message(refusal)
        case .displayName: "Give the name that is shown, 1 to 100 characters."
        case .password(.short):
            "A password has at least \(PasswordRule.leastCharacters) characters. Several words are easier to remember."
        case .password(.long): "The password is too long."
        case .password(.accountName): "The password may not contain the account's name."
        case .password(.common):
            "This password is easy to guess. Take several words that have nothing to do with one another."
        case .passwordsDiffer: "The two passwords differ. Type them again."
        case .notRight: "The name, the password or the code is not right. Check and try again."
        case .number(let refusal): message(refusal)
        case .hat(.subjectMissing): "This role needs an enterprise or a sentra."
        case .hat(.subjectNotWanted): "This role takes no enterprise and no sentra."
        case .hat(.bodyMissing): "Say which body the partner comes from."
        case .hat(.bodyNotWanted): "Only a partner comes from a body."
        case .email: "The e-mail address cannot be read. Like name@example.org."
        case .phone: "A telephone number has 6 to 20 digits, blanks and dashes."
        case .numberMisplaced:
            "There is a citizen number in this text. Write it in its own field only, where it is sealed."
        case .proof: "Consent needs proof: where it is kept, and the version of the words that were read out."
        case .notConfirmed: "Tick first that you understand what it does."
        case .days(let range): "Give \(range.lowerBound) to \(range.upperBound) days."
        case .enterprise(.name): badEnterpriseName
        case .enterprise(let field): badField(field)
        case .sentra(let field): badSentraField(field)
        case .facility(let field): badFacilityField(field)
        case .day: badDay
        case .lastDay: badLastDay
        case .detail(let field): badDetail(field)
        case .picture(let refusal): pictureRefused(refusal)
        case .photoCaption: badPhotoCaption
        case .decision(let refusal): badDecision(refusal)
        case .change(let refusal): changeRefused(refusal)
        }
    }

    private func message(_ refusal: SignInNameRefusal) -> String {
        switch refusal {
        case .tooShort: "An account's name has at least 3 characters."
        case .tooLong: "An account's name has at most 64 characters."
        case .space: "An account's name has no blanks."
        case .control: "The account's name holds a sign that cannot be seen. Type it again."
        case .mixedScript, .otherScript: "An account's name is written in Latin letters."
        case .sign: "An account's name has letters, digits, full stops, dashes and @ only."
        case .start: "An account's name begins with a letter or a digit."
        }
    }

    private func message(_ refusal: NIKRefusal) -> String {
        switch refusal {
        case .sign: "A citizen number has digits only."
        case .rounded: "A spreadsheet has rounded this citizen number (like 3.6E+15). Take it from the document."
        case .length: "A citizen number has 16 digits."
        case .place: "The first six digits are no code of a place."
        case .day: "Digits 7 and 8 are no day (01–31, or 41–71 for a woman)."
        case .month: "Digits 9 and 10 are no month (01–12)."
        case .serial: "The last four digits cannot be 0000."
        }
    }

    private func message(_ why: NotDone) -> String {
        switch why {
        case .nameTaken: "This name is taken. Choose another."
        case .lastAdministrator: "This is the last administrator. Appoint another one first."
        case .ownAccount: "One's own account is changed by another administrator."
        case .already: "It is so already; nothing was changed."
        case .unknownAccount: "There is no such account."
        case .linkOver: "This link was used or is over. Ask an administrator for a new one."
        case .unknownPerson: "There is no such person in the register."
        case .erased: "This person's data were erased."
        case .changedMeanwhile: "Somebody else changed it first. Compare, then save again."
        case .unknownRegion(let code): "The region \(code) is not among the reference facts."
        case .request(.alreadyAnswered): "This request was answered already."
        case .request(.alreadyRefused): "This request was refused already; it can only be answered now."
        case .request(.reasonNotOpen): "Such a request may not be refused for this reason (UU 27/2022)."
        case .request(.tooEarly): "That is before the request came in. Check the computer's clock."
        case .beyondOwnRegion: "Roles can be given within your own region only."
        case .beyondReach:
            "This account also has a role outside your region. It is opened and closed by those who may give that role."
        case .jobOver: "This job is over."
        case .unknownEnterprise: enterpriseUnknown
        case .mergedAlready: "This record was merged into another enterprise. Open that one."
        case .changedSinceMerger:
            "This enterprise was changed after the merger, so the two cannot be parted. Enter the other one anew."
        case .view(let why): message(why)
        case .photo(let refused): photoRefused(refused)
        case .many(let why): message(why)
        case .unknownPair: "This pair is no longer there. Look for duplicates again."
        case .unknownSentra: sentraUnknown
        case .alreadyMember(let name): alreadyMember(name)
        case .unknownDetail: detailUnknown
        case .detailGone: detailGone
        case .sameGroupIsThere: sameGroupIsThere
        case .numberTaken(let number): numberTaken(number)
        case .change(let refusal): changeRefused(refusal)
        case .fileGone: "The file of this list has not been checked yet, or is kept no longer."
        case .columnTwice(let field): "Two columns are read as “\(self.field(field))”. Choose one."
        }
    }
}
