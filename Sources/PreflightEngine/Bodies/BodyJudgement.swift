package import PreflightCore

/// What is to be said of the images in an existing body, and what would replace the bad ones.
package struct BodyJudgement: Sendable {
    /// The report; an image's source is its place in the body.
    package var report: Report

    /// The rules under which it was judged.
    package var table: RuleTable

    /// What stands in the place of images that have to change, by their index in the body.
    package var replacements: [Int: BodyReplacement]

    /// The sources of what could not be checked and stays as it is beside what is repaired: lines
    /// that are not JSON and, where bad images are left out, images that no dialect claims.
    package var kept: Set<String> = []

    /// What was judged of each request, in their order.
    package var requests: [Request] = []

    /// Why the images cannot be brought under the bytes of a request, one message for each request;
    /// empty where they are, or where nothing is to be cured.
    package var refusals: [Message] = []
}

extension BodyJudgement {
    /// What was judged of one request.
    package struct Request: Sendable {
        /// Where its images stand among those of the report.
        package var images: Range<Int>

        /// What is to be said of it as a whole.
        package var findings: [Finding]
    }
}
