import HTML
import Measure
import Register

/// The form of production: one group of fields after the other, work as a grid.
struct ProductionFields {
    let values: [String: String]
    let visit: Visit

    private var words: any Words { visit.words }

    func view(action: String, version: Int?) -> Node {
        form(.action(visit.address(action)), .method(.post)) {
            input(.type(.hidden), .name(Answering.tokenField), .value(visit.formToken))
            if let version { input(.type(.hidden), .name("version"), .value("\(version)")) }
            group(words.periodGroup, [period, field("per-year")])
            for number in ProductionForm.products {
                group(
                    words.productGroup("\(number)"),
                    ProductionForm.productParts.map { part in
                        let name = ProductionForm.product(number, part)
                        return field(name, isText: ["name", "unit"].contains(part))
                    })
            }
            group(words.revenueGroup, [item(.otherRevenue), item(.stockChange)])
            group(words.costGroup, ProductionForm.costs.map { item(ProductionItem($0)) })
            workView
            group(
                words.makingGroup,
                [
                    item(.investment), item(.capacity), item(.made), item(.rejects),
                    field(ProductionItem.unit.rawValue, isText: true),
                ])
            group(words.salesGroup, SalesChannel.allCases.map { field(ProductionForm.sale($0)) } + [item(.exports)])
            p { button(.type(.submit)) { words.productionSave } }
        }
    }

    private func group(_ heading: String, _ fields: [FormField]) -> Node {
        fieldset {
            legend { heading }
            div(.class("fields")) { Node.sequence(fields.map { entryView($0, of: "production") }) }
        }
    }

    private var period: FormField {
        FormField(
            name: "period", label: label("period"),
            kind: .choice(ProductionPeriod.Kind.allCases.map { ($0.rawValue, words.productionPeriod($0)) }),
            value: values["period"] ?? "year")
    }

    private func item(_ item: ProductionItem) -> FormField { field(item.rawValue) }

    private func field(_ name: String, isText: Bool = false) -> FormField {
        FormField(
            name: name, label: label(name), kind: isText ? .text : .amount, value: values[name] ?? "",
            hint: words.productionHint(name), isRequired: false)
    }

    // MARK: - Work

    /// A row for each kind of work, women first: persons, days and pay.
    private var workView: Node {
        fieldset {
            legend { words.workGroup }
            p { small { words.workHint } }
            div(.class("scroll"), .role("region"), .ariaLabel(words.workGroup), .tabindex(0)) {
                HTML.table(.id("work")) {
                    thead {
                        tr {
                            th(.scope(.col)) { words.workHeading }
                            for item in ProductionForm.workNumbers { th(.scope(.col)) { words.productionItem(item) } }
                        }
                    }
                    tbody {
                        for sex in Sex.allCases {
                            for (pay, position) in ProductionForm.kindsOfWork { workRow(sex, pay, position) }
                        }
                    }
                }
            }
        }
    }

    private func workRow(_ sex: Sex, _ pay: WorkerGroup.Pay, _ position: WorkerGroup.Position) -> Node {
        tr {
            th(.scope(.row)) { workName(sex, pay, position) }
            for item in ProductionForm.workNumbers {
                td {
                    if item == .wages, pay == .unpaid {
                        "–"
                    } else {
                        let name = ProductionForm.work(sex, pay, position, item)
                        input(
                            .type(.text), .inputmode(.decimal), .name(name), .value(values[name]),
                            .ariaLabel(label(name)), .autocomplete("off"))
                    }
                }
            }
        }
    }

    private func workName(_ sex: Sex, _ pay: WorkerGroup.Pay, _ position: WorkerGroup.Position) -> String {
        "\(words.sex(sex)), \(words.position(position)), \(words.pay(pay))"
    }

    // MARK: - Names

    func label(_ name: String) -> String {
        if name == "period" { return words.productionItem(.period) }
        if name == "per-year" { return words.perYearField }
        if let item = ProductionItem(rawValue: name) { return words.productionItem(item) }
        for number in ProductionForm.products {
            for part in ProductionForm.productParts where name == ProductionForm.product(number, part) {
                return words.productPart(part, "\(number)")
            }
        }
        for channel in SalesChannel.allCases where name == ProductionForm.sale(channel) {
            return words.salesChannel(channel)
        }
        for sex in Sex.allCases {
            for (pay, position) in ProductionForm.kindsOfWork {
                for item in ProductionForm.workNumbers where name == ProductionForm.work(sex, pay, position, item) {
                    return "\(workName(sex, pay, position)): \(words.productionItem(item))"
                }
            }
        }
        return name
    }
}
