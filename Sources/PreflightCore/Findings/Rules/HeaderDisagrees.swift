/// IMG108: header and decoder disagree.
extension Rule {
    static let headerDisagrees = Rule(
        page: FindingPage(
            title: "Header and decoder disagree",
            severity: .error,
            check: """
                imgcheck reads size and frames from the file's structure, and libvips while decoding. \
                The finding is raised where the two differ.
                """,
            reason: "Nobody knows which of the two the provider's decoder believes.",
            cure: "Export the image again with a trusted program."
        ),
        ofImage: { image in
            guard case .disagreeing(let difference) = image.picture else { return [] }
            let message = Message(
                "Header and decoder disagree (\(difference))",
                help: .exportAgain
            )
            return [Finding(code: .headerDisagrees, message: message)]
        }
    )
}
