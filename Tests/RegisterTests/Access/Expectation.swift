import Register

/// Who may do what, written by hand from the side of the things, where the product's table is written from the side
/// of the roles. No mark: in the own region; `*` the own enterprise or sentra; `+` members of the own sentra;
/// `~` shared with the own region. What has no line is nobody's.
let expectation = """
    public-figures  enter    officer
    public-figures  approve  head
    register        view     head officer enumerator partner sentra-manager* sentra-manager+ owner* guest-region~
    register        enter    officer enumerator sentra-manager* owner*
    register        approve  head
    register        export   head officer owner*
    figures         view     head officer enumerator sentra-manager* owner*
    figures         enter    officer enumerator sentra-manager* owner*
    figures         approve  head
    figures         export   head officer owner*
    personal        view     head officer owner*
    personal        enter    officer enumerator owner*
    personal        export   officer owner*
    consent         view     head officer owner*
    consent         enter    officer enumerator owner*
    requests        view     head officer sentra-manager* owner*
    requests        enter    officer sentra-manager* owner*
    requests        approve  head
    accounts        view     administrator head
    accounts        manage   administrator
    audit           view     head
    audit           export   head
    jobs            view     administrator head officer
    jobs            enter    officer
    jobs            manage   administrator
    operations      view     administrator head
    operations      manage   administrator
    """

/// The marks with which a role stands in the line of a class and a deed; empty when it stands in none.
func marks(of role: Hat.Role, _ deed: Deed, on dataClass: DataClass) -> Set<String> {
    var marks: Set<String> = []
    for line in expectation.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        guard words[0] == dataClass.rawValue, words[1] == deed.rawValue else { continue }
        for mark in ["", "*", "+", "~"] where words.dropFirst(2).contains(role.rawValue + mark) {
            marks.insert(mark)
        }
    }
    return marks
}
