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

    /// Where the images of each request stand among those of the report, in the requests' order.
    package var imageRanges: [Range<Int>] = []

    /// Why the images cannot be brought under the bytes of a request, one message for each request;
    /// empty where they are, or where nothing is to be cured.
    package var refusals: [Message] = []
}
