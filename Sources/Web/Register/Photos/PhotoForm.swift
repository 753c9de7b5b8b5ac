import HTML
import Pictures
import Register
import Storage

/// The form by which a photo is sent.
struct PhotoForm {
    /// Where it is sent.
    let action: String

    /// - Throws: `.badEntry`.
    static func caption(_ visit: Visit) throws(RequestRefusal) -> String {
        let typed = visit.form["caption"] ?? ""
        guard PersonFields.hiding(typed) == typed else { throw .badEntry(field: "caption", .numberMisplaced) }
        guard let caption = Photo.caption(typed) else { throw .badEntry(field: "caption", .photoCaption) }
        return caption
    }

    static func captionField(_ value: String, _ words: any Words) -> FormField {
        FormField(
            name: "caption", label: words.photoCaptionField, value: PersonFields.hiding(value),
            hint: words.photoCaptionHint)
    }

    func view(_ visit: Visit) -> Node {
        let words = visit.words
        let megabytes = visit.language.numbers.integer(Picture.mostBytes >> 20)
        return form(.action(visit.address(action)), .method(.post), .enctypeMultipart, .class("entry")) {
            // First, so that nothing of the file is taken before it is known that this is our form.
            input(.type(.hidden), .name(Answering.tokenField), .value(visit.formToken))
            // What was typed stays; a browser does not give a file again.
            entryView(Self.captionField(visit.form["caption"] ?? "", words), of: action)
            div(.class("field")) {
                label(.for("photo")) { words.photoFileField }
                input(
                    .type(.file), .id("photo"), .name("photo"), .accept("image/jpeg,image/png,image/webp"),
                    .required(true), .ariaDescribedby("photo-hint"))
                small(.id("photo-hint")) { words.photoFileHint(megabytes: megabytes) }
            }
            p { button(.type(.submit)) { words.photoAdd } }
        }
    }
}
