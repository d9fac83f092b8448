package import PreflightCore

/// What is to be said of the images in an existing body, and what would replace the bad ones.
package struct BodyJudgement: Sendable {
    /// The report; an image's source is its place in the body.
    package var report: Report

    /// What stands in the place of images that have to change, by their index in the body.
    package var replacements: [Int: BodyReplacement]

    /// Why the images cannot be brought under the bytes of a request, one sentence for each request;
    /// empty where they are, or where nothing is to be cured.
    package var refusals: [String] = []
}
