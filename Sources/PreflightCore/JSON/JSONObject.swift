/// An object whose members are found by name.
struct JSONObject: Sendable {
    /// The object itself.
    var place: JSONPlace

    /// Its members by name; of a repeated name the first.
    var members: [String: JSONPlace]

    /// The member `name`, or nil where there is none.
    subscript(name: String) -> JSONPlace? { members[name] }
}
