/// A list in which equal elements stand once, with how often and where they stood.
package struct DistinctElements<Element: Hashable> {
    /// The elements that differ from each other, in the order of their first appearance.
    package private(set) var elements: [Element] = []

    /// How often each of ``elements`` stood in the list.
    package private(set) var counts: [Int] = []

    /// For each element of the list, the place of its equal in ``elements``.
    package private(set) var places: [Int] = []

    /// Finds the equal elements of a list, in time linear in its length.
    package init(of list: some Sequence<Element>) {
        var known: [Element: Int] = [:]
        for element in list {
            if let place = known[element] {
                counts[place] += 1
                places.append(place)
            } else {
                known[element] = elements.count
                places.append(elements.count)
                elements.append(element)
                counts.append(1)
            }
        }
    }
}

extension DistinctElements: Sendable where Element: Sendable {}
