extension RuleTable {
    /// Whether several requests keep detail that one would lose to a limit on larger requests.
    ///
    /// Such a limit is IMG202: Claude takes edges of 8000 pixels, but of 2000 in a request of more
    /// than 20 images.
    ///
    /// - Parameters:
    ///   - sizes: The displayed size of each image whose size is known.
    ///   - imageCount: How many images a single request would have.
    ///   - policy: How far images are scaled down; nil for the table's default.
    /// - Returns: The advice; nil where a single request keeps as much.
    package func splitAdvice(
        for sizes: [PixelSize],
        amongImages imageCount: Int,
        resize policy: ResizePolicy? = nil
    ) -> SplitAdvice? {
        let policy = policy ?? defaultResize
        let limits = countedEdges.filter { $0.imageCount < imageCount }
        guard policy != .none, let leastCount = limits.map(\.imageCount).min() else { return nil }
        let longEdges = sizes.map {
            fittingSize(of: $0, amongImages: leastCount, policy: policy).longEdge
        }
        let binding = limits.filter { limit in longEdges.contains { $0 > limit.pixels } }
        guard let each = binding.map(\.imageCount).min(), let edge = binding.map(\.pixels).min()
        else { return nil }
        return SplitAdvice(
            imageCount: imageCount,
            requestCount: (imageCount - 1) / each + 1,
            imageCountEachAtMost: each,
            affectedImageCount: longEdges.count { $0 > edge },
            longEdgePixels: edge
        )
    }

    /// The most images that go without one more limit on their edges, for each such limit, the
    /// fewest first.
    package var imageCountsBeforeEdgeLimits: [Int] { countedEdges.map(\.imageCount).sorted() }

    /// The limits on edges that begin with a number of images, and how many go without them.
    private var countedEdges: [(imageCount: Int, pixels: Int)] {
        limits.compactMap { limit in
            guard limit.code == .edgeTooLongForCount, case .atMost(let pixels) = limit.bound,
                let count = limit.condition?.imageCountMoreThan, count > 0
            else { return nil }
            return (count, pixels)
        }
    }
}
