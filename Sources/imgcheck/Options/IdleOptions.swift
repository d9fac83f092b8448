internal import ArgumentParser

/// Options that a command takes and that have no effect beside others.
///
/// One that is given is refused: who gives it expects something that would not happen.
struct IdleOptions {
    /// The names, as they are written.
    private var names: [String] = []

    /// Notes an option where it is given.
    mutating func note(_ name: String, isGiven: Bool) {
        if isGiven { names.append(name) }
    }

    /// Makes sure that none was noted.
    ///
    /// - Parameter reason: Why the option has no effect, as the end of a sentence.
    /// - Throws: `ValidationError` that names the first.
    func refuse(because reason: String) throws {
        guard let name = names.first else { return }
        throw ValidationError("\(name) has no effect here, since \(reason): leave it out.")
    }
}
