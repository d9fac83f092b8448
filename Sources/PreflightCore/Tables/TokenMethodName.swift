/// The cases of ``TokenMethod`` as a rule table names them.
enum TokenMethodName: String, Sendable, CaseIterable {
    case fixed
    case grid
    case tile
    case patch
    case canvas
    case area
}
