import Fixtures

/// Arguments that recur.
enum Example {
    static let model = "databricks-gpt-5"

    /// The folder of the fixtures.
    static let fixtures = Fixture.folder

    /// Accepted without a finding.
    static let fine = Fixture.jpegPhoto.name

    /// Judges files under ``model``.
    static func check(_ arguments: String...) -> [String] { ["--model", model] + arguments }
}
