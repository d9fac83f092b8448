import PreflightCore
import Testing

/// Equal elements are found, and every element finds its equal again.
struct DistinctElementsTests {
    @Test(arguments: [
        (list: [], distinct: [], counts: [], places: []),
        (list: [7], distinct: [7], counts: [1], places: [0]),
        (list: [7, 7, 7], distinct: [7], counts: [3], places: [0, 0, 0]),
        (list: [3, 1, 3, 1], distinct: [3, 1], counts: [2, 2], places: [0, 1, 0, 1]),
    ])
    func `equal elements stand once`(
        list: [Int],
        distinct: [Int],
        counts: [Int],
        places: [Int]
    ) {
        let found = DistinctElements(of: list)
        #expect(found.elements == distinct)
        #expect(found.counts == counts)
        #expect(found.places == places)
        #expect(found.places.map { found.elements[$0] } == list)
    }
}
