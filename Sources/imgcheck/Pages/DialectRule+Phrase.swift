internal import PreflightCore

extension DialectRule {
    /// The rule in a few words.
    var phrase: String {
        guard roles != [] else { return "refused" }
        let messages =
            roles.map { "images in \($0.joined(separator: " and ")) messages" } ?? "taken"
        let kinds = parts.map { ", as \($0.joined(separator: " or "))" } ?? ""
        let places = messages + kinds
        switch takesAddresses {
        case nil: return places
        case true?: return "\(places), also as addresses"
        case false?: return "\(places), never as addresses"
        }
    }
}
